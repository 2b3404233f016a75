import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEngine, type Engine } from '@iter/engine-runtime';
import { createTestDatabase, process, type TestDatabase } from '@iter/testing';
import { createEngineDatabase, engineMigrations, type EngineDatabase } from './index.ts';

const caller = { tenantId: '<default>', actor: { userId: 'anna' } };

let database: TestDatabase;
let stores: EngineDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: engineMigrations });
  stores = createEngineDatabase({ connectionString: database.url, tables: [] });
  await stores.start();
  engine = createEngine(stores, { projections: [] });
  await engine.start();
});
afterAll(async () => {
  await engine.stop();
  await stores.stop();
  await database.drop();
});

describe('the engine on PostgreSQL', () => {
  it('plays a case from start to end', async () => {
    const xml = process('p').start().userTask('a').end().xml();
    const deployed = await engine.deploy({
      ...caller,
      resources: [{ name: 'p.bpmn', content: new TextEncoder().encode(xml) }],
    });
    expect(deployed).toMatchObject({ ok: true });
    const created = await engine.createInstance({
      ...caller,
      definition: { processDefinitionId: 'p' },
      variables: {},
    });
    expect(created).toMatchObject({ ok: true });
  });
});
