import type { Listener } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import { NO_SCOPE, type ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { requestJob } from './jobs.ts';
import { propagate, setLocal } from './variables.ts';

/**
 * Runs the listeners of one event one after another, from the given one on; each is answered in the turn or is a
 * job. Execution listeners have the events `start` and `end`, the others are those of user tasks; as in Camunda 8.9
 * an element that is terminated runs none but `canceling` of its task.
 * @returns whether a job is awaited.
 */
export function runListeners(turn: Turn, self: ElementInstance, on: Listener['on'], from = 0): boolean {
  const listeners = turn.nodeOf(self).listeners.filter((listener) => listener.on === on);
  for (const [index, listener] of listeners.entries()) {
    if (index < from) continue;
    const ofElement = on === 'start' || on === 'end';
    const answer = requestJob(
      turn,
      self,
      listener,
      ofElement ? { of: 'execution-listener', on, index } : { of: 'task-listener', on, index },
    );
    if (!answer) return true;
    if (ofElement) acceptFromListener(turn, self, on, answer);
  }
  return false;
}

/** What a start listener sets is local to the element; what an end listener sets goes outwards. */
export function acceptFromListener(
  turn: Turn,
  self: ElementInstance,
  on: 'start' | 'end',
  values: Values,
): void {
  if (on === 'start') setLocal(turn, self.key, values);
  else propagate(turn, self.scopeKey === NO_SCOPE ? self.key : self.scopeKey, values);
}
