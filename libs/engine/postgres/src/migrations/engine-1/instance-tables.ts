/**
 * Instances, what they wait for, their variables and their history. Tables that are updated leave room in their
 * pages, and no index holds a column that a usual turn changes: such updates stay within the page (HOT).
 */
export const instanceTables = [
  `CREATE TABLE "instance" (
     "instance" bigint PRIMARY KEY,
     "version" integer NOT NULL,
     "status" text NOT NULL,
     "state" bytea NOT NULL,
     "tenant_id" text NOT NULL,
     "definition_key" bigint NOT NULL,
     "process_id" text NOT NULL,
     "process_version" integer NOT NULL,
     "process_name" text NOT NULL,
     "root_instance" bigint NOT NULL,
     "month" date NOT NULL,
     "parent_instance" bigint,
     "parent_local" integer,
     "business_id" text,
     "tags" text[] NOT NULL,
     "started_at" timestamptz NOT NULL,
     "started_by_key" text
   ) WITH (fillfactor = 70)`,
  // Further numbers of an instance that used up the local range of its first one.
  `CREATE TABLE "instance_alias" (
     "number" bigint PRIMARY KEY,
     "instance" bigint NOT NULL
   )`,
  // One row per scope and name. "value" is the exact JSON source; the search columns hold what can be compared.
  `CREATE TABLE "variable" (
     "process_instance_key" bigint NOT NULL,
     "scope_key" bigint NOT NULL,
     "name" text NOT NULL,
     "variable_key" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "value" text NOT NULL,
     "type" text NOT NULL,
     "search_text" text,
     "search_number" numeric,
     PRIMARY KEY ("process_instance_key", "scope_key", "name"),
     CONSTRAINT "variable_type" CHECK ("type" IN ('string', 'number', 'boolean', 'null', 'list', 'context'))
   ) WITH (fillfactor = 85)`,
  `CREATE INDEX "variable_by_text" ON "variable" ("name", "search_text") WHERE "search_text" IS NOT NULL`,
  `CREATE INDEX "variable_by_number" ON "variable" ("name", "search_number") WHERE "search_number" IS NOT NULL`,
  // One row per turn. "batch" names the commit that wrote it; "xid" orders rows for followers.
  `CREATE TABLE "history" (
     "instance" bigint NOT NULL,
     "turn" integer NOT NULL,
     "month" date NOT NULL,
     "tenant_id" text NOT NULL,
     "batch" bigint NOT NULL,
     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
     "at" timestamptz NOT NULL,
     "actor" text NOT NULL,
     "command" text NOT NULL,
     "events" text NOT NULL,
     PRIMARY KEY ("instance", "turn", "month")
   ) PARTITION BY RANGE ("month")`,
  `CREATE TABLE "open_timer" (
     "key" bigint PRIMARY KEY,
     "instance" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "due_at" timestamptz NOT NULL,
     "leased_until" timestamptz
   ) WITH (fillfactor = 85)`,
  `CREATE INDEX "open_timer_due" ON "open_timer" ("tenant_id", "due_at", "key")`,
  // "ready_at" is the earliest instant, in real time, at which a worker may take the job: the end of the lease
  // or of the pause after a failure; infinity while there are no retries.
  `CREATE TABLE "open_job" (
     "key" bigint PRIMARY KEY,
     "instance" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "type" text NOT NULL,
     "retries" integer NOT NULL,
     "ready_at" timestamptz NOT NULL,
     "worker" text,
     "deadline" timestamptz
   ) WITH (fillfactor = 85)`,
  `CREATE INDEX "open_job_ready" ON "open_job" ("type", "tenant_id", "ready_at")`,
  // "seq" is the order of opening: a message goes to the oldest subscription of a process (MSG-3).
  `CREATE TABLE "open_message" (
     "key" bigint PRIMARY KEY,
     "instance" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "process_id" text NOT NULL,
     "name" text NOT NULL,
     "correlation_key" text NOT NULL,
     "seq" bigint GENERATED ALWAYS AS IDENTITY
   )`,
  `CREATE INDEX "open_message_by_name" ON "open_message" ("tenant_id", "name", "correlation_key")`,
  `CREATE TABLE "open_signal" (
     "key" bigint PRIMARY KEY,
     "instance" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "name" text NOT NULL
   )`,
  `CREATE INDEX "open_signal_by_name" ON "open_signal" ("tenant_id", "name")`,
];
