import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeContract } from '@iter/engine-runtime';
import { createTestDatabase, type TestDatabase } from '@iter/testing';
import { createEngineDatabase, engineMigrations, type EngineDatabase } from './index.ts';

let database: TestDatabase;
let stores: EngineDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ migrations: engineMigrations });
  stores = createEngineDatabase({ connectionString: database.url, tables: [] });
});
afterAll(async () => {
  await stores.stop();
  await database.drop();
});

describe('the store on PostgreSQL', () => {
  it.each(storeContract)('$name', async ({ run }) => {
    await expect(run(stores)).resolves.toBeUndefined();
  });
});
