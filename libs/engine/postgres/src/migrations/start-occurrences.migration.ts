import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conditional starts (INS-10), and what has come for parallel multiple start events (INS-12). */
export class StartOccurrences1763000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "start_subscription" DROP CONSTRAINT "start_subscription_kind"`);
    await runner.query(
      `ALTER TABLE "start_subscription" ADD CONSTRAINT "start_subscription_kind"
         CHECK ("kind" IN ('message', 'signal', 'condition'))`,
    );
    // The oldest occurrence of each definition under a key goes with the start.
    await runner.query(
      `CREATE TABLE "start_occurrence" (
         "seq" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         "tenant_id" text NOT NULL,
         "definition_key" bigint NOT NULL REFERENCES "process_definition" ("definition_key"),
         "process_id" text NOT NULL,
         "element_id" text NOT NULL,
         "definition" integer NOT NULL,
         "correlation_key" text NOT NULL,
         "variables" text NOT NULL
       )`,
    );
    await runner.query(
      `CREATE INDEX "start_occurrence_by_event"
         ON "start_occurrence" ("definition_key", "element_id", "correlation_key")`,
    );
    await runner.query(
      `CREATE INDEX "start_occurrence_by_process" ON "start_occurrence" ("tenant_id", "process_id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "start_occurrence"`);
    await runner.query(`DELETE FROM "start_subscription" WHERE "kind" = 'condition'`);
    await runner.query(`ALTER TABLE "start_subscription" DROP CONSTRAINT "start_subscription_kind"`);
    await runner.query(
      `ALTER TABLE "start_subscription" ADD CONSTRAINT "start_subscription_kind"
         CHECK ("kind" IN ('message', 'signal'))`,
    );
  }
}
