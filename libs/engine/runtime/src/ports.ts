import type { Actor, TenantClock } from './engine.ts';
import type { ProjectedTurn } from './projection.ts';
import type { RowChange, TableSpec } from './rows.ts';

/**
 * What a store keeps of one instance. `state` is the core's dump without the values of variables; these are
 * rows of their own, so that a long text is not written again at each turn.
 */
export interface StoredInstance {
  readonly facts: InstanceFacts;
  /** Number of turns committed so far; the guard of every write. */
  readonly version: number;
  readonly state: Uint8Array;
  readonly variables: readonly StoredVariable[];
}
export interface StoredVariable {
  /** Local number of the scope's element instance. */
  readonly scope: number;
  readonly name: string;
  readonly value: string;
}

/** What never changes in the life of an instance. */
export interface InstanceFacts {
  readonly tenantId: string;
  readonly instance: number;
  readonly definitionKey: string;
  readonly processId: string;
  readonly processVersion: number;
  readonly processName: string;
  readonly rootInstance: number;
  /** First day of the UTC month in which the root instance started, `YYYY-MM-01`: the partition of its history. */
  readonly month: string;
  /** The call activity that waits for this instance. */
  readonly parent: { readonly instance: number; readonly local: number } | null;
  /** Case number or the number given by the caller; children have their root's. */
  readonly businessId: string | null;
  readonly tags: readonly string[];
  readonly startedAt: number;
  /** Correlation key of the message that started it, which keeps a second one waiting (INS-7). */
  readonly startedByKey: string | null;
}

/** One accepted turn on its way into the store. */
export interface TurnWrite {
  readonly facts: InstanceFacts;
  /** 0: a new instance; otherwise the version the turn was run on. */
  readonly expectedVersion: number;
  readonly state: Uint8Array;
  readonly status: 'active' | 'completed' | 'terminated';
  /** Epoch milliseconds of the tenant's clock. */
  readonly at: number;
  readonly actor: Actor;
  readonly command: string;
  /** The turn's events as one JSON text. */
  readonly history: string;
  readonly variables: readonly VariableWrite[];
  /** Rows of waits and projections. */
  readonly rows: readonly RowChange[];
  readonly effects: readonly EffectWrite[];
  /** The outbox row this turn answers; it must still be there, and goes with the turn. */
  readonly consumes: string | null;
}
export interface VariableWrite {
  readonly scope: number;
  readonly name: string;
  readonly value: string;
}
export interface EffectWrite {
  readonly key: string;
  /** Instance the effect is for, 0 where the router decides. */
  readonly target: number;
  readonly payload: string;
}

/** A counter without gaps: tenant, office and year. */
export interface CounterKey {
  readonly tenantId: string;
  readonly office: string;
  readonly year: number;
}

/**
 * What is committed together. Where counters are asked for they are locked first; `write` then gets their
 * last values, in order, and says how many of each it used, so that a turn that fails uses none.
 */
export interface CommitPlan {
  /** Names this batch in its history rows: the only proof of a commit whose answer was lost. */
  readonly batch: string;
  readonly counters: readonly CounterKey[];
  write(last: readonly number[]): { readonly turns: readonly TurnWrite[]; readonly used: readonly number[] };
}

/**
 * `committed` has the index of each turn that is stored. A turn that is missing lost: its version was stale
 * or what it consumes was gone.
 */
export interface CommitOutcome {
  readonly committed: ReadonlySet<number>;
}

/** The connection broke while committing: nobody knows yet whether the batch is stored. */
export class CommitUnknownError extends Error {
  override readonly name = 'CommitUnknownError';
}

export interface InstanceStore {
  /** A block of instance numbers nobody else gets: the first of `count`. */
  takeNumbers(count: number): Promise<number>;
  load(instances: readonly number[]): Promise<readonly StoredInstance[]>;
  /** Versions of those that exist; an ended instance keeps its row until its retention ends. */
  versions(instances: readonly number[]): Promise<ReadonlyMap<number, number>>;
  commit(plan: CommitPlan): Promise<CommitOutcome>;
  /** Which of these turns are stored by that batch; asked after `CommitUnknownError`. */
  committedBy(
    batch: string,
    turns: readonly { readonly month: string; readonly instance: number; readonly turn: number }[],
  ): Promise<ReadonlySet<number>>;
}

// ---------- effects between instances

export interface StoredEffect {
  readonly key: string;
  readonly tenantId: string;
  readonly target: number;
  readonly payload: string;
  readonly actor: Actor;
}
export interface Outbox {
  /** Rows that were written before `before` (epoch milliseconds of the database) and are still there, oldest first. */
  overdue(before: number, limit: number): Promise<readonly StoredEffect[]>;
  read(keys: readonly string[]): Promise<readonly StoredEffect[]>;
  remove(keys: readonly string[]): Promise<void>;
}

// ---------- timers

export interface DueTimer {
  readonly tenantId: string;
  readonly instance: number;
  readonly local: number;
  readonly dueAt: number;
}
export interface DueStart {
  readonly tenantId: string;
  readonly definitionKey: string;
  readonly elementId: string;
  readonly dueAt: number;
}
export interface TimerStore {
  /** Due by their tenants' clocks and leased to this node for `leaseMs`; rows that others hold are passed by. */
  takeDue(limit: number, leaseMs: number): Promise<readonly DueTimer[]>;
  takeDueStarts(limit: number, leaseMs: number): Promise<readonly DueStart[]>;
  /** The earliest instant, in real time, at which something becomes due; null: nothing waits. */
  nextDue(): Promise<number | null>;
}

// ---------- definitions

export interface StoredDefinition {
  readonly definitionKey: string;
  readonly tenantId: string;
  readonly deploymentKey: string;
  readonly processId: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly name: string | null;
  readonly resourceName: string;
  readonly content: Uint8Array;
}
export type DefinitionRef = Pick<
  StoredDefinition,
  'definitionKey' | 'tenantId' | 'deploymentKey' | 'processId' | 'version' | 'versionTag'
>;

// ---------- doorbells

/** Rings `listener` at about the wanted time on some node; may ring early, twice or, rarely, not at all. */
export interface Alarm {
  /** Epoch milliseconds, real time. */
  set(at: number): Promise<void>;
  onRing(listener: () => void): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Work for the background, at least once. `id` makes a second order of the same work one with the first. */
export interface Dispatch {
  enqueue(
    orders: readonly {
      readonly queue: string;
      readonly id: string;
      readonly data: string;
      readonly delayMs?: number;
    }[],
  ): Promise<void>;
  /** A worker whose promise rejects gets the same order again, later. */
  work(queue: string, concurrency: number, handler: (data: string) => Promise<void>): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

// ---------- clock

export interface ClockStore {
  all(): Promise<ReadonlyMap<string, TenantClock>>;
  set(tenantId: string, clock: TenantClock): Promise<void>;
}
/** Real time of this machine, epoch milliseconds. Tests give their own. */
export type RealTime = () => number;

/** What other nodes announce: a clock was set, something was deployed. */
export interface Announcements {
  onClock(listener: () => void): void;
  onDeployed(listener: (tenantId: string) => void): void;
  /** The connection was lost and is back: what was announced meanwhile is unknown. */
  onGap(listener: () => void): void;
}

/** Row changes of one committed turn, written in its transaction; pure. */
export interface Projection {
  readonly tables: readonly TableSpec[];
  project(turn: ProjectedTurn): readonly RowChange[];
}
