import { raise } from '../frame/incidents.ts';
import { throwError } from '../frame/throws.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { closeIncidents } from './complete-job.command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** A worker throws a BPMN error, as thrown by its task; uncaught it is an incident there (TSK-4, END-6). */
export function throwJobError(turn: Turn, command: CommandOf<'throw-job-error'>): Rejection | void {
  const { key, code, message, variables } = command;
  const job = findWait(turn, key, 'job');
  if (isRejection(job)) return job;
  if (code === '') return { code: 'INVALID_ARGUMENT', message: 'Expected an error code, but it is empty' };
  const self = turn.state.elements.get(job.owner);
  if (!self) return;
  closeIncidents(turn, job);
  turn.emit({ type: 'wait-closed', key, reason: 'failed' });
  const failure = throwError(turn, self, { code, message, variables });
  const phase = self.status === 'activated' ? 'work' : 'listeners';
  if (failure) raise(turn, self.key, failure, { retry: { do: 'enter', key: self.key, phase } });
}
