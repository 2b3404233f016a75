import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINE_TABLES, type RowChange, type TurnWrite } from '@iter/engine-runtime';
import { createTestDatabase, type TestDatabase } from '@iter/testing';
import pg from 'pg';
import { engineMigrations } from '../migrations/index.ts';
import { WRITER_SETTINGS } from '../writer.ts';
import { commitStatement } from './commit.sql.ts';

const tables = new Map(ENGINE_TABLES.map((table) => [table.name, table]));
let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase({ migrations: engineMigrations });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(WRITER_SETTINGS);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

function turn(instance: number, more: Partial<TurnWrite> = {}): TurnWrite {
  const key = { key: { instance, local: 3 } };
  const rows: RowChange[] = [
    {
      table: 'open_timer',
      op: 'insert',
      key,
      values: { instance, tenant_id: 't', due_at: 0, leased_until: null },
    },
    { table: 'open_job', op: 'update', key, values: { retries: 2 } },
    { table: 'open_message', op: 'delete', key },
  ];
  return {
    facts: {
      tenantId: 't',
      instance,
      definitionKey: '1',
      processId: 'p',
      processVersion: 1,
      processName: 'p',
      rootInstance: instance,
      month: '2027-01-01',
      parent: null,
      businessId: null,
      tags: [],
      startedAt: 0,
      startedByKey: null,
    },
    expectedVersion: 1,
    state: new Uint8Array([1]),
    status: 'active',
    at: 0,
    actor: { system: 'test' },
    command: 'x',
    reason: null,
    redefined: false,
    history: '[]',
    rows,
    effects: [{ key: String(instance), target: 1, payload: '{}' }],
    consumes: null,
    ...more,
  };
}
async function planOf(turns: readonly TurnWrite[]): Promise<string> {
  const { text, values } = commitStatement(turns, '1', tables);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, [...values]);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('the statement of a batch', () => {
  it('reaches rows by their keys only, although the tables are empty when it is planned', async () => {
    const plan = await planOf([turn(1), turn(2, { consumes: '9' }), turn(3, { expectedVersion: 0 })]);
    expect(plan).not.toMatch(/Seq Scan|Hash Join|Merge Join/);
    for (const index of ['instance_pkey', 'open_job_pkey', 'open_message_pkey', 'outbox_pkey'])
      expect(plan).toContain(index);
  });

  it('finds the winners by hash, so that a batch costs what it holds', async () => {
    const plan = await planOf([turn(1), turn(2)]);
    expect(plan).toContain('hashed SubPlan');
    expect(plan).not.toMatch(/Join Filter|Semi Join/);
  });

  it('is the same text for any number of turns of the same kind', () => {
    const one = commitStatement([turn(1)], '1', tables);
    const three = commitStatement([turn(1), turn(2), turn(3)], '1', tables);
    expect(three.text).toBe(one.text);
    expect(three.values).toHaveLength(one.values.length);
  });
});
