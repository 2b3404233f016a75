import { raise } from '../frame/incidents.ts';
import { throwError } from '../frame/throws.ts';
import type { JobWait } from '../state/wait.ts';
import type { Step } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { reject, type CommandOf, type Rejection } from './command.ts';
import { closeIncidents } from './complete-job.command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** A worker throws a BPMN error, as thrown by its task; uncaught it is an incident there (TSK-4, END-6). */
export function throwJobError(turn: Turn, command: CommandOf<'throw-job-error'>): Rejection | void {
  const { key, code, message, variables } = command;
  const job = findWait(turn, key, 'job');
  if (isRejection(job)) return job;
  if (code === '') return reject('INVALID_ARGUMENT', 'Expected an error code, but it is empty');
  if (job.purpose.of === 'task-listener')
    return reject('INVALID_STATE', `Expected job ${key} to be able to throw, but it is a task listener's`);
  const self = turn.state.elements.get(job.owner);
  if (!self) return;
  closeIncidents(turn, job);
  const answer = { errorCode: code, ...(message && { errorMessage: message }) };
  turn.emit({ type: 'wait-closed', key, reason: 'failed', answer });
  const failure = throwError(turn, self, { code, message, variables });
  if (failure) raise(turn, self.key, failure, { retry: again(job) });
}

/** What makes the job once more when its incident is resolved. */
function again({ purpose, owner: key }: JobWait): Step {
  if (purpose.of === 'ad-hoc') return { do: 'go-on', key, at: 0 };
  if (purpose.of === 'task') return { do: 'enter', key, phase: 'work' };
  const listener = purpose.index;
  return purpose.on === 'end'
    ? { do: 'leave', key, phase: 'listeners', listener }
    : { do: 'enter', key, phase: 'listeners', listener };
}
