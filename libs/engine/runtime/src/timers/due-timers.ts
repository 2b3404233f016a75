import { decodeKey } from '@iter/engine-core';
import type { TenantClocks } from '../clock/tenant-clocks.ts';
import type { Payload } from '../effects/payload.ts';
import type { StoredEffect } from '../ports/effects.ts';
import type { Alarm } from '../ports/doorbells.ts';
import type { DueTimer, FiredStart, RealTime, StartTimer, TimerStore } from '../ports/schedule.ts';
import type { TurnRunner } from '../turns/turn-runner.ts';

export interface DueTimersParts {
  readonly store: TimerStore;
  readonly alarms: readonly Alarm[];
  readonly clocks: TenantClocks;
  readonly realTime: RealTime;
  readonly runner: TurnRunner;
  /** Moves a start timer on: its next date, and the row that starts the instance. */
  readonly fireStart: (timer: StartTimer) => FiredStart;
  readonly ready: () => Promise<void>;
  readonly dispatch: (effects: readonly StoredEffect[]) => Promise<unknown>;
  readonly fault: (what: string, error: unknown) => void;
}

const BATCH = 500;
/** A node that took timers and was killed keeps them from the others for so long. */
const LEASE_MS = 30_000;

/**
 * Fires what is due. The rows are the truth: alarms only say that it may be time to look, and whoever looks
 * takes what is due by the clock of each tenant, so an alarm that is early, late, double or lost does no harm.
 */
export class DueTimers {
  readonly #parts: DueTimersParts;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(parts: DueTimersParts) {
    this.#parts = parts;
    for (const alarm of parts.alarms) alarm.onRing(() => this.look());
    parts.clocks.onChange(() => this.look());
  }

  start(): void {
    this.#stopped = false;
    this.look();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** Looks for due timers now; while that is under way, once more afterwards. */
  look(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
      if (this.#again) this.look();
    });
  }

  /** A timer was opened: have it rung for. */
  opened(tenantId: string, dueAt: number): void {
    const at = this.#parts.clocks.realTimeOf(tenantId, dueAt);
    if (at !== undefined) this.#setAlarms(at);
  }

  async #work(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#fireAll();
      }
      await this.#setNext();
    } catch (error) {
      this.#parts.fault('due timers', error);
    }
  }

  async #fireAll(): Promise<void> {
    const { store, clocks } = this.#parts;
    for (let found = BATCH; found === BATCH && !this.#stopped;) {
      const due = await store.takeDue(clocks.times(), BATCH, LEASE_MS);
      found = due.length;
      // In order of the dates; those of one instance keep it in their lane (TMR-8).
      const known = await Promise.all(due.map((timer) => this.#fire(timer)));
      const unknown = due.filter((_timer, index) => !known[index]).map(({ key }) => key);
      if (unknown.length > 0) await store.remove(unknown);
    }
    await this.#parts.ready();
    const starts = await store.fireStarts(clocks.times(), BATCH, this.#parts.fireStart);
    if (starts.length === 0) return;
    this.#again = true;
    await this.#parts.dispatch(starts);
  }

  /**
   * False where nobody waits for it any more (TMR-7). One that cannot be fired now, as its instance is suspended
   * or by a fault, is taken again when its lease is over.
   */
  async #fire({ key, dueAt, tenantId }: DueTimer): Promise<boolean> {
    const pair = decodeKey(key);
    if (!pair) throw new Error(`Expected the key of a timer, but got '${key}'`);
    try {
      const result = await this.#parts.runner.run({
        key: pair,
        tenantId,
        actor: { system: 'timer' },
        command: (local) => ({ type: 'trigger-timer', key: local, dueAt }),
        consumes: null,
      });
      return result.is !== 'rejected' || result.rejection.code !== 'NOT_FOUND';
    } catch (error) {
      this.#parts.fault(`timer ${key}`, error);
      return true;
    }
  }

  async #setNext(): Promise<void> {
    const next = await this.#parts.store.nextDue();
    for (const [tenantId, dueAt] of next) {
      const at = this.#parts.clocks.realTimeOf(tenantId, dueAt);
      // What is due already and still there is leased or paused; the sweep comes back to it.
      if (at !== undefined && at > this.#parts.realTime()) this.#setAlarms(at);
    }
  }

  #setAlarms(at: number): void {
    for (const alarm of this.#parts.alarms)
      alarm.set(at).catch((error: unknown) => this.#parts.fault('alarm', error));
  }
}

/** The outbox row that starts an instance by a timer. */
export function startByTimer(timer: StartTimer, key: string): StoredEffect {
  const payload: Payload = {
    do: 'start',
    definitionKey: timer.definitionKey,
    elementId: timer.elementId,
    definition: timer.definition,
    processId: timer.processId,
    messageKey: null,
    startedByKey: null,
    variables: {},
  };
  return {
    key,
    tenantId: timer.tenantId,
    target: 0,
    payload: JSON.stringify(payload),
    actor: { system: 'timer' },
  };
}
