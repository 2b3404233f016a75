import { changeTask } from '../frame/user-task-changes.ts';
import type { UserTaskWait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { reject, type CommandHandlers } from './command.ts';
import { openWait } from './open-records.ts';

/** What people do with user tasks (TSK-6); each change may be held up by the listeners of the task. */
export const userTaskCommands = {
  /** Takes a task in charge; who has it already may ask again without effect. */
  'claim-user-task'(turn, { key, assignee, action = 'claim' }) {
    assign(turn, findTask(turn, key), assignee, action, false);
  },
  /** Gives a task to somebody. */
  'assign-user-task'(turn, { key, assignee, allowOverride = true, action = 'assign' }) {
    assign(turn, findTask(turn, key), assignee, action, allowOverride);
  },
  /** Gives a task back to its candidates. */
  'unassign-user-task'(turn, { key, action = 'unassign' }) {
    const changes = { assignee: null };
    changeTask(turn, findTask(turn, key), { on: 'assigning', action, changes, variables: {} });
  },
  /** Changes candidates, dates or priority. */
  'update-user-task'(turn, { key, changes, action = 'update' }) {
    const task = findTask(turn, key);
    const { priority = 0 } = changes;
    if (!Number.isInteger(priority) || priority < 0 || priority > 100)
      reject('INVALID_ARGUMENT', `Expected priority to be from 0 to 100, but got ${priority}`);
    changeTask(turn, task, { on: 'updating', action, changes, variables: {} });
  },
  'complete-user-task'(turn, { key, variables, action = 'complete' }) {
    changeTask(turn, findTask(turn, key), { on: 'completing', action, changes: {}, variables });
  },
} satisfies Partial<CommandHandlers>;

function assign(turn: Turn, task: UserTaskWait, assignee: string, action: string, override: boolean): void {
  if (assignee === '') reject('INVALID_ARGUMENT', 'Expected an assignee, but it is empty');
  if (task.assignee === assignee) return;
  if (!override && task.assignee !== undefined)
    reject('INVALID_STATE', `Expected task ${task.key} to be free, but '${task.assignee}' has it`);
  changeTask(turn, task, { on: 'assigning', action, changes: { assignee }, variables: {} });
}

/** A task whose change waits for a listener takes no other. */
function findTask(turn: Turn, key: number): UserTaskWait {
  const { wait: task } = openWait(turn, key, 'user-task');
  if (task.transition)
    reject('INVALID_STATE', `Expected task ${key} to be at rest, but it is ${task.transition.on}`);
  return task;
}
