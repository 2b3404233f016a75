import type { CatchSpec } from '../graph/process-graph.ts';
import { isSetUpAgain } from './compensation.ts';
import { stringIn } from '../json-text.ts';
import type { CaughtAbove, ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';

export type Thrown = 'error' | 'escalation';
export interface Catcher {
  readonly owner: ElementInstance;
  readonly spec: CatchSpec;
}

/**
 * The innermost catcher of an error or escalation (ERR-1 to ERR-4, ESC-1): the thrower's own boundary if it is
 * an activity, then per scope its event sub-processes and the boundary of its activity, outwards.
 */
export function findCatcher(
  turn: Turn,
  what: Thrown,
  from: ElementInstance,
  code: string,
): Catcher | undefined {
  for (const level of levels(turn, what, from)) {
    const matching = level.filter((catcher) => (codeOf(turn, catcher) ?? code) === code);
    const found = matching.find((catcher) => codeOf(turn, catcher) !== undefined) ?? matching[0];
    if (found) return found;
  }
  return undefined;
}

/** What is caught at or above an element, for the instance it calls (CALL-6). */
export function caughtFrom(turn: Turn, from: ElementInstance): readonly CaughtAbove[] {
  const here = (['error', 'escalation'] as const).flatMap((on) =>
    [...levels(turn, on, from)].flat().map((catcher) => {
      const code = codeOf(turn, catcher);
      return { on, ...(code !== undefined && { code }) };
    }),
  );
  return [...here, ...(turn.state.parent?.caught ?? [])];
}

/** Whether somebody above the call that made this instance catches it. */
export function isCaughtAbove(turn: Turn, what: Thrown, code: string): boolean {
  return (
    turn.state.parent?.caught.some(({ on, code: caught }) => on === what && (caught ?? code) === code) ??
    false
  );
}

function* levels(turn: Turn, what: Thrown, from: ElementInstance): Generator<readonly Catcher[]> {
  yield catchersAt(turn, what, from, 'boundary');
  let child = from;
  for (;;) {
    const { undoes } = child.cause ?? {};
    const asker = undoes && turn.state.elements.get(undoes.by);
    if (asker) {
      // What a handler throws is thrown by the event that asked for it (CMP-17, TRX-7).
      yield catchersAt(turn, what, asker, 'boundary');
      child = asker;
      continue;
    }
    const scope = turn.state.elements.get(child.scopeKey);
    if (!scope) return;
    // An event sub-process never catches what it throws itself (ESP-9), nor does an interrupted scope start another.
    const own = turn.nodeOf(child);
    if (!scope.interruption)
      yield catchersAt(turn, what, scope, 'event-sub-process').filter(({ spec }) => spec.node.parent !== own);
    yield catchersAt(turn, what, scope, 'boundary');
    child = scope;
  }
}

function catchersAt(
  turn: Turn,
  what: Thrown,
  owner: ElementInstance,
  role: CatchSpec['role'],
): readonly Catcher[] {
  if (owner.status !== 'activated' || isSetUpAgain(turn, owner)) return [];
  return turn
    .nodeOf(owner)
    .catches.filter((spec) => spec.role === role && spec.trigger.on === what)
    .map((spec) => ({ owner, spec }));
}

/** The code a catcher wants; nothing: all of them. */
function codeOf(turn: Turn, { owner, spec }: Catcher): string | undefined {
  const { trigger } = spec;
  if ((trigger.on !== 'error' && trigger.on !== 'escalation') || !trigger.code) return undefined;
  const code = turn.evaluate(trigger.code, owner.key);
  return (code.ok ? stringIn(code.value) : undefined) || undefined;
}
