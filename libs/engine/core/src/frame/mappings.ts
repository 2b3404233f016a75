import type { Mapping } from '../graph/process-graph.ts';
import { withPath, type JsonText, type Values } from '../json-text.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { fail } from './incidents.ts';
import { propagate, setLocal } from './variables.ts';
import { overlay } from './views.ts';

/** Inputs make locals, in order, each seeing the former (DAT-2). Most elements have none, and all are entered. */
export function mapInputs(turn: Turn, self: ElementInstance): void {
  const { inputs } = turn.nodeOf(self).mappings;
  if (inputs.length > 0)
    setLocal(
      turn,
      self.key,
      evaluateAll(turn, inputs, self, () => undefined),
    );
}

/** Outputs go from the element to the scopes around it (DAT-3, DAT-4). */
export function mapOutputs(turn: Turn, self: ElementInstance): void {
  const { outputs } = turn.nodeOf(self).mappings;
  if (outputs.length === 0) return;
  const around = turn.variables(self.scopeKey);
  propagate(turn, self.scopeKey, evaluateAll(turn, outputs, self, around.get));
}

/**
 * What a worker, a person or an event brought: with output mappings it stays with the element for them to read,
 * without it goes outwards (DAT-3, EV-10).
 */
export function acceptResult(turn: Turn, self: ElementInstance, values: Values): void {
  if (turn.nodeOf(self).mappings.outputs.length > 0) setLocal(turn, self.key, values);
  else propagate(turn, self.key, values);
}

/** What the trigger of an event brought, by the same rule; in an event sub-process it stays local to that (ESP-11). */
export function takeTrigger(turn: Turn, self: ElementInstance, values: Values): void {
  const { kind, parent, mappings } = turn.nodeOf(self);
  const local = parent?.kind === 'event-sub-process' && kind === 'start-event';
  if (local && mappings.outputs.length === 0) setLocal(turn, self.scopeKey, values);
  else acceptResult(turn, self, values);
}

/** `existing` is what a nested target is written into. */
function evaluateAll(
  turn: Turn,
  mappings: readonly Mapping[],
  self: ElementInstance,
  existing: (name: string) => JsonText | undefined,
): Values {
  const made = new Map<string, JsonText>();
  const view = overlay(turn.variables(self.key), made);
  for (const { source, target } of mappings) {
    const result = turn.tryEvaluate(source, view);
    if (!result.ok) return fail(result.failure.message, 'IO_MAPPING_ERROR');
    const [name, ...path] = target;
    made.set(name, withPath(made.get(name) ?? existing(name), path, result.value));
  }
  return Object.fromEntries(made);
}
