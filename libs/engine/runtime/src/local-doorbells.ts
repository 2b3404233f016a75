import type { Alarm, BackgroundOrder, Dispatch } from './ports/doorbells.ts';

/** `setTimeout` takes no more than this. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** An alarm of this process alone: enough for one node, and beside any other to be punctual. */
export function createLocalAlarm(): Alarm {
  const listeners = new Set<() => void>();
  let timeout: NodeJS.Timeout | undefined;
  let next = Infinity;
  const ring = (): void => {
    next = Infinity;
    for (const listener of listeners) listener();
  };
  return {
    set(at) {
      if (at >= next) return Promise.resolve();
      next = at;
      clearTimeout(timeout);
      timeout = setTimeout(ring, Math.min(Math.max(0, at - Date.now()), LONGEST_TIMEOUT_MS));
      return Promise.resolve();
    },
    onRing: (listener) => void listeners.add(listener),
    start: () => Promise.resolve(),
    stop() {
      clearTimeout(timeout);
      return Promise.resolve();
    },
  };
}

const RETRY_MS = 1000;

/** Background work in this process alone; what is not done when it ends is found again by the engine's sweep. */
export function createLocalDispatch(): Dispatch {
  const handlers = new Map<string, (data: string) => Promise<void>>();
  const known = new Set<string>();
  const timeouts = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  function later(order: BackgroundOrder, delayMs: number): void {
    if (stopped) return;
    const timeout = setTimeout(() => {
      timeouts.delete(timeout);
      const work = run(order).finally(() => running.delete(work));
      running.add(work);
    }, delayMs);
    timeouts.add(timeout);
  }
  async function run(order: BackgroundOrder): Promise<void> {
    try {
      await handlers.get(order.queue)?.(order.data);
      known.delete(order.id);
    } catch {
      later(order, RETRY_MS);
    }
  }
  return {
    enqueue(orders) {
      for (const order of orders) {
        if (known.has(order.id)) continue;
        known.add(order.id);
        later(order, order.delayMs ?? 0);
      }
      return Promise.resolve();
    },
    work: (queue, _concurrency, handler) => void handlers.set(queue, handler),
    start: () => Promise.resolve(),
    async stop() {
      stopped = true;
      for (const timeout of timeouts) clearTimeout(timeout);
      await Promise.all(running);
    },
  };
}
