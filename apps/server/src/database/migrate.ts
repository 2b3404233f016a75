import type { DataSource } from 'typeorm';

/** Any number that nothing else on this database locks. */
const migrationLock = 4_920_117_301;

/** Brings the schema up to date; of several servers that start together one does it and the others wait. */
export async function migrate(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await database.runMigrations({ transaction: 'each' });
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await runner.release();
  }
}
