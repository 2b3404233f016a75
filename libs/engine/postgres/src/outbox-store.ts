import type { Outbox, StoredEffect } from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';
import { storedEffect, type EffectRow } from './message-store.ts';

const OVERDUE = `
  SELECT "key", "tenant_id", "target", "payload", "actor" FROM "outbox"
  WHERE "written_at" < now() - make_interval(secs => $1::double precision / 1000)
    -- The node that resumed it was killed before it came to these.
    OR ("written_at" = 'infinity' AND NOT EXISTS (
      SELECT FROM "instance" WHERE "instance" = "target" AND "status" = 'suspended'))
  ORDER BY "key" LIMIT $2`;

/** Kept for a suspended instance. */
const POSTPONE = `UPDATE "outbox" SET "written_at" = 'infinity' WHERE "key" = $1`;

const POSTPONED = `
  UPDATE "outbox" SET "written_at" = now() WHERE "target" = $1 AND "written_at" = 'infinity'
  RETURNING "key", "tenant_id", "target", "payload", "actor"`;

const REPLACE = `
  WITH gone AS (DELETE FROM "outbox" WHERE "key" = $1 RETURNING "key"),
  written AS (
    INSERT INTO "outbox" ("key", "tenant_id", "target", "payload", "actor")
    SELECT v.* FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[])
      AS v(key, tenant_id, target, payload, actor)
    WHERE EXISTS (SELECT FROM gone)
  )
  SELECT "key" FROM gone`;

const INSERT = `
  INSERT INTO "outbox" ("key", "tenant_id", "target", "payload", "actor")
  SELECT v.* FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[])
    AS v(key, tenant_id, target, payload, actor)`;

/** Effects between instances on PostgreSQL; those of a turn are written and removed with its commit. */
export class PostgresOutbox implements Outbox {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async overdue(olderThanMs: number, limit: number): Promise<readonly StoredEffect[]> {
    const { rows } = await this.#pool.query<EffectRow>(OVERDUE, [olderThanMs, limit]);
    return rows.map(storedEffect);
  }

  async replace(key: string, by: readonly StoredEffect[]): Promise<boolean> {
    const { rowCount } = await this.#pool.query(REPLACE, [key, ...effectArrays(by)]);
    return rowCount === 1;
  }

  async postpone(key: string): Promise<void> {
    await this.#pool.query(POSTPONE, [key]);
  }

  async postponed(target: number): Promise<readonly StoredEffect[]> {
    const { rows } = await this.#pool.query<EffectRow>(POSTPONED, [target]);
    return rows.map(storedEffect);
  }
}

/** Stores effects in a transaction that is open. */
export async function insertOutbox(client: pg.PoolClient, effects: readonly StoredEffect[]): Promise<void> {
  if (effects.length > 0) await client.query(INSERT, effectArrays(effects));
}

function effectArrays(effects: readonly StoredEffect[]): unknown[] {
  return [
    binaryArray(
      'key',
      effects.map((effect) => effect.key),
    ),
    binaryArray(
      'text',
      effects.map((effect) => effect.tenantId),
    ),
    binaryArray(
      'bigint',
      effects.map((effect) => effect.target),
    ),
    binaryArray(
      'text',
      effects.map((effect) => effect.payload),
    ),
    binaryArray(
      'text',
      effects.map((effect) => JSON.stringify(effect.actor)),
    ),
  ];
}
