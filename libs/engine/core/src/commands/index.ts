import type { Turn } from '../turn/turn.ts';
import { activateAdHoc } from './activate-ad-hoc.command.ts';
import { activateJob } from './activate-job.command.ts';
import { cancelInstance } from './cancel-instance.command.ts';
import { childEnded } from './child-ended.command.ts';
import { childThrew } from './child-threw.command.ts';
import type { CommandOf, CommandType, Rejection } from './command.ts';
import { completeJob } from './complete-job.command.ts';
import { goOn } from './continue.command.ts';
import { deliverMessage } from './deliver-message.command.ts';
import { deliverSignal } from './deliver-signal.command.ts';
import { escalate } from './escalate.command.ts';
import { failJob } from './fail-job.command.ts';
import { modifyInstance } from './modify-instance.command.ts';
import { resolveIncident } from './resolve-incident.command.ts';
import { setVariables } from './set-variables.command.ts';
import { startInstance } from './start-instance.command.ts';
import { resumeInstance, suspendInstance } from './suspension.command.ts';
import { throwJobError } from './throw-job-error.command.ts';
import { throwUncaught } from './throw-uncaught.command.ts';
import { triggerTimer } from './trigger-timer.command.ts';
import { updateJob } from './update-job.command.ts';
import {
  assignUserTask,
  claimUserTask,
  completeUserTask,
  unassignUserTask,
  updateUserTask,
} from './user-task-changes.command.ts';

export type CommandHandlers = {
  readonly [T in CommandType]: (turn: Turn, command: CommandOf<T>) => Rejection | void;
};

/** Each checks its command against the state, then rejects it or emits and schedules. */
export const handlers: CommandHandlers = {
  'start-instance': startInstance,
  'activate-job': activateJob,
  'complete-job': completeJob,
  'fail-job': failJob,
  'throw-job-error': throwJobError,
  'update-job': updateJob,
  'complete-user-task': completeUserTask,
  'claim-user-task': claimUserTask,
  'assign-user-task': assignUserTask,
  'unassign-user-task': unassignUserTask,
  'update-user-task': updateUserTask,
  escalate,
  'trigger-timer': triggerTimer,
  'deliver-message': deliverMessage,
  'deliver-signal': deliverSignal,
  'child-ended': childEnded,
  'child-threw': childThrew,
  'throw-uncaught': throwUncaught,
  'set-variables': setVariables,
  'resolve-incident': resolveIncident,
  'modify-instance': modifyInstance,
  'activate-ad-hoc': activateAdHoc,
  'cancel-instance': cancelInstance,
  'suspend-instance': suspendInstance,
  'resume-instance': resumeInstance,
  continue: goOn,
};
