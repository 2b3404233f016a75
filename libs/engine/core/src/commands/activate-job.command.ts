import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** A worker takes a job until its deadline. */
export function activateJob(turn: Turn, command: CommandOf<'activate-job'>): Rejection | void {
  const { key, worker, deadline } = command;
  const job = findWait(turn, key, 'job');
  if (isRejection(job)) return job;
  const { now } = turn.env;
  const held = job.deadline !== undefined && job.deadline > now;
  if (held || job.retries === 0 || (job.retryAt ?? 0) > now)
    return { code: 'INVALID_STATE', message: `Expected job ${key} to be free, but it is held or waits` };
  turn.emit({ type: 'job-updated', key, changes: { worker, deadline, retryAt: null } });
}
