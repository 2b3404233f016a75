import type { Submit } from '../admission.ts';
import type { Engine } from '../engine.ts';

type UserTaskCommands = Pick<
  Engine,
  'assignUserTask' | 'unassignUserTask' | 'updateUserTask' | 'completeUserTask'
>;

/** What people do with their tasks. */
export function userTaskCommands(submit: Submit): UserTaskCommands {
  return {
    assignUserTask: (command) => {
      const { userTaskKey, assignee, allowOverride, action } = command;
      return submit(command, 'userTaskKey', userTaskKey, (key) => ({
        type: 'assign-user-task',
        key,
        assignee,
        allowOverride,
        ...(action !== undefined && { action }),
      }));
    },
    unassignUserTask: (command) =>
      submit(command, 'userTaskKey', command.userTaskKey, (key) => ({ type: 'unassign-user-task', key })),
    updateUserTask: (command) => {
      const { userTaskKey, changes, action } = command;
      return submit(command, 'userTaskKey', userTaskKey, (key) => ({
        type: 'update-user-task',
        key,
        changes,
        ...(action !== undefined && { action }),
      }));
    },
    completeUserTask: (command) => {
      const { userTaskKey, variables, action } = command;
      return submit(command, 'userTaskKey', userTaskKey, (key) => ({
        type: 'complete-user-task',
        key,
        variables,
        ...(action !== undefined && { action }),
      }));
    },
  };
}
