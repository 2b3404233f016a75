import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTables } from './history-1/case-tables.ts';
import { noticeTables } from './history-1/notice-tables.ts';
import { stepTables } from './history-1/step-tables.ts';

const TABLES = [
  'publication',
  'notification_recipient',
  'notification',
  'process_fact',
  'case_participant',
  'taken_flow',
  'incident',
  'job',
  'user_task',
  'element_instance',
  'process_instance',
];

/** What searches and work pages read: written with each turn, in its transaction. */
export class History1763000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...caseTables, ...stepTables, ...noticeTables]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "variable_words"`);
    for (const table of TABLES) await runner.query(`DROP TABLE "${table}"`);
  }
}
