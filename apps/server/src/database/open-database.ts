import { engineEntities, engineMigrations } from '@iter/engine-postgres';
import { historyEntities, historyMigrations } from '@iter/history';
import { identityEntities, identityMigrations } from '@iter/identity';
import { DataSource, type MigrationInterface } from 'typeorm';
import { serverEntities } from './entities/index.ts';
import { migrate } from './migrate.ts';
import { serverMigrations } from './migrations/index.ts';

/** Of all libraries; TypeORM orders them by the instant in their names. */
export const allMigrations: readonly (new () => MigrationInterface)[] = [
  ...engineMigrations,
  ...historyMigrations,
  ...identityMigrations,
  ...serverMigrations,
];

const allEntities = [...engineEntities, ...historyEntities, ...identityEntities, ...serverEntities];

/** The database cannot be reached, or refuses us; the message is one sentence for the person who starts Iter. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/**
 * Connects and migrates.
 *
 * @throws DatabaseUnreachableError in one sentence that names the address without its password
 */
export async function openDatabase(url: string): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    entities: allEntities,
    migrations: [...allMigrations],
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: 10,
    applicationName: 'iter-server',
    connectTimeoutMS: 10_000,
  });
  try {
    await database.initialize();
  } catch (cause) {
    throw new DatabaseUnreachableError(
      `The database at ${withoutPassword(url)} cannot be reached (${reasonOf(cause)}): check DATABASE_URL.`,
      { cause },
    );
  }
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string };
  return message || code || 'no answer';
}

function withoutPassword(url: string): string {
  try {
    const address = new URL(url);
    return `${address.host}${address.pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
