import type pg from 'pg';

const DDL_LOCK = 7_240_117;

/**
 * Partitions of the history by the month in which the root instance started. Those of the next months are made
 * ahead; any other month (a pinned clock, a sandbox in another year) when its first case starts.
 */
export class HistoryPartitions {
  readonly #pool: pg.Pool;
  readonly #known = new Set<string>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async ensure(turns: readonly { readonly facts: { readonly month: string } }[]): Promise<void> {
    for (const { facts } of turns) if (!this.#known.has(facts.month)) await this.create(facts.month);
  }

  /** Makes the partition of a month, `YYYY-MM-01`, unless it is there. */
  async create(month: string): Promise<void> {
    if (this.#known.has(month)) return;
    const name = `history_${month.slice(0, 4)}_${month.slice(5, 7)}`;
    const client = await this.#pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock($1)', [DDL_LOCK]);
      const { rows } = await client.query('SELECT 1 FROM pg_class WHERE oid = to_regclass($1)', [name]);
      if (rows.length === 0) {
        // Attached, not created as a partition: that would stop all who write history.
        await client.query(`CREATE TABLE "${name}" (LIKE "history" INCLUDING ALL)`);
        await client.query(
          `ALTER TABLE "history" ATTACH PARTITION "${name}" FOR VALUES FROM ('${month}') TO ('${monthAfter(month)}')`,
        );
      }
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
    this.#known.add(month);
  }
}

/** The first day of the following month. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}
