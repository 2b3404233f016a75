import type { JsonText } from '@iter/engine-core';
import type { Actor } from '../engine.ts';
import type { RowChange } from '../rows.ts';

/**
 * What a store keeps of one instance. `state` is the core's dump without the values of variables; these are
 * rows of their own, so that a long text is not written again at each turn.
 */
export interface StoredInstance {
  readonly facts: InstanceFacts;
  /** Number of turns committed so far; the guard of every write. */
  readonly version: number;
  readonly state: Uint8Array;
  /** All of a running instance, also of scopes that have ended; none of an ended one. */
  readonly variables: readonly StoredVariable[];
}
export interface StoredVariable {
  readonly scopeKey: string;
  readonly name: string;
  readonly value: string;
  readonly variableKey: string;
}

/** What does not change in the life of an instance; its definition by a migration only. */
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
  /** The call activity that waits for this instance; `local` is the key of its `child` wait. */
  readonly parent: { readonly instance: number; readonly local: number } | null;
  /** Case number or the number given by the caller; children have their root's. */
  readonly businessId: string | null;
  readonly tags: readonly string[];
  /** Epoch milliseconds of the tenant's clock. */
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
  readonly status: 'active' | 'suspended' | 'completed' | 'terminated';
  /** Epoch milliseconds of the tenant's clock. */
  readonly at: number;
  readonly actor: Actor;
  /** Why, where who asked said so. */
  readonly reason: string | null;
  /** Type of the command that ran. */
  readonly command: string;
  /** Its definition is another one from now on, as the facts say. */
  readonly redefined: boolean;
  /** The turn's events as one JSON text. */
  readonly history: string;
  /** Rows of variables, waits and projections; each row at most once. */
  readonly rows: readonly RowChange[];
  readonly effects: readonly EffectWrite[];
  /** The outbox row this turn answers; it must still be there, and goes with the turn. */
  readonly consumes: string | null;
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
export interface CounterRequest extends CounterKey {
  /** At most so many are used. */
  readonly count: number;
}

/**
 * What is committed together. Where counters are asked for they are locked first; `write` then gets what each
 * had counted, in order, and says how many of each it used, so that a turn that is rejected uses none.
 */
export interface CommitPlan {
  /** Names this batch in its history rows: the only proof of a commit whose answer was lost. */
  readonly batch: string;
  readonly counters: readonly CounterRequest[];
  write(counted: readonly number[]): {
    readonly turns: readonly TurnWrite[];
    readonly used: readonly number[];
  };
}

/**
 * `committed` has the place of each turn that is stored. A turn that is missing lost: its version was stale or
 * what it answers was gone.
 */
export interface CommitOutcome {
  readonly committed: ReadonlySet<number>;
}

export interface TurnName {
  readonly month: string;
  readonly instance: number;
  readonly turn: number;
}

export interface InstanceStore {
  /** The first of `count` instance numbers that nobody else gets. */
  takeNumbers(count: number): Promise<number>;
  /** Those that exist; a number drawn later by an instance (`number-drawn`) stands for the instance. */
  load(instances: readonly number[]): Promise<readonly StoredInstance[]>;
  /** Versions of those that exist; an ended instance keeps its row until its retention ends. */
  versions(instances: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** Instance that drew a further number; the number itself where none did. */
  ownerOf(number: number): Promise<number>;
  /** The variables of the process itself, also after its end. */
  rootVariables(instance: number): Promise<Readonly<Record<string, JsonText>>>;
  /**
   * @throws CommitUnknownError the connection was lost while committing
   * @throws StoreUnavailableError nothing was sent
   * @throws Error the database refused the batch; nothing of it is stored
   */
  commit(plan: CommitPlan, lane: number): Promise<CommitOutcome>;
  /** Which of these turns that batch has stored; asked after `CommitUnknownError`. */
  committedBy(batch: string, turns: readonly TurnName[]): Promise<ReadonlySet<number>>;
}

/** Nobody knows yet whether the batch is stored. */
export class CommitUnknownError extends Error {
  override readonly name = 'CommitUnknownError';
}
/** The store cannot be reached; nothing was stored. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
/** Named places of a commit, where tests cut connections and kill processes. */
export type DebugPoint = 'commit:before' | 'commit:sent' | 'commit:after';
/** The connection that commits, as a test at a debug point sees it. */
export interface DebugConnection {
  /** Process id of its server process; null while there is none. */
  readonly pid: number | null;
  /** Breaks it on this side: the server process goes on with what it was sent. */
  cut(): void;
}
/** An error it throws is taken for a lost connection. */
export type Debug = (point: DebugPoint, connection: DebugConnection) => Promise<void> | void;
