import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, roles and offices of each tenant, and their sessions. */
export class Identity1763000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "area" (
        "tenant_id" text NOT NULL,
        "area_id" text NOT NULL,
        "name" jsonb NOT NULL,
        "head_office" text,
        PRIMARY KEY ("tenant_id", "area_id")
      )`);
    await runner.query(`
      CREATE TABLE "office" (
        "tenant_id" text NOT NULL,
        "office_id" text NOT NULL,
        "area_id" text NOT NULL,
        "name" jsonb NOT NULL,
        "code" text NOT NULL,
        "head_role" text,
        PRIMARY KEY ("tenant_id", "office_id")
      )`);
    await runner.query(`CREATE UNIQUE INDEX "office_by_code" ON "office" ("tenant_id", "code")`);
    await runner.query(`
      CREATE TABLE "role" (
        "tenant_id" text NOT NULL,
        "role_id" text NOT NULL,
        "label" jsonb NOT NULL,
        "level" smallint NOT NULL,
        "superior" text,
        "abilities" text[] NOT NULL,
        "owns" text[] NOT NULL,
        PRIMARY KEY ("tenant_id", "role_id")
      )`);
    await runner.query(`
      CREATE TABLE "person" (
        "tenant_id" text NOT NULL,
        "user_id" text NOT NULL,
        "name" text NOT NULL,
        "email" text,
        "password_hash" text,
        "active" boolean NOT NULL,
        "locale" text NOT NULL,
        PRIMARY KEY ("tenant_id", "user_id")
      )`);
    await runner.query(`
      CREATE TABLE "role_holding" (
        "holding_id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        "tenant_id" text NOT NULL,
        "user_id" text NOT NULL,
        "role_id" text NOT NULL,
        "office_id" text NOT NULL,
        "valid_from" date NOT NULL,
        "valid_to" date NOT NULL,
        CONSTRAINT "role_holding_order" CHECK ("valid_from" <= "valid_to"),
        CONSTRAINT "role_holding_person" FOREIGN KEY ("tenant_id", "user_id")
          REFERENCES "person" ("tenant_id", "user_id") ON DELETE CASCADE,
        CONSTRAINT "role_holding_role" FOREIGN KEY ("tenant_id", "role_id")
          REFERENCES "role" ("tenant_id", "role_id"),
        CONSTRAINT "role_holding_office" FOREIGN KEY ("tenant_id", "office_id")
          REFERENCES "office" ("tenant_id", "office_id")
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX "role_holding_once"
        ON "role_holding" ("tenant_id", "user_id", "role_id", "office_id", "valid_from")`);
    await runner.query(`
      CREATE INDEX "role_holding_by_role" ON "role_holding" ("tenant_id", "role_id", "office_id")`);
    await runner.query(`
      CREATE TABLE "session" (
        "session_id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        "tenant_id" text NOT NULL,
        "user_id" text NOT NULL,
        "token_hash" bytea NOT NULL,
        "previous_hash" bytea,
        "csrf_token" text NOT NULL,
        "created_at" timestamptz NOT NULL,
        "seen_at" timestamptz NOT NULL,
        "rotated_at" timestamptz NOT NULL,
        "expires_at" timestamptz NOT NULL,
        CONSTRAINT "session_person" FOREIGN KEY ("tenant_id", "user_id")
          REFERENCES "person" ("tenant_id", "user_id") ON DELETE CASCADE
      )`);
    await runner.query(`CREATE UNIQUE INDEX "session_by_token" ON "session" ("token_hash")`);
    await runner.query(`
      CREATE INDEX "session_by_previous_token" ON "session" ("previous_hash") WHERE "previous_hash" IS NOT NULL`);
    await runner.query(`CREATE INDEX "session_by_user" ON "session" ("tenant_id", "user_id")`);
    await runner.query(`CREATE INDEX "session_by_expiry" ON "session" ("expires_at")`);
    await runner.query(`
      CREATE TABLE "sign_in_failure" (
        "tenant_id" text NOT NULL,
        "username" text NOT NULL,
        "failures" integer NOT NULL,
        "last_at" timestamptz NOT NULL,
        "locked_until" timestamptz,
        PRIMARY KEY ("tenant_id", "username")
      )`);
    await runner.query(`CREATE INDEX "sign_in_failure_by_time" ON "sign_in_failure" ("last_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_failure', 'session', 'role_holding', 'person', 'role', 'office', 'area']) {
      await runner.query(`DROP TABLE "${table}"`);
    }
  }
}
