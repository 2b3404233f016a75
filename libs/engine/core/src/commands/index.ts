import { activateAdHoc } from './ad-hoc.commands.ts';
import { calledInstanceCommands } from './called-instance.commands.ts';
import type { CommandHandlers } from './command.ts';
import { eventCommands } from './event.commands.ts';
import { instanceCommands } from './instance.commands.ts';
import { jobCommands } from './job.commands.ts';
import { modifyInstance } from './modify-instance.command.ts';
import { resolveIncident } from './resolve-incident.command.ts';
import { setVariables } from './set-variables.command.ts';
import { userTaskCommands } from './user-task.commands.ts';

/** One handler for each command; a command without one does not compile. */
export const handlers: CommandHandlers = {
  ...instanceCommands,
  ...jobCommands,
  ...userTaskCommands,
  ...eventCommands,
  ...calledInstanceCommands,
  'set-variables': setVariables,
  'resolve-incident': resolveIncident,
  'modify-instance': modifyInstance,
  'activate-ad-hoc': activateAdHoc,
};
