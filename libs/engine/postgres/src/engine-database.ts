import type { Announcements, Debug, EnginePorts, TableSpec } from '@iter/engine-runtime';
import { ENGINE_TABLES } from '@iter/engine-runtime';
import pg from 'pg';
import { PostgresAnnouncements } from './announcements.ts';
import { PostgresClockStore } from './clock-store.ts';
import { PostgresDefinitionStore } from './definition-store.ts';
import { HistoryPartitions, monthAfter } from './history-partitions.ts';
import { PostgresInstanceStore } from './instance-store.ts';
import { PostgresJobStore } from './job-store.ts';
import { PostgresMessageStore } from './message-store.ts';
import { PostgresOutbox } from './outbox-store.ts';
import { PostgresStartOccurrenceStore } from './start-occurrence-store.ts';
import { PostgresTimerStore } from './timer-store.ts';
import { Writer } from './writer.ts';

export interface EngineDatabaseOptions {
  readonly connectionString: string;
  /** Tables of the projections that are written with the turns. */
  readonly tables: readonly TableSpec[];
  /** Connections that commit; the engine spreads instances over them. Default 1. */
  readonly writers?: number;
  /** Connections for everything else. Default 6. */
  readonly readers?: number;
  readonly debug?: Debug;
}

/** The stores of the engine on one PostgreSQL, ready to be handed to `createEngine`. */
export interface EngineDatabase extends Pick<
  EnginePorts,
  'instances' | 'outbox' | 'messages' | 'signals' | 'starts' | 'timers' | 'jobs' | 'definitions' | 'clocks'
> {
  readonly announcements: Announcements;
  /** Listens to other nodes and makes the history's partitions of the next months. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens no connection before `start` or the first use. Migrations must have run. */
export function createEngineDatabase(options: EngineDatabaseOptions): EngineDatabase {
  const { connectionString } = options;
  const pool = new pg.Pool({
    connectionString,
    max: options.readers ?? 6,
    application_name: 'iter-engine',
    keepAlive: true,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const writers = Array.from(
    { length: options.writers ?? 1 },
    () => new Writer({ connectionString, debug: options.debug }),
  );
  const announcements = new PostgresAnnouncements(connectionString);
  const messages = new PostgresMessageStore(pool);
  return {
    instances: new PostgresInstanceStore(pool, writers, [...ENGINE_TABLES, ...options.tables]),
    outbox: new PostgresOutbox(pool),
    messages,
    signals: messages,
    starts: new PostgresStartOccurrenceStore(pool),
    timers: new PostgresTimerStore(pool),
    jobs: new PostgresJobStore(pool),
    definitions: new PostgresDefinitionStore(pool),
    clocks: new PostgresClockStore(pool),
    announcements,
    async start() {
      await createComingPartitions(pool, Date.now());
      await announcements.start();
    },
    async stop() {
      await announcements.stop();
      await Promise.all(writers.map((writer) => writer.close()));
      await pool.end();
    },
  };
}

/** This month and the next three, so that no commit at midnight has to. */
async function createComingPartitions(pool: pg.Pool, now: number): Promise<void> {
  const partitions = new HistoryPartitions(pool);
  let month = `${new Date(now).toISOString().slice(0, 7)}-01`;
  for (let ahead = 0; ahead < 4; ahead += 1) {
    await partitions.create(month);
    month = monthAfter(month);
  }
}
