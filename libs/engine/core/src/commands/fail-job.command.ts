import { raise } from '../frame/incidents.ts';
import { setLocal } from '../frame/variables.ts';
import type { FailureCode } from '../state/instance-state.ts';
import type { JobPurpose } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

const noRetries: Readonly<Record<JobPurpose['of'], FailureCode>> = {
  task: 'JOB_NO_RETRIES',
  'ad-hoc': 'AD_HOC_SUB_PROCESS_NO_RETRIES',
  'execution-listener': 'EXECUTION_LISTENER_NO_RETRIES',
  'task-listener': 'TASK_LISTENER_NO_RETRIES',
};

/** A worker could not do its job; without retries left it becomes an incident (TSK-3). */
export function failJob(turn: Turn, command: CommandOf<'fail-job'>): Rejection | void {
  const { key, retries, message, retryAt, variables } = command;
  const job = findWait(turn, key, 'job');
  if (isRejection(job)) return job;
  if (!Number.isInteger(retries) || retries < 0)
    return { code: 'INVALID_ARGUMENT', message: `Expected retries to be 0 or more, but got ${retries}` };
  turn.emit({
    type: 'job-updated',
    key,
    changes: { retries, errorMessage: message, worker: null, deadline: null, retryAt: retryAt ?? null },
  });
  if (variables) setLocal(turn, job.owner, variables);
  const open = [...turn.state.incidents.values()].some(({ jobKey }) => jobKey === key);
  if (retries === 0 && !open)
    raise(
      turn,
      job.owner,
      { code: noRetries[job.purpose.of], message: message || `Job ${key} has no retries left` },
      { jobKey: key },
    );
}
