import { listOf, NULL, toJsonText, type JsonText, type Values } from '../json-text.ts';
import type { ElementInstance, InstanceState, Key, Loop } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';

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

function loopValues({ loop }: ElementInstance): (readonly [string, JsonText])[] {
  if (!loop) return [];
  const numbers = [...loopNumbersOf(loop)];
  return loop.outputName ? [...numbers, [loop.outputName, outputsOf(loop)]] : numbers;
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

/** The variables of one scope alone. */
export function localsOf(self: ElementInstance): Values {
  return Object.fromEntries([...(self.variables ?? [])].map(([name, { value }]) => [name, value]));
}
