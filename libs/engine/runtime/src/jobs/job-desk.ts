import { decodeKey } from '@iter/engine-core';
import type { ActivatedJob, ActivateJobs } from '../engine.ts';
import type { JobStore, TakenJob } from '../ports/schedule.ts';
import { within } from '../sleep.ts';
import type { TurnRunner } from '../turns/turn-runner.ts';
import { describeJob } from './describe-job.ts';

/** Jobs that other nodes open are seen by looking again; those of this node wake the waiting at once. */
const LOOK_AGAIN_MS = 1000;

/** Gives jobs to workers that ask for them, and lets them wait for the first one. */
export class JobDesk {
  readonly #store: JobStore;
  readonly #runner: TurnRunner;
  readonly #waiting = new Map<string, Set<() => void>>();
  #stopped = false;

  constructor(store: JobStore, runner: TurnRunner) {
    this.#store = store;
    this.#runner = runner;
  }

  /** Leases up to `maxJobs`; empty when the time is over or the caller has gone. */
  async activate(request: ActivateJobs): Promise<readonly ActivatedJob[]> {
    const deadline = Date.now() + (request.requestTimeoutMs ?? 0);
    for (;;) {
      const alarm = this.#wakeUp(request);
      try {
        const jobs = await this.#take(request);
        const left = deadline - Date.now();
        if (jobs.length > 0 || left <= 0 || this.#stopped) return jobs;
        await within(Math.min(left, LOOK_AGAIN_MS), alarm.rung);
      } finally {
        alarm.off();
      }
      if (request.signal?.aborted) return [];
    }
  }

  /** One job for a built-in worker; undefined where somebody else has it, or it is done. */
  async activateOne(key: string, worker: string, leaseMs: number): Promise<ActivatedJob | undefined> {
    const taken = await this.#store.takeOne(key, worker, leaseMs);
    return taken && this.#describe(taken, worker, []);
  }

  /** A job of that type is ready. */
  ring(type: string): void {
    for (const listener of this.#waiting.get(type) ?? []) listener();
  }

  /** Sends the waiting home. */
  stop(): void {
    this.#stopped = true;
    for (const type of this.#waiting.keys()) this.ring(type);
  }

  async #take(request: ActivateJobs): Promise<ActivatedJob[]> {
    const { tenantIds, type, worker, maxJobs, timeoutMs } = request;
    const taken = await this.#store.take({ tenantIds, type, worker, limit: maxJobs, leaseMs: timeoutMs });
    if (request.signal?.aborted) {
      await this.#store.release(taken.map(({ key }) => key));
      return [];
    }
    const jobs = await Promise.all(taken.map((job) => this.#describe(job, worker, request.fetchVariables)));
    return jobs.filter((job) => job !== undefined);
  }

  async #describe(
    taken: TakenJob,
    worker: string,
    fetchVariables: readonly string[],
  ): Promise<ActivatedJob | undefined> {
    const pair = decodeKey(taken.key);
    if (!pair) throw new Error(`Expected the key of a job, but got '${taken.key}'`);
    const look = (fresh: boolean): Promise<ActivatedJob | undefined> =>
      this.#runner.read(pair.instance, fresh, (live) =>
        describeJob(live, pair, taken, worker, fetchVariables),
      );
    // The row was there, so a state without the job is older than the row: another node went on with it.
    return (await look(false)) ?? look(true);
  }

  #wakeUp({ type, signal }: ActivateJobs): { readonly rung: Promise<void>; off(): void } {
    const { promise: rung, resolve } = withResolvers();
    const listeners = this.#waiting.get(type) ?? new Set();
    this.#waiting.set(type, listeners.add(resolve));
    signal?.addEventListener('abort', resolve);
    return {
      rung,
      off: () => {
        signal?.removeEventListener('abort', resolve);
        listeners.delete(resolve);
        if (listeners.size === 0) this.#waiting.delete(type);
      },
    };
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
