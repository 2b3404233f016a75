import type { WorkingCalendar } from '@iter/calendar';
import type { OfficeCode } from './definitions/starter.ts';
import type { BuiltInWorker } from './engine.ts';
import type { InTurnWorker } from './env/turn-env.ts';
import type { DefinitionStore } from './ports/definition-store.ts';
import type { Alarm, Dispatch } from './ports/doorbells.ts';
import type { MessageStore, Outbox, SignalStore } from './ports/effects.ts';
import type { InstanceStore } from './ports/instance-store.ts';
import type { Announcements, ClockStore, JobStore, RealTime, TimerStore } from './ports/schedule.ts';
import type { StartOccurrenceStore } from './ports/start-occurrences.ts';
import type { Projection } from './projection.ts';

/** What the engine works on. `createEngineDatabase` of engine/postgres gives all stores at once. */
export interface EnginePorts {
  readonly instances: InstanceStore;
  readonly outbox: Outbox;
  readonly messages: MessageStore;
  readonly signals: SignalStore;
  readonly starts: StartOccurrenceStore;
  readonly timers: TimerStore;
  readonly jobs: JobStore;
  readonly definitions: DefinitionStore;
  readonly clocks: ClockStore;
  readonly announcements: Announcements;
  /** Rings the worker nodes. Absent: each node rings itself. */
  readonly alarm?: Alarm;
  /** The background queue of built-in workers. Absent: this process. */
  readonly dispatch?: Dispatch;
}

export interface EngineOptions {
  /** Read models that are written with each turn, besides the engine's own rows. */
  readonly projections: readonly Projection[];
  /** Whether this node fires timers, does built-in jobs and takes over what other nodes left. Default true. */
  readonly worker?: boolean;
  readonly builtInWorkers?: readonly BuiltInWorker[];
  /** Listeners and service tasks answered within the turn, by type; `iter:terms` is always there. */
  readonly inTurnWorkers?: ReadonlyMap<string, InTurnWorker>;
  /** Working days and zone of a tenant. Default: the national calendar in Europe/Rome. */
  readonly calendar?: (tenantId: string) => WorkingCalendar;
  /** The part of a case number that names the office. Default: its id in capitals. */
  readonly officeCode?: OfficeCode;
  /** Milliseconds since 1970; tests give their own. */
  readonly realTime?: RealTime;
  /** Told what should not happen and is tried again, and bugs. Default: written to standard error. */
  readonly fault?: (what: string, error: unknown) => void;
  readonly limits?: Partial<EngineLimits>;
}

export interface EngineLimits {
  /** Commands that may wait at once; more are refused as `OVERLOADED`. */
  readonly maxQueued: number;
  /** Turns of one transaction. */
  readonly maxBatch: number;
  /** Committers of this node; as many as the store has writers. */
  readonly committers: number;
  /** Stored bytes of the states kept in memory; in the heap they take about six times as much. */
  readonly cacheBytes: number;
  /** How long a database that cannot be reached is waited for, in milliseconds. */
  readonly patienceMs: number;
  /** Between looks for what was left behind, in milliseconds. */
  readonly sweepMs: number;
  readonly maxSteps: number;
  readonly maxTotalSteps: number;
  readonly maxCallDepth: number;
}

export const DEFAULT_LIMITS: EngineLimits = {
  maxQueued: 5_000,
  maxBatch: 256,
  committers: 1,
  cacheBytes: 32 * 1024 * 1024,
  patienceMs: 15_000,
  sweepMs: 5_000,
  maxSteps: 10_000,
  maxTotalSteps: 1_000_000,
  maxCallDepth: 100,
};
