import type { JobStore, TakenJob } from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';
import * as sql from './sql/jobs.sql.ts';

/** Jobs on PostgreSQL: waits of the engine that workers lease in batches, by real time. */
export class PostgresJobStore implements JobStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async take(request: Parameters<JobStore['take']>[0]): Promise<readonly TakenJob[]> {
    const { rows } = await this.#pool.query<JobRow>(sql.TAKE_JOBS, [
      request.type,
      binaryArray('text', request.tenantIds),
      request.limit,
      request.leaseMs,
      request.worker,
    ]);
    return rows.map(takenJob);
  }

  async takeOne(key: string, worker: string, leaseMs: number): Promise<TakenJob | undefined> {
    const { rows } = await this.#pool.query<JobRow>(sql.TAKE_ONE, [key, worker, leaseMs]);
    return rows[0] && takenJob(rows[0]);
  }

  async release(keys: readonly string[]): Promise<void> {
    await this.#pool.query(sql.RELEASE_JOBS, [binaryArray('key', keys)]);
  }

  async extend(key: string, leaseMs: number): Promise<boolean> {
    const { rowCount } = await this.#pool.query(sql.EXTEND_JOB, [key, leaseMs]);
    return rowCount === 1;
  }

  async forgotten(
    types: readonly string[],
    readyForMs: number,
    limit: number,
  ): Promise<readonly { readonly key: string; readonly type: string }[]> {
    const { rows } = await this.#pool.query<{ key: string; type: string }>(sql.FORGOTTEN_JOBS, [
      binaryArray('text', types),
      readyForMs,
      limit,
    ]);
    return rows;
  }
}

interface JobRow {
  key: string;
  tenant_id: string;
  retries: number;
  deadline: Date;
}
function takenJob(row: JobRow): TakenJob {
  return {
    key: row.key,
    tenantId: row.tenant_id,
    retries: row.retries,
    deadline: row.deadline.getTime(),
  };
}
