import type { Submit } from '../admission.ts';
import { rejected } from '../answers.ts';
import type { TenantClocks } from '../clock/tenant-clocks.ts';
import type { Engine } from '../engine.ts';
import type { JobDesk } from '../jobs/job-desk.ts';
import type { JobStore } from '../ports/schedule.ts';

type JobCommands = Pick<Engine, 'activateJobs' | 'completeJob' | 'failJob' | 'throwJobError' | 'updateJob'>;

/** What workers say of their jobs. */
export function jobCommands(
  submit: Submit,
  parts: { readonly desk: JobDesk; readonly store: JobStore; readonly clocks: TenantClocks },
): JobCommands {
  return {
    activateJobs: (command) => parts.desk.activate(command),
    completeJob: (command) => {
      const { jobKey, variables, result } = command;
      return submit(command, 'jobKey', jobKey, (key) => ({
        type: 'complete-job',
        key,
        variables,
        ...(result && { result }),
      }));
    },
    failJob: (command) => {
      const { jobKey, message, retries, variables, backOffMs } = command;
      const retryAt = parts.clocks.now(command.tenantId) + backOffMs;
      return submit(command, 'jobKey', jobKey, (key) => ({
        type: 'fail-job',
        key,
        message,
        retries,
        variables,
        ...(backOffMs > 0 && { retryAt }),
      }));
    },
    throwJobError: (command) => {
      const { jobKey, errorCode: code, message, variables } = command;
      return submit(command, 'jobKey', jobKey, (key) => ({
        type: 'throw-job-error',
        key,
        code,
        message,
        variables,
      }));
    },
    updateJob: async (command) => {
      const { jobKey, retries, timeoutMs } = command;
      const answer = await submit(command, 'jobKey', jobKey, (key) => ({
        type: 'update-job',
        key,
        ...(retries !== undefined && { retries }),
      }));
      // A lease is not a fact of the case: it is prolonged in the row of the job only.
      if (!answer.ok || timeoutMs === undefined || (await parts.store.extend(jobKey, timeoutMs)))
        return answer;
      const message = `Expected job ${jobKey} to be held by a worker, but it is not`;
      return rejected({ code: 'NOT_FOUND', message, field: 'jobKey' });
    },
  };
}
