import type { ElementSource } from '../compile/sources.ts';
import type { Expression } from '../graph/process-graph.ts';
import { stringIn, type JsonText } from '../json-text.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { occur } from './fire.ts';
import { truthIn } from './values.ts';

/** An event a multi-instance throws when an instance completes: each time, the first time, or on a condition. */
export interface ImplicitThrow {
  readonly when: 'each' | 'first' | Expression;
  /** The event that is thrown; absent: the nameless default signal (MI-18). */
  readonly definition: ElementSource | undefined;
}

/** Throws to the boundary events of the body itself; nobody catches: forgotten (MI-15 to MI-18). */
export function throwImplicitly(
  turn: Turn,
  body: ElementInstance,
  throws: readonly ImplicitThrow[],
  at: {
    readonly view: VariableView;
    readonly numbers: ReadonlyMap<string, JsonText>;
    readonly first: boolean;
  },
): Failure | void {
  const due: ImplicitThrow[] = [];
  for (const one of throws) {
    const { when } = one;
    const test = typeof when === 'object' ? truthIn(turn, when, at.view) : undefined;
    if (test && !test.ok) return test.failure;
    if (test?.value ?? (when === 'each' || at.first)) due.push(one);
  }
  for (const { definition } of due) catchAt(turn, body, definition, Object.fromEntries(at.numbers));
}

function catchAt(
  turn: Turn,
  body: ElementInstance,
  definition: ElementSource | undefined,
  numbers: Readonly<Record<string, JsonText>>,
): void {
  const on = definition?.$type === 'bpmn:EscalationEventDefinition' ? 'escalation' : 'signal';
  const reference = definition?.get(`${on}Ref`) as ElementSource | undefined;
  const wanted = reference?.get(on === 'signal' ? 'name' : 'escalationCode') ?? '';
  const spec = turn.nodeOf(body).catches.find(({ role, trigger }) => {
    if (role !== 'boundary' || trigger.on !== on) return false;
    const expression = trigger.on === 'signal' ? trigger.name : 'code' in trigger ? trigger.code : undefined;
    const value = expression && turn.evaluate(expression, body.key);
    return (value?.ok ? (stringIn(value.value) ?? '') : '') === wanted;
  });
  if (spec) occur(turn, body, spec, numbers);
}
