import type { TaskListenerEvent } from '../graph/process-graph.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { TaskTransition, UserTaskChanges, UserTaskWait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { attempt, dropIncidents } from './incidents.ts';
import { runListeners } from './listeners.ts';
import { acceptResult } from './mappings.ts';

/**
 * A change of a user task: its creation, who has it, its attributes, its completion. Its listeners run before it
 * takes place; each is answered within the turn or is a job that may correct or deny the change (TSK-6).
 */
export function changeTask(turn: Turn, task: UserTaskWait, change: TaskTransition, from = 0): void {
  const { key, owner, transition } = task;
  const self = turn.state.elements.get(owner);
  if (!self) return;
  attempt(turn, owner, () => {
    if (runListeners(turn, self, change.on, from))
      return turn.emit({ type: 'user-task-transition-set', key, transition: change });
    if (transition) turn.emit({ type: 'user-task-transition-set', key, transition: undefined });
    take(turn, self, key, change);
  });
}

function take(turn: Turn, self: ElementInstance, key: number, change: TaskTransition): void {
  const { on, action, changes, variables } = change;
  const { assignee, ...others } = changes;
  const atOnce = on === 'creating' ? others : changes;
  if (Object.keys(atOnce).length > 0) turn.emit({ type: 'user-task-updated', key, action, changes: atOnce });
  const task = turn.state.waits.get(key);
  if (on === 'creating' && assignee && task?.kind === 'user-task')
    changeTask(turn, task, { on: 'assigning', action: 'assign', changes: { assignee }, variables: {} });
  if (on !== 'completing') return;
  turn.emit({ type: 'wait-closed', key, reason: 'completed' });
  acceptResult(turn, self, variables);
  turn.complete(self);
}

/** A task that ends is awaited by its listeners; one whose expressions fail cannot hold up the end, it is told only. */
export function cancelTask(turn: Turn, self: ElementInstance, from = 0): void {
  attempt(turn, self.key, () => runListeners(turn, self, 'canceling', from));
  dropIncidents(turn, { owner: self.key });
}

/** A listener has answered: the change is denied, corrected, or goes on to the next listener. */
export function taskListenerAnswered(
  turn: Turn,
  self: ElementInstance,
  { on, index }: { readonly on: TaskListenerEvent; readonly index: number },
  { denied, corrections = {} }: { readonly denied?: boolean; readonly corrections?: UserTaskChanges } = {},
): void {
  if (on === 'canceling') {
    cancelTask(turn, self, index + 1);
    return turn.schedule({ do: 'settle', key: self.key });
  }
  const task = turn.waitsOf(self.key).find((wait) => wait.kind === 'user-task');
  if (!task?.transition) return;
  if (denied) return turn.emit({ type: 'user-task-transition-set', key: task.key, transition: undefined });
  const change = { ...task.transition, changes: { ...task.transition.changes, ...corrections } };
  changeTask(turn, task, change, index + 1);
}
