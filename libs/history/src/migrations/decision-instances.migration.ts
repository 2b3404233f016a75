import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions as they were evaluated, for a case or over the API. */
export class DecisionInstances1763000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "decision_instance" (
      "decision_evaluation_key" bigint NOT NULL,
      "position" integer NOT NULL,
      "tenant_id" text NOT NULL,
      "process_instance_key" bigint,
      "root_key" bigint,
      "process_definition_key" bigint,
      "element_instance_key" bigint,
      "evaluated_at" timestamptz NOT NULL,
      "evaluated_by" text,
      "requirements_key" bigint NOT NULL,
      "root_decision_key" bigint NOT NULL,
      "decision_key" bigint NOT NULL,
      "decision_id" text NOT NULL,
      "name" text NOT NULL,
      "version" integer NOT NULL,
      "type" text NOT NULL,
      "result" text NOT NULL,
      "failure" text,
      "inputs" jsonb NOT NULL,
      "matched_rules" jsonb NOT NULL,
      PRIMARY KEY ("decision_evaluation_key", "position"),
      CONSTRAINT "decision_instance_type" CHECK ("type" IN ('DECISION_TABLE', 'LITERAL_EXPRESSION'))
    )`);
    await runner.query(`CREATE INDEX "decision_instance_by_case" ON "decision_instance" ("process_instance_key")
      WHERE "process_instance_key" IS NOT NULL`);
    // What is evaluated over the API is seen by who asked.
    await runner.query(`CREATE INDEX "decision_instance_by_asker"
      ON "decision_instance" ("tenant_id", "evaluated_by") WHERE "process_instance_key" IS NULL`);
    await runner.query(
      `CREATE INDEX "decision_instance_by_decision" ON "decision_instance" ("decision_key")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "decision_instance"`);
  }
}
