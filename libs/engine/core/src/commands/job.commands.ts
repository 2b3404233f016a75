import { attempt, dropIncidents, raise } from '../frame/incidents.ts';
import { acceptFromListener } from '../frame/listeners.ts';
import { acceptResult } from '../frame/mappings.ts';
import { throwError } from '../frame/throws.ts';
import { taskListenerAnswered } from '../frame/user-task-changes.ts';
import { setLocal } from '../frame/variables.ts';
import type { JobAnswer } from '../events/engine-event.ts';
import type { ElementInstance, FailureCode } from '../state/instance-state.ts';
import type { JobPurpose, JobWait } from '../state/wait.ts';
import type { Step } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { chooseAdHoc } from './ad-hoc.commands.ts';
import { reject, type CommandHandlers, type CommandOf, type JobResult } from './command.ts';
import { openWait } from './open-records.ts';

/** What workers do with jobs. */
export const jobCommands = {
  /** A worker takes a job until its deadline. */
  'activate-job'(turn, { key, worker, deadline }) {
    const { wait: job } = openWait(turn, key, 'job');
    const { now } = turn.env;
    const held = job.deadline !== undefined && job.deadline > now;
    if (held || job.retries === 0 || (job.retryAt ?? 0) > now)
      reject('INVALID_STATE', `Expected job ${key} to be free, but it is held or waits`);
    turn.emit({ type: 'job-updated', key, changes: { worker, deadline, retryAt: null } });
  },
  /** A worker has done its job: of a task, which then completes, or of a listener, behind which the element goes on. */
  'complete-job'(turn, command) {
    const { key } = command;
    const { wait: job, self } = openWait(turn, key, 'job');
    dropIncidents(turn, { jobKey: key });
    turn.emit({ type: 'wait-closed', key, reason: 'completed', ...answerOf(command.result) });
    goOn(turn, self, job.purpose, command);
  },
  /** A worker could not do its job; without retries left it becomes an incident (TSK-3). */
  'fail-job'(turn, { key, retries, message, retryAt = null, variables }) {
    const { wait: job } = openWait(turn, key, 'job');
    if (!Number.isInteger(retries) || retries < 0)
      reject('INVALID_ARGUMENT', `Expected retries to be 0 or more, but got ${retries}`);
    const changes = { retries, errorMessage: message, worker: null, deadline: null, retryAt };
    turn.emit({ type: 'job-updated', key, changes });
    if (variables) setLocal(turn, job.owner, variables);
    const open = [...turn.state.incidents.values()].some(({ jobKey }) => jobKey === key);
    if (retries > 0 || open) return;
    const code = noRetries[job.purpose.of];
    raise(turn, job.owner, { code, message: message || `Job ${key} has no retries left` }, { jobKey: key });
  },
  /** A worker throws a BPMN error, as thrown by its task; uncaught it is an incident there (TSK-4, END-6). */
  'throw-job-error'(turn, { key, code, message, variables }) {
    const { wait: job, self } = openWait(turn, key, 'job');
    if (code === '') reject('INVALID_ARGUMENT', 'Expected an error code, but it is empty');
    if (job.purpose.of === 'task-listener')
      reject('INVALID_STATE', `Expected job ${key} to be able to throw, but it is a task listener's`);
    dropIncidents(turn, { jobKey: key });
    const answer = { errorCode: code, ...(message && { errorMessage: message }) };
    turn.emit({ type: 'wait-closed', key, reason: 'failed', answer });
    const error = { code, message, variables };
    attempt(turn, self.key, () => throwError(turn, self, error), { retry: again(job) });
  },
  /** Changes retries or the deadline of a job; an incident stays until it is resolved. */
  'update-job'(turn, { key, retries, deadline }) {
    openWait(turn, key, 'job');
    if (retries !== undefined && (!Number.isInteger(retries) || retries < 1))
      reject('INVALID_ARGUMENT', `Expected retries to be 1 or more, but got ${retries}`);
    const changes = {
      ...(retries !== undefined && { retries }),
      ...(deadline !== undefined && { deadline }),
    };
    turn.emit({ type: 'job-updated', key, changes });
  },
} satisfies Partial<CommandHandlers>;

const noRetries: Readonly<Record<JobPurpose['of'], FailureCode>> = {
  task: 'JOB_NO_RETRIES',
  'ad-hoc': 'AD_HOC_SUB_PROCESS_NO_RETRIES',
  'execution-listener': 'EXECUTION_LISTENER_NO_RETRIES',
  'task-listener': 'TASK_LISTENER_NO_RETRIES',
};

/** Whether a task listener denied the change, and why. */
function answerOf(result: JobResult | undefined): { readonly answer?: JobAnswer } {
  if (result?.of !== 'task-listener' || result.denied === undefined) return {};
  const { denied, reason } = result;
  return { answer: { denied, ...(reason !== undefined && { deniedReason: reason }) } };
}

function goOn(
  turn: Turn,
  self: ElementInstance,
  purpose: JobPurpose,
  { variables, result }: CommandOf<'complete-job'>,
): void {
  switch (purpose.of) {
    case 'execution-listener': {
      acceptFromListener(turn, self, purpose.on, variables);
      const next = { key: self.key, phase: 'listeners', listener: purpose.index + 1 } as const;
      return turn.schedule(purpose.on === 'start' ? { do: 'enter', ...next } : { do: 'leave', ...next });
    }
    case 'task-listener':
      return taskListenerAnswered(turn, self, purpose, result?.of === 'task-listener' ? result : undefined);
    case 'ad-hoc':
      setLocal(turn, self.key, variables);
      if (result?.of === 'ad-hoc') chooseAdHoc(turn, self, result);
      return;
    case 'task':
      acceptResult(turn, self, variables);
      // An event with further definitions goes on with them; a task completes.
      if (turn.nodeOf(self).kind.endsWith('-event')) turn.goOn(self, purpose.next ?? 1);
      else turn.complete(self);
  }
}

/** What makes the job once more when its incident is resolved. */
function again({ purpose, owner: key }: JobWait): Step {
  if (purpose.of === 'ad-hoc') return { do: 'go-on', key, at: 0 };
  if (purpose.of === 'task') return { do: 'enter', key, phase: 'work' };
  const listener = purpose.index;
  return { do: purpose.on === 'end' ? 'leave' : 'enter', key, phase: 'listeners', listener };
}
