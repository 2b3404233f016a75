import type { Alarm, BackgroundOrder, Dispatch } from '@iter/engine-runtime';
import { createPostgresBackend, Queue, withBackend, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';

/** Where BullMQ keeps its queue: in Redis, or in a schema of its own in PostgreSQL. */
export type DoorbellConnection =
  { readonly redisUrl: string } | { readonly databaseUrl: string; readonly schema?: string };

export interface DoorbellOptions {
  readonly connection: DoorbellConnection;
  /** Name of the queue; installations that share a Redis need one each. Default `iter`. */
  readonly queueName?: string;
  /** Told what the connection complains about; it connects again by itself. */
  readonly fault: (what: string, error: unknown) => void;
}
/** Alarm and background work of one node. They share one queue, so that a node holds few connections. */
export interface Doorbells {
  readonly alarm: Alarm;
  readonly dispatch: Dispatch;
}

const ALARM = 'alarm';
/** Alarms of the same second are one. */
const ALARM_GRAIN_MS = 1000;
const DEFAULT_SCHEMA = 'bullmq';
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1000;

interface Order {
  readonly queue: string;
  readonly data: string;
}
type Handler = (data: string) => Promise<void>;
interface Backend {
  queue(): Queue;
  worker(process: (job: Job) => Promise<void>, concurrency: number): Worker;
  close(): Promise<void>;
}

/**
 * BullMQ as the doorbell of the engine: the rows in PostgreSQL are the truth, so a queue that is lost, emptied or
 * delivers twice costs time and nothing else. Jobs are removed when they are done or have failed for good: what
 * is still to be done is found by the engine's sweep.
 */
export function createDoorbells(options: DoorbellOptions): Doorbells {
  const backend = backendOf(options);
  const queue = backend.queue();
  queue.on('error', (error) => options.fault('queue', error));
  const handlers = new Map<string, Handler>();
  const ringing = new Set<() => void>();
  let concurrency = 1;
  let worker: Worker | undefined;
  let nextAlarm = Infinity;

  async function process({ name, data }: Job<Order>): Promise<void> {
    if (name === ALARM) for (const listener of ringing) listener();
    else await handlers.get(name)?.(data.data);
  }
  const alarm: Alarm = {
    async set(at) {
      const now = Date.now();
      if (at >= nextAlarm && nextAlarm > now) return;
      nextAlarm = at;
      const second = Math.ceil(at / ALARM_GRAIN_MS);
      await queue.add(ALARM, {}, { ...ONCE, jobId: `alarm-${second}`, delay: Math.max(0, at - now) });
    },
    onRing: (listener) => void ringing.add(listener),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const dispatch: Dispatch = {
    async enqueue(orders) {
      await queue.addBulk(orders.map(jobOf));
    },
    work(name, limit, handler) {
      concurrency += limit;
      handlers.set(name, handler);
    },
    async start() {
      worker = backend.worker(process, concurrency);
      worker.on('error', (error) => options.fault('worker', error));
      await worker.waitUntilReady();
    },
    async stop() {
      await worker?.close();
      await queue.close();
      await backend.close();
    },
  };
  return { alarm, dispatch };
}

const ONCE = { removeOnComplete: true, removeOnFail: true } as const;

function jobOf({ queue, id, data, delayMs }: BackgroundOrder) {
  return {
    name: queue,
    data: { queue, data } satisfies Order,
    opts: {
      ...ONCE,
      // BullMQ takes no id of digits only, and keeps the colon for itself.
      jobId: `${queue}-${id}`,
      delay: delayMs ?? 0,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: FIRST_PAUSE_MS },
    },
  };
}

function backendOf({ connection, queueName = 'iter', fault }: DoorbellOptions): Backend {
  return 'redisUrl' in connection
    ? redisBackend(connection.redisUrl, queueName, fault)
    : postgresBackend(connection.databaseUrl, connection.schema ?? DEFAULT_SCHEMA, queueName);
}

function redisBackend(url: string, name: string, fault: DoorbellOptions['fault']): Backend {
  // A turn's after-work must not pile up while Redis is away: orders fail at once, and the sweep finds the rows.
  const forOrders = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true });
  const forWork = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const client of [forOrders, forWork]) client.on('error', (error) => fault('redis', error));
  return {
    queue: () => new Queue(name, { connection: forOrders }),
    worker: (process, concurrency) => new Worker(name, process, { connection: forWork, concurrency }),
    close: () => {
      forOrders.disconnect();
      forWork.disconnect();
      return Promise.resolve();
    },
  };
}

function postgresBackend(connectionString: string, schema: string, name: string): Backend {
  const postgres = withBackend(createPostgresBackend);
  const connection = { connectionString, schema, migrate: true, max: 2 };
  return {
    queue: () => new postgres.Queue(name, { connection }) as unknown as Queue,
    worker: (process, concurrency) =>
      new postgres.Worker(name, process, { connection, concurrency }) as unknown as Worker,
    close: () => Promise.resolve(),
  };
}
