import type { TaskTransition, UserTaskWait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { acceptResult } from './mappings.ts';

/** Makes a change of a user task: of who has it, of its attributes, or its completion. */
export function changeTask(turn: Turn, task: UserTaskWait, change: TaskTransition): void {
  const self = turn.state.elements.get(task.owner);
  if (!self) return;
  const { on, action, changes, variables } = change;
  if (on !== 'completing') {
    turn.emit({ type: 'user-task-updated', key: task.key, action, changes });
    return;
  }
  turn.emit({ type: 'wait-closed', key: task.key, reason: 'completed' });
  acceptResult(turn, turn.nodeOf(self), self, variables);
  turn.complete(self);
}
