import type { TenantClock } from '../engine.ts';
import type { StoredEffect } from './effects.ts';

export interface DueTimer {
  readonly tenantId: string;
  readonly key: string;
  /** Epoch milliseconds of the tenant's clock. */
  readonly dueAt: number;
}
export interface StartTimer {
  readonly tenantId: string;
  readonly definitionKey: string;
  readonly processId: string;
  readonly elementId: string;
  /** Position of the definition on the event. */
  readonly definition: number;
  readonly dueAt: number;
  readonly repeatsLeft: number | null;
  readonly every: string | null;
}
/** Tenant → its time, epoch milliseconds. */
export type TenantTimes = ReadonlyMap<string, number>;

export interface TimerStore {
  /** Due at these times and leased to this node for `leaseMs`, earliest first; rows others hold are passed by. */
  takeDue(times: TenantTimes, limit: number, leaseMs: number): Promise<readonly DueTimer[]>;
  /** Rows of timers that their instances do not know (any more). */
  remove(keys: readonly string[]): Promise<void>;
  /** Moves each due start timer on, or removes it, together with the outbox row of its start, in one transaction. */
  fireStarts(
    times: TenantTimes,
    limit: number,
    fire: (timer: StartTimer) => FiredStart,
  ): Promise<readonly StoredEffect[]>;
  /** When the first timer of each tenant is due, by its clock; tenants without timers are missing. */
  nextDue(): Promise<TenantTimes>;
}
export interface FiredStart {
  readonly effects: readonly StoredEffect[];
  /** Undefined: it does not repeat. */
  readonly next: { readonly dueAt: number; readonly repeatsLeft: number | null } | undefined;
}

export interface TakenJob {
  readonly key: string;
  readonly tenantId: string;
  readonly retries: number;
  readonly deadline: number;
}
export interface JobStore {
  /** Leases jobs that are ready, the longest waiting first. */
  take(request: {
    readonly tenantIds: readonly string[];
    readonly type: string;
    readonly worker: string;
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly TakenJob[]>;
  /** One job for the built-in worker that was called for it; undefined: somebody has it, or it is done. */
  takeOne(key: string, worker: string, leaseMs: number): Promise<TakenJob | undefined>;
  /** Ends the leases at once: the caller has gone before it got them. */
  release(keys: readonly string[]): Promise<void>;
  /** New deadline from now; false: no such job, or nobody holds it. */
  extend(key: string, leaseMs: number): Promise<boolean>;
  /** Keys of ready jobs of these types that have been ready for that long: their call was lost. */
  forgotten(
    types: readonly string[],
    readyForMs: number,
    limit: number,
  ): Promise<readonly { readonly key: string; readonly type: string }[]>;
}

export interface ClockStore {
  all(): Promise<ReadonlyMap<string, TenantClock>>;
  /** Announces the change to all nodes. */
  set(tenantId: string, clock: TenantClock): Promise<void>;
}
/** Real time of this machine, epoch milliseconds. Tests give their own. */
export type RealTime = () => number;

/** What nodes tell each other. */
export interface Announcements {
  onClock(listener: () => void): void;
  onDeployed(listener: (tenantId: string) => void): void;
  /** The connection was lost and is back: what was announced meanwhile is unknown. */
  onGap(listener: () => void): void;
}
