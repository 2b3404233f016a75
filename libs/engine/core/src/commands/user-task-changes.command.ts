import { changeTask } from '../frame/user-tasks.ts';
import type { UserTaskWait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** Takes a task in charge; who has it already may ask again without effect. */
export function claimUserTask(turn: Turn, command: CommandOf<'claim-user-task'>): Rejection | void {
  return assign(turn, command.key, command.assignee, false, command.action ?? 'claim');
}

/** Gives a task to somebody. */
export function assignUserTask(turn: Turn, command: CommandOf<'assign-user-task'>): Rejection | void {
  const { key, assignee, allowOverride, action } = command;
  return assign(turn, key, assignee, allowOverride ?? true, action ?? 'assign');
}

/** Gives a task back to its candidates. */
export function unassignUserTask(turn: Turn, command: CommandOf<'unassign-user-task'>): Rejection | void {
  const task = findTask(turn, command.key);
  if (isRejection(task)) return task;
  changeTask(turn, task, {
    on: 'assigning',
    action: command.action ?? 'unassign',
    changes: { assignee: null },
    variables: {},
  });
}

/** Changes candidates, dates or priority. */
export function updateUserTask(turn: Turn, command: CommandOf<'update-user-task'>): Rejection | void {
  const task = findTask(turn, command.key);
  if (isRejection(task)) return task;
  const { priority } = command.changes;
  if (priority !== undefined && !(Number.isInteger(priority) && priority >= 0 && priority <= 100))
    return {
      code: 'INVALID_ARGUMENT',
      message: `Expected priority to be from 0 to 100, but got ${priority}`,
    };
  changeTask(turn, task, {
    on: 'updating',
    action: command.action ?? 'update',
    changes: command.changes,
    variables: {},
  });
}

/** A task's end is one command of one person (TSK-6). */
export function completeUserTask(turn: Turn, command: CommandOf<'complete-user-task'>): Rejection | void {
  const task = findTask(turn, command.key);
  if (isRejection(task)) return task;
  changeTask(turn, task, {
    on: 'completing',
    action: command.action ?? 'complete',
    changes: {},
    variables: command.variables,
  });
}

function assign(
  turn: Turn,
  key: number,
  assignee: string,
  override: boolean,
  action: string,
): Rejection | void {
  const task = findTask(turn, key);
  if (isRejection(task)) return task;
  if (assignee === '') return { code: 'INVALID_ARGUMENT', message: 'Expected an assignee, but it is empty' };
  if (!override && task.assignee !== undefined && task.assignee !== assignee)
    return {
      code: 'INVALID_STATE',
      message: `Expected task ${key} to be free, but '${task.assignee}' has it`,
    };
  if (task.assignee === assignee) return;
  changeTask(turn, task, { on: 'assigning', action, changes: { assignee }, variables: {} });
}

/** A task whose change waits for a listener takes no other. */
function findTask(turn: Turn, key: number): UserTaskWait | Rejection {
  const task = findWait(turn, key, 'user-task');
  if (isRejection(task) || !task.transition) return task;
  return {
    code: 'INVALID_STATE',
    message: `Expected task ${key} to be at rest, but it is ${task.transition.on}`,
  };
}
