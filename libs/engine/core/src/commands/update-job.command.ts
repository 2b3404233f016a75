import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** Changes retries or the deadline of a job; an incident stays until it is resolved. */
export function updateJob(turn: Turn, command: CommandOf<'update-job'>): Rejection | void {
  const { key, retries, deadline } = command;
  const job = findWait(turn, key, 'job');
  if (isRejection(job)) return job;
  if (retries !== undefined && (!Number.isInteger(retries) || retries < 1))
    return { code: 'INVALID_ARGUMENT', message: `Expected retries to be 1 or more, but got ${retries}` };
  turn.emit({
    type: 'job-updated',
    key,
    changes: { ...(retries !== undefined && { retries }), ...(deadline !== undefined && { deadline }) },
  });
}
