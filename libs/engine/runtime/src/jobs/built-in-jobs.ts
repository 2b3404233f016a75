import type { BuiltInWorker, Caller, Engine } from '../engine.ts';
import type { Dispatch } from '../ports/doorbells.ts';
import type { JobStore } from '../ports/schedule.ts';
import type { JobDesk } from './job-desk.ts';
import { BpmnError, JobRefused } from './worker-errors.ts';

const QUEUE = 'jobs';
const WORKER = 'iter';
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;
/** A job that has been ready for so long was never called, or its call was lost. */
const FORGOTTEN_AFTER_MS = 5_000;

export interface BuiltInJobsParts {
  readonly workers: readonly BuiltInWorker[];
  readonly dispatch: Dispatch;
  readonly store: JobStore;
  readonly desk: JobDesk;
  readonly complete: Engine['completeJob'];
  readonly fail: Engine['failJob'];
  readonly throwError: Engine['throwJobError'];
  readonly fault: (what: string, error: unknown) => void;
}

/**
 * Jobs the server itself does, called through the background queue so that any worker node does them. The row of
 * the job is the truth: a call that is lost or comes twice does no harm.
 */
export class BuiltInJobs {
  readonly #parts: BuiltInJobsParts;
  readonly #workers: ReadonlyMap<string, BuiltInWorker>;

  constructor(parts: BuiltInJobsParts) {
    this.#parts = parts;
    this.#workers = new Map(parts.workers.map((worker) => [worker.type, worker]));
    for (const worker of parts.workers)
      parts.dispatch.work(queueOf(worker.type), worker.concurrency, (key) => this.#work(worker, key));
  }

  /** Calls a worker for a job, if its type is built in; each try is an order of its own. */
  ready(type: string, key: string, retries: number, delayMs: number): void {
    if (!this.#workers.has(type)) return;
    this.#parts.dispatch
      .enqueue([{ queue: queueOf(type), id: `${key}-${retries}`, data: key, delayMs }])
      .catch((error: unknown) => this.#parts.fault('job queue', error));
  }

  /** Does what has waited too long here and now, without the queue: it may be the queue that is away. */
  async sweep(limit: number): Promise<void> {
    if (this.#workers.size === 0) return;
    const jobs = await this.#parts.store.forgotten([...this.#workers.keys()], FORGOTTEN_AFTER_MS, limit);
    for (const { type, key } of jobs) {
      const worker = this.#workers.get(type);
      if (worker) await this.#work(worker, key);
    }
  }

  async #work(worker: BuiltInWorker, key: string): Promise<void> {
    const job = await this.#parts.desk.activateOne(key, WORKER, worker.timeoutMs);
    if (!job) return;
    const caller = { tenantId: job.tenantId, actor: { system: worker.type } };
    try {
      const variables = await worker.handle(job);
      await this.#parts.complete({ ...caller, jobKey: key, variables });
    } catch (error) {
      await this.#failed({ ...caller, jobKey: key }, job.retries, error);
    }
  }

  async #failed(job: Caller & { readonly jobKey: string }, left: number, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof BpmnError) {
      const { code: errorCode, variables } = error;
      await this.#parts.throwError({ ...job, errorCode, message, variables });
      return;
    }
    const retries = error instanceof JobRefused ? 0 : Math.max(0, left - 1);
    await this.#parts.fail({ ...job, retries, message, backOffMs: pauseBefore(retries), variables: {} });
  }
}

/** The fewer tries are left, the longer the pause; a little chance keeps jobs that failed together apart. */
function pauseBefore(retriesLeft: number): number {
  const pause = FIRST_PAUSE_MS * 4 ** Math.max(0, 2 - retriesLeft);
  return Math.round(Math.min(pause, LONGEST_PAUSE_MS) * (0.8 + 0.4 * Math.random()));
}

function queueOf(type: string): string {
  // BullMQ keeps the colon for itself.
  return `${QUEUE}-${type.replaceAll(':', '-')}`;
}
