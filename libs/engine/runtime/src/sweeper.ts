import type { EngineParts } from './assemble.ts';
import { sleep } from './sleep.ts';

const BATCH = 500;

/**
 * Comes by every few seconds for what was left behind: effects, matches, timers and calls of a node that was
 * killed or lost its doorbell. At the start it takes what is there at once.
 */
export class Sweeper {
  readonly #parts: EngineParts;
  #stop = new AbortController();
  #next = new AbortController();
  #running: Promise<void> | undefined;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#stop = new AbortController();
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#next.abort();
    await this.#running;
  }

  /** Comes by now. */
  soon(): void {
    this.#next.abort();
  }

  async #run(): Promise<void> {
    const { sweepMs } = this.#parts.limits;
    let olderThanMs = 0;
    while (!this.#stop.signal.aborted) {
      this.#next = new AbortController();
      await this.#sweep(olderThanMs);
      olderThanMs = sweepMs;
      if (this.#stop.signal.aborted) return;
      await sleep(sweepMs, this.#next.signal);
    }
  }

  async #sweep(olderThanMs: number): Promise<void> {
    const { router, messages, timers, builtIn } = this.#parts;
    await this.#try('effects', async () => {
      let found = BATCH;
      while (found === BATCH && !this.#stop.signal.aborted) found = await router.sweep(olderThanMs, BATCH);
    });
    await this.#try('messages', () => messages.sweep(BATCH));
    await this.#try('jobs', () => builtIn.sweep(BATCH));
    timers.look();
  }

  async #try(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.fault(`sweep of ${what}`, error);
    }
  }
}
