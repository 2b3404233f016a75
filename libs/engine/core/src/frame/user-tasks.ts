import type { TaskListenerEvent } from '../graph/process-graph.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { TaskTransition, UserTaskChanges, UserTaskWait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { raise } from './incidents.ts';
import { begin } from './jobs.ts';
import { acceptResult } from './mappings.ts';

/**
 * A change of a user task: its creation, who has it, its attributes, its completion. Its listeners run before it
 * takes place; each is answered within the turn or is a job that may correct or deny the change (TSK-6).
 */
export function changeTask(turn: Turn, task: UserTaskWait, change: TaskTransition, from = 0): void {
  const self = turn.state.elements.get(task.owner);
  if (!self) return;
  const result = runTaskListeners(turn, self, change.on, from);
  if (result === 'waits')
    return turn.emit({ type: 'user-task-transition-set', key: task.key, transition: change });
  if (result) return raise(turn, self.key, result);
  if (task.transition) turn.emit({ type: 'user-task-transition-set', key: task.key, transition: undefined });
  take(turn, self, task, change);
}

function take(turn: Turn, self: ElementInstance, { key }: UserTaskWait, change: TaskTransition): void {
  const { on, action, changes, variables } = change;
  const { assignee, ...others } = changes;
  const atOnce = on === 'creating' ? others : changes;
  if (Object.keys(atOnce).length > 0) turn.emit({ type: 'user-task-updated', key, action, changes: atOnce });
  const task = turn.state.waits.get(key);
  if (on === 'creating' && assignee && task?.kind === 'user-task')
    return changeTask(turn, task, {
      on: 'assigning',
      action: 'assign',
      changes: { assignee },
      variables: {},
    });
  if (on !== 'completing') return;
  turn.emit({ type: 'wait-closed', key, reason: 'completed' });
  acceptResult(turn, turn.nodeOf(self), self, variables);
  turn.complete(self);
}

/** Runs the listeners of a change one after another, from the given one on. */
export function runTaskListeners(
  turn: Turn,
  self: ElementInstance,
  on: TaskListenerEvent,
  from: number,
): Failure | 'waits' | void {
  const node = turn.nodeOf(self);
  const listeners = node.listeners.filter((listener) => listener.on === on);
  for (const [index, listener] of listeners.entries()) {
    if (index < from) continue;
    const result = begin(turn, node, listener, self, { of: 'task-listener', on, index });
    if (!result.ok) return result.failure;
    if (result.value === 'opened') return 'waits';
  }
}

/** A listener has answered: the change is denied, corrected, or goes on to the next listener. */
export function listenerAnswered(
  turn: Turn,
  self: ElementInstance,
  { on, index }: { readonly on: TaskListenerEvent; readonly index: number },
  { denied, corrections = {} }: { readonly denied?: boolean; readonly corrections?: UserTaskChanges } = {},
): void {
  if (on === 'canceling') {
    if (runTaskListeners(turn, self, on, index + 1) !== 'waits')
      turn.schedule({ do: 'settle', key: self.key });
    return;
  }
  const task = turn.waitsOf(self.key).find((wait) => wait.kind === 'user-task');
  if (!task?.transition) return;
  if (denied) return turn.emit({ type: 'user-task-transition-set', key: task.key, transition: undefined });
  const change = { ...task.transition, changes: { ...task.transition.changes, ...corrections } };
  changeTask(turn, task, change, index + 1);
}
