import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definitionTables } from './engine-1/definition-tables.ts';
import { instanceTables } from './engine-1/instance-tables.ts';
import { messageTables } from './engine-1/message-tables.ts';
import { tenantTables } from './engine-1/tenant-tables.ts';

const TABLES = [
  'message_delivery',
  'message',
  'start_lock',
  'outbox',
  'open_signal',
  'open_message',
  'open_job',
  'open_timer',
  'history',
  'variable',
  'instance_alias',
  'instance',
  'case_counter',
  'start_timer',
  'start_subscription',
  'decision_definition',
  'decision_requirements',
  'form_definition',
  'process_definition',
  'deployed_resource',
  'deployment',
  'number_block',
  'clock',
  'tenant',
];

/** Tenants and clocks, definitions, instances with their waits, messages, history. */
export class Engine1763000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tenantTables, ...definitionTables, ...instanceTables, ...messageTables])
      await runner.query(statement);
    await compressStates(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE "${table}"`);
  }
}

/** lz4 packs a state in a fraction of the time of pglz; a server built without it stores states as they are. */
async function compressStates(runner: QueryRunner): Promise<void> {
  const [setting] = (await runner.query(
    `SELECT 'lz4' = ANY(enumvals) AS lz4 FROM pg_settings WHERE name = 'default_toast_compression'`,
  )) as { lz4: boolean }[];
  await runner.query(
    setting?.lz4
      ? `ALTER TABLE "instance" ALTER COLUMN "state" SET COMPRESSION lz4`
      : `ALTER TABLE "instance" ALTER COLUMN "state" SET STORAGE EXTERNAL`,
  );
}
