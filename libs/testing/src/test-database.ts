import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;
type EntityClass = new () => object;

export interface TestDatabaseOptions {
  /** Migrations of the rooms under test, in any order: TypeORM sorts them by the instant in their names. */
  readonly migrations: readonly MigrationClass[];
  readonly entities?: readonly EntityClass[];
}

export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Closes the data source and removes the database; for `afterAll`. */
  drop(): Promise<void>;
}

/**
 * A migrated database of its own, inside the server of `ITER_TEST_DATABASE_URL`. It is cloned from a template
 * that is migrated once for each set of migrations, so that a test file pays for a file copy only.
 */
export async function createTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const server = process.env['ITER_TEST_DATABASE_URL'];
  if (!server) throw new Error('Expected ITER_TEST_DATABASE_URL, but it is not set; see test/pg.setup.mjs');
  const template = templateName(options.migrations);
  const name = `iter_test_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    // One at a time: PostgreSQL refuses to clone a template somebody is connected to.
    await client.query('SELECT pg_advisory_lock(7346101)');
    await ensureTemplate(client, server, template, options.migrations);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const url = withDatabase(server, name);
  const dataSource = await open(url, options.migrations, options.entities ?? []);
  return {
    url,
    dataSource,
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}

async function ensureTemplate(
  client: Client,
  server: string,
  template: string,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const known = await client.query(
    `SELECT shobj_description(oid, 'pg_database') = 'migrated' AS ready FROM pg_database WHERE datname = $1`,
    [template],
  );
  if (known.rows[0]?.ready === true) return;
  // A template without its mark was left by a run that broke off.
  await client.query(`DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${template}" TEMPLATE template0 ENCODING 'UTF8'`);
  const dataSource = await open(withDatabase(server, template), migrations, []);
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
  await client.query(`COMMENT ON DATABASE "${template}" IS 'migrated'`);
}

async function open(
  url: string,
  migrations: readonly MigrationClass[],
  entities: readonly EntityClass[],
): Promise<DataSource> {
  const settings: DataSourceOptions = {
    type: 'postgres',
    url,
    migrations: [...migrations],
    entities: [...entities],
    uuidExtension: 'pgcrypto',
    installExtensions: false,
  };
  return new DataSource(settings).initialize();
}

/** By name and text: a migration that is being written makes a template of its own at each change. */
function templateName(migrations: readonly MigrationClass[]): string {
  const hash = createHash('sha256');
  for (const text of migrations.map((migration) => `${migration.name}\n${migration.toString()}`).sort()) {
    hash.update(text);
  }
  return `iter_template_${hash.digest('hex').slice(0, 16)}`;
}

async function withClient<Result>(url: string, run: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
