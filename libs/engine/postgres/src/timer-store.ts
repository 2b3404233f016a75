import type {
  DueTimer,
  FiredStart,
  StartTimer,
  StoredEffect,
  TenantTimes,
  TimerStore,
} from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';
import { insertOutbox } from './outbox-store.ts';
import * as sql from './sql/timers.sql.ts';
import { inTransaction } from './transaction.ts';

/** Timers on PostgreSQL: the row is the truth, alarms only make it punctual. */
export class PostgresTimerStore implements TimerStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async takeDue(times: TenantTimes, limit: number, leaseMs: number): Promise<readonly DueTimer[]> {
    const { rows } = await this.#pool.query<{ key: string; tenant_id: string; due_at: Date }>(sql.TAKE_DUE, [
      ...timeArrays(times),
      limit,
      leaseMs,
    ]);
    return rows
      .map((row) => ({ key: row.key, tenantId: row.tenant_id, dueAt: row.due_at.getTime() }))
      .sort((a, b) => a.dueAt - b.dueAt || compareKeys(a.key, b.key));
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.#pool.query(sql.REMOVE_TIMERS, [binaryArray('key', keys)]);
  }

  fireStarts(
    times: TenantTimes,
    limit: number,
    fire: (timer: StartTimer) => FiredStart,
  ): Promise<readonly StoredEffect[]> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<StartTimerRow>(sql.LOCK_DUE_STARTS, [...timeArrays(times), limit]);
      const effects: StoredEffect[] = [];
      for (const row of rows) {
        const fired = fire(startTimer(row));
        const id = [row.definition_key, row.element_id, row.definition];
        if (fired.next)
          await client.query(sql.MOVE_START, [...id, new Date(fired.next.dueAt), fired.next.repeatsLeft]);
        else await client.query(sql.REMOVE_START, id);
        effects.push(...fired.effects);
      }
      await insertOutbox(client, effects);
      return effects;
    });
  }

  async nextDue(): Promise<TenantTimes> {
    const { rows } = await this.#pool.query<{ tenant_id: string; due_at: Date }>(sql.NEXT_DUE);
    return new Map(rows.map((row) => [row.tenant_id, row.due_at.getTime()]));
  }
}

/** Keys are longer than a safe integer: shorter text is the smaller number. */
function compareKeys(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function timeArrays(times: TenantTimes): unknown[] {
  return [binaryArray('text', [...times.keys()]), binaryArray('timestamptz', [...times.values()])];
}

interface StartTimerRow {
  definition_key: string;
  element_id: string;
  definition: number;
  tenant_id: string;
  process_id: string;
  due_at: Date;
  repeats_left: number | null;
  every: string | null;
}
function startTimer(row: StartTimerRow): StartTimer {
  return {
    tenantId: row.tenant_id,
    definitionKey: row.definition_key,
    processId: row.process_id,
    elementId: row.element_id,
    definition: row.definition,
    dueAt: row.due_at.getTime(),
    repeatsLeft: row.repeats_left,
    every: row.every,
  };
}
