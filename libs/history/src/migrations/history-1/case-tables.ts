/** Cases, and what is known of a process beyond its versions. */
export const caseTables = [
  // Keys grow with time, so the primary key is also the order of starting.
  `CREATE TABLE "process_instance" (
     "process_instance_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "root_key" bigint NOT NULL,
     "parent_key" bigint,
     "process_definition_key" bigint NOT NULL,
     "process_id" text NOT NULL,
     "version" integer NOT NULL,
     "business_id" text,
     "tags" text[] NOT NULL,
     "state" text NOT NULL,
     "started_at" timestamptz NOT NULL,
     "started_by" text,
     "ended_at" timestamptz,
     "office" text,
     "due_at" timestamptz,
     "outcome" text,
     CONSTRAINT "process_instance_state" CHECK ("state" IN ('ACTIVE', 'COMPLETED', 'TERMINATED'))
   ) WITH (fillfactor = 85)`,
  `CREATE INDEX "process_instance_by_start" ON "process_instance" ("tenant_id", "started_at")`,
  `CREATE INDEX "process_instance_by_process"
     ON "process_instance" ("tenant_id", "process_id", "process_instance_key")`,
  `CREATE INDEX "process_instance_active" ON "process_instance" ("tenant_id", "process_id", "started_at")
     WHERE "state" = 'ACTIVE'`,
  `CREATE INDEX "process_instance_called" ON "process_instance" ("root_key")
     WHERE "root_key" <> "process_instance_key"`,
  `CREATE INDEX "process_instance_by_parent" ON "process_instance" ("parent_key")
     WHERE "parent_key" IS NOT NULL`,
  `CREATE INDEX "process_instance_by_office" ON "process_instance" ("tenant_id", "office", "process_instance_key")
     WHERE "office" IS NOT NULL`,
  `CREATE INDEX "process_instance_due" ON "process_instance" ("tenant_id", "due_at")
     WHERE "state" = 'ACTIVE' AND "due_at" IS NOT NULL`,
  // A case number is searched from its beginning or by its last part alone.
  `CREATE INDEX "process_instance_by_business_id"
     ON "process_instance" ("tenant_id", lower("business_id") text_pattern_ops) WHERE "business_id" IS NOT NULL`,
  `CREATE INDEX "process_instance_by_number"
     ON "process_instance" ("tenant_id", split_part("business_id", '/', 3)) WHERE "business_id" IS NOT NULL`,
  // Who started a case or did something in it. Recorded for the root: a case is seen whole.
  `CREATE TABLE "case_participant" (
     "tenant_id" text NOT NULL,
     "user_id" text NOT NULL,
     "root_key" bigint NOT NULL,
     PRIMARY KEY ("tenant_id", "user_id", "root_key")
   )`,
  // The words of text variables, found by whole words or their beginnings; needs no extension of PostgreSQL.
  `CREATE INDEX "variable_words" ON "variable" USING gin (to_tsvector('simple', "search_text"))
     WHERE "search_text" IS NOT NULL`,
  // Read from the latest version's diagram after a deployment; filled again whenever it is behind.
  `CREATE TABLE "process_fact" (
     "tenant_id" text NOT NULL,
     "process_id" text NOT NULL,
     "definition_key" bigint NOT NULL,
     "title" text NOT NULL,
     "code" text,
     "starter_groups" text[] NOT NULL,
     PRIMARY KEY ("tenant_id", "process_id")
   )`,
  `CREATE INDEX "process_fact_by_code" ON "process_fact" ("tenant_id", "code" text_pattern_ops)
     WHERE "code" IS NOT NULL`,
];
