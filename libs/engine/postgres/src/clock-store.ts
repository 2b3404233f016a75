import type { ClockStore, TenantClock } from '@iter/engine-runtime';
import type pg from 'pg';
import { CLOCK_CHANNEL } from './announcements.ts';

/** The clock of each tenant, one row each. */
export class PostgresClockStore implements ClockStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async all(): Promise<ReadonlyMap<string, TenantClock>> {
    const { rows } = await this.#pool.query<ClockRow>(
      'SELECT "tenant_id", "mode", "offset_ms", "pinned_at" FROM "clock"',
    );
    return new Map(rows.map((row) => [row.tenant_id, clockOf(row)]));
  }

  async set(tenantId: string, clock: TenantClock): Promise<void> {
    await this.#pool.query(
      `WITH set_clock AS (
         INSERT INTO "clock" ("tenant_id", "mode", "offset_ms", "pinned_at") VALUES ($1, $2, $3, $4)
         ON CONFLICT ("tenant_id") DO UPDATE SET "mode" = EXCLUDED."mode",
           "offset_ms" = EXCLUDED."offset_ms", "pinned_at" = EXCLUDED."pinned_at"
       )
       SELECT pg_notify($5, $1)`,
      [
        tenantId,
        clock.mode,
        clock.mode === 'offset' ? clock.offsetMs : 0,
        clock.mode === 'pinned' ? new Date(clock.at) : null,
        CLOCK_CHANNEL,
      ],
    );
  }
}

interface ClockRow {
  tenant_id: string;
  mode: TenantClock['mode'];
  offset_ms: string;
  pinned_at: Date | null;
}
function clockOf(row: ClockRow): TenantClock {
  if (row.mode === 'offset') return { mode: 'offset', offsetMs: Number(row.offset_ms) };
  if (row.mode === 'pinned' && row.pinned_at) return { mode: 'pinned', at: row.pinned_at.getTime() };
  return { mode: 'real' };
}
