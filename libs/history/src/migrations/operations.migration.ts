import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people did with cases as a whole, cases that stand still, and what jobs threw or denied. */
export class Operations1763000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Belongs to no foreign key: that a case was deleted is known after the case.
    await runner.query(`CREATE TABLE "case_operation" (
      "process_instance_key" bigint NOT NULL,
      "turn" integer NOT NULL,
      "tenant_id" text NOT NULL,
      "root_key" bigint NOT NULL,
      "operation" text NOT NULL,
      "at" timestamptz NOT NULL,
      "by_user" text,
      "reason" text,
      "details" jsonb NOT NULL,
      PRIMARY KEY ("process_instance_key", "turn")
    )`);
    await runner.query(`CREATE INDEX "case_operation_by_time" ON "case_operation" ("tenant_id", "at")`);
    await runner.query(
      `ALTER TABLE "process_instance" ADD COLUMN "suspended" boolean NOT NULL DEFAULT false`,
    );
    await runner.query(`ALTER TABLE "job"
      ADD COLUMN "error_code" text, ADD COLUMN "denied" boolean, ADD COLUMN "denied_reason" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "job"
      DROP COLUMN "error_code", DROP COLUMN "denied", DROP COLUMN "denied_reason"`);
    await runner.query(`ALTER TABLE "process_instance" DROP COLUMN "suspended"`);
    await runner.query(`DROP TABLE "case_operation"`);
  }
}
