// Jest global setup of the suites that need PostgreSQL: the server named by ITER_TEST_DATABASE_URL if there
// is one, else the embedded one in a folder of its own that the teardown removes. Each test file makes its
// own database inside it.
import { mkdtempSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../scripts/postgres.mjs';

export default async function setup() {
  if (process.env.ITER_TEST_DATABASE_URL) return;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'iter-test-'));
  chmodSync(folder, 0o755);
  // A test database may lose its data with the machine: without flushes the suites take a third of the time.
  const database = await startPostgres({ home: folder, database: 'test', durable: false });
  process.env.ITER_TEST_DATABASE_URL = database.url;
  globalThis.iterTestDatabase = { ...database, folder };
}
