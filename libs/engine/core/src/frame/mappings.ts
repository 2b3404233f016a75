import type { Mapping, Node } from '../graph/process-graph.ts';
import { withPath, type JsonText, type Values } from '../json-text.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { Result } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { propagate, setLocal } from './variables.ts';
import { overlay } from './views.ts';

/** Inputs make locals, in order, each seeing the former (DAT-2). */
export function mapInputs(turn: Turn, node: Node, self: ElementInstance): Failure | void {
  const values = evaluateAll(turn, node.mappings.inputs, self, () => undefined);
  if (!values.ok) return values.failure;
  setLocal(turn, self.key, values.value);
}

/** Outputs go from the element to the scopes around it (DAT-3, DAT-4). */
export function mapOutputs(turn: Turn, node: Node, self: ElementInstance): Failure | void {
  const values = evaluateAll(turn, node.mappings.outputs, self, (name) =>
    turn.variables(self.scopeKey).get(name),
  );
  if (!values.ok) return values.failure;
  propagate(turn, self.scopeKey, values.value);
}

/**
 * What a worker, a person or an event brought: with output mappings it stays with the element for them to read,
 * without it goes outwards (DAT-3, EV-10).
 */
export function acceptResult(turn: Turn, node: Node, self: ElementInstance, values: Values): void {
  if (node.mappings.outputs.length > 0) setLocal(turn, self.key, values);
  else propagate(turn, self.key, values);
}

/** `existing` is what a nested target is written into. */
function evaluateAll(
  turn: Turn,
  mappings: readonly Mapping[],
  self: ElementInstance,
  existing: (name: string) => JsonText | undefined,
): Result<Values> {
  const made = new Map<string, JsonText>();
  const view = overlay(turn.variables(self.key), made);
  for (const { source, target } of mappings) {
    const result = 'fixed' in source ? turn.evaluate(source, self.key) : turn.env.evaluate(source, view);
    if (!result.ok)
      return { ok: false, failure: { code: 'IO_MAPPING_ERROR', message: result.failure.message } };
    const [name, ...path] = target;
    made.set(name, withPath(made.get(name) ?? existing(name), path, result.value));
  }
  return { ok: true, value: Object.fromEntries(made) };
}
