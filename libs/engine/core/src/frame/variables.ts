import { listOf, NULL, toJsonText, type JsonText, type Values } from '../json-text.ts';
import { rejoinLater } from './joins.ts';
import { indexesOf } from '../state/indexes.ts';
import {
  ROOT_KEY,
  type ElementInstance,
  type InstanceState,
  type Key,
  type Loop,
} from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { ChangedVariable } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';

/** What can be seen from a scope: its variables, hiding those of the scopes around it (DAT-1). */
export function viewOf(state: InstanceState, scopeKey: Key): VariableView {
  return {
    get(name) {
      for (let scope = state.elements.get(scopeKey); scope; scope = state.elements.get(scope.scopeKey)) {
        const found = scope.variables?.get(name)?.value ?? loopValue(scope, name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    all() {
      const values = new Map<string, JsonText>();
      for (let scope = state.elements.get(scopeKey); scope; scope = state.elements.get(scope.scopeKey))
        for (const [name, value] of [...Object.entries(localsOf(scope)), ...loopValues(scope)])
          if (!values.has(name)) values.set(name, value);
      return Object.fromEntries(values);
    },
  };
}

const loopNumbers: Readonly<Record<string, (loop: Loop) => number>> = {
  numberOfInstances: ({ total, started, sequential }) => (sequential ? started : (total ?? started)),
  numberOfActiveInstances: ({ started, completed, terminated }) => started - completed - terminated,
  numberOfCompletedInstances: ({ completed }) => completed,
  numberOfTerminatedInstances: ({ terminated }) => terminated,
};

/** What a multi-instance body shows of itself: its numbers and the results so far, not stored as variables (MI-9, MI-12). */
function loopValue({ loop }: ElementInstance, name: string): JsonText | undefined {
  if (!loop) return undefined;
  if (Object.hasOwn(loopNumbers, name)) return toJsonText(loopNumbers[name]?.(loop) ?? 0);
  return name === loop.outputName ? outputsOf(loop) : undefined;
}

function loopValues(scope: ElementInstance): [string, JsonText][] {
  if (!scope.loop) return [];
  const { outputName } = scope.loop;
  return [
    ...loopNumbersOf(scope.loop),
    ...(outputName ? [[outputName, outputsOf(scope.loop)] as const] : []),
  ].map(([name, value]) => [name, value]);
}

export function loopNumbersOf(loop: Loop): ReadonlyMap<string, JsonText> {
  return new Map(Object.entries(loopNumbers).map(([name, count]) => [name, toJsonText(count(loop))]));
}

/** Results at the places of their instances; places never filled are null (MI-8). */
export function outputsOf({ total, started, outputs = [] }: Loop): JsonText {
  const list = Array<JsonText>(total ?? started).fill(NULL);
  for (const [index, value] of outputs) list[index - 1] = value;
  return listOf(list);
}

/** A view with some values laid over it, for mappings that see the former ones. */
export function overlay(view: VariableView, values: ReadonlyMap<string, JsonText>): VariableView {
  return {
    get: (name) => values.get(name) ?? view.get(name),
    all: () => ({ ...view.all(), ...Object.fromEntries(values) }),
  };
}

/** Into that very scope. */
export function setLocal(turn: Turn, scopeKey: Key, values: Values): void {
  set(turn, new Map([[scopeKey, Object.entries(values) as [string, JsonText][]]]));
}

/** Each value to the nearest scope that has the name, looking from `scopeKey` outwards; else to the process (DAT-4). */
export function propagate(turn: Turn, scopeKey: Key, values: Values): void {
  const byScope = new Map<Key, [string, JsonText][]>();
  for (const [name, value] of Object.entries(values)) {
    const home = homeOf(turn, scopeKey, name);
    const there = byScope.get(home);
    if (there) there.push([name, value]);
    else byScope.set(home, [[name, value]]);
  }
  set(turn, byScope);
}

/** The nearest scope that has a variable, or the process. */
export function homeOf(turn: Turn, scopeKey: Key, name: string): Key {
  const { elements } = turn.state;
  for (let scope = elements.get(scopeKey); scope; scope = elements.get(scope.scopeKey))
    if (scope.variables?.has(name)) return scope.key;
  return ROOT_KEY;
}

/** Emits the changes of one command or mapping and asks the conditions once for all of them (CND-3, CND-4). */
function set(turn: Turn, byScope: ReadonlyMap<Key, readonly [string, JsonText][]>): void {
  const changed: ChangedVariable[] = [];
  for (const [scopeKey, values] of byScope) {
    if (values.length === 0) continue;
    const known = turn.state.elements.get(scopeKey)?.variables;
    const variables = values.map(([name, value]) => {
      const former = known?.get(name);
      changed.push({ scopeKey, name, change: former ? 'update' : 'create' });
      return { name, value, key: former?.key ?? turn.newKey(), created: !former };
    });
    turn.emit({ type: 'variables-set', scopeKey, variables });
  }
  if (changed.length === 0) return;
  if (indexesOf(turn.state).conditions > 0) turn.schedule({ do: 'check-conditions', changes: changed });
  for (const scopeKey of turn.state.joins.keys()) rejoinLater(turn, scopeKey);
}

/** The variables of one scope alone. */
export function localsOf(self: ElementInstance): Values {
  return Object.fromEntries([...(self.variables ?? [])].map(([name, { value }]) => [name, value]));
}
