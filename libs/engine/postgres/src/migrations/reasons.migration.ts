import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why somebody did what a turn did, in that person's words. */
export class Reasons1763000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "history" ADD COLUMN "reason" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "history" DROP COLUMN "reason"`);
  }
}
