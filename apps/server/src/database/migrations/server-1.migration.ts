import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the workplaces keep beside the engine: drafts, notes to versions, and what became of the seeds. */
export class Server1763000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "draft" (
        "tenant_id" text NOT NULL,
        "process_id" text NOT NULL,
        "xml" text NOT NULL,
        "files" jsonb NOT NULL,
        "revision" integer NOT NULL,
        "saved_at" timestamptz NOT NULL,
        "saved_by" text NOT NULL,
        "based_on" bigint,
        PRIMARY KEY ("tenant_id", "process_id")
      )`);
    // What the owner said about a version when publishing it.
    await runner.query(`
      CREATE TABLE "version_note" (
        "definition_key" bigint PRIMARY KEY,
        "tenant_id" text NOT NULL,
        "note" text NOT NULL
      )`);
    // "offered": checksum of what the product brings now; "published": of what it last published itself, as
    // version "definition_key". A process whose latest version is another one belongs to its owner.
    await runner.query(`
      CREATE TABLE "seed" (
        "tenant_id" text NOT NULL,
        "process_id" text NOT NULL,
        "offered" text NOT NULL,
        "published" text,
        "definition_key" bigint,
        PRIMARY KEY ("tenant_id", "process_id")
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['seed', 'version_note', 'draft']) await runner.query(`DROP TABLE "${table}"`);
  }
}
