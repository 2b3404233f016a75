import type { Node } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import { NO_SCOPE, type ElementInstance, type Failure } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { begin } from './jobs.ts';
import { propagate, setLocal } from './variables.ts';

/** Runs execution listeners one after another from the given one on; each is answered in the turn or is a job. */
export function runListeners(
  turn: Turn,
  node: Node,
  self: ElementInstance,
  on: 'start' | 'end',
  from: number,
): Failure | 'waits' | void {
  const listeners = node.listeners.filter((listener) => listener.on === on);
  for (const [index, listener] of listeners.entries()) {
    if (index < from) continue;
    const result = begin(turn, node, listener, self, { of: 'execution-listener', on, index });
    if (!result.ok) return result.failure;
    if (result.value === 'opened') return 'waits';
    acceptListener(turn, self, on, result.value);
  }
}

/** What a start listener sets is local to the element; what an end listener sets goes outwards. */
export function acceptListener(turn: Turn, self: ElementInstance, on: 'start' | 'end', values: Values): void {
  if (on === 'start') setLocal(turn, self.key, values);
  else propagate(turn, self.scopeKey === NO_SCOPE ? self.key : self.scopeKey, values);
}
