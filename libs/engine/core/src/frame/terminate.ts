import { isEmpty } from '../state/indexes.ts';
import type { Key, Trigger } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { closeWaits } from './catches.ts';
import { dropRecords } from './compensation.ts';
import { endTermination } from './settle.ts';
import { cancelTask } from './user-task-changes.ts';

/**
 * Ends an element without trace in the flow (ACT-6), at once (TURN-7): waits are closed, its content ends before
 * it (ACT-7). A called instance is canceled and awaited, so a terminated call never has a live child.
 */
export function terminate(turn: Turn, key: Key, interruptedBy?: Trigger): void {
  const self = turn.state.elements.get(key);
  if (!self || self.status === 'terminating') return;
  const node = turn.nodeOf(self);
  turn.emit({ type: 'element-terminating', key, ...(interruptedBy && { interruptedBy }) });
  turn.agenda.drop(key);
  turn.behavior(node).terminate?.(turn, node, self);
  closeWaits(turn, key, 'canceled', 'child');
  cancelTask(turn, self);
  dropRecords(turn, key);
  if (self.cause?.undoes) dropRecords(turn, self.cause.undoes.of);
  for (const child of turn.children(key)) terminate(turn, child.key);
  // Handlers live in the scope of what they undo, and end with the event that asked for them (CMP-18).
  if (node.kind.endsWith('-event'))
    for (const { key: handler, cause } of turn.state.elements.values())
      if (cause?.undoes?.by === key) terminate(turn, handler);
  if (isEmpty(turn.state, key)) endTermination(turn, self);
}

/** Ends all that a scope holds, but not the scope; `except` is the one that asks for it (TRM-1). */
export function clearScope(turn: Turn, scopeKey: Key, except?: Key): void {
  turn.agenda.drop(scopeKey);
  turn.emit({ type: 'scope-cleared', key: scopeKey });
  for (const child of turn.children(scopeKey)) if (child.key !== except) terminate(turn, child.key);
}
