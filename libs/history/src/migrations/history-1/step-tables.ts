/** What happens within a case. */
export const stepTables = [
  `CREATE TABLE "element_instance" (
     "process_instance_key" bigint NOT NULL,
     "element_instance_key" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "process_definition_key" bigint NOT NULL,
     "scope_key" bigint,
     "element_id" text NOT NULL,
     "name" text,
     "type" text NOT NULL,
     "state" text NOT NULL,
     "started_at" timestamptz NOT NULL,
     "ended_at" timestamptz,
     "called_key" bigint,
     PRIMARY KEY ("process_instance_key", "element_instance_key"),
     CONSTRAINT "element_instance_state" CHECK ("state" IN ('ACTIVE', 'COMPLETED', 'TERMINATED'))
   ) WITH (fillfactor = 85)`,
  // Counts on the live diagram.
  `CREATE INDEX "element_instance_active" ON "element_instance" ("process_definition_key", "element_id")
     WHERE "ended_at" IS NULL`,
  `CREATE TABLE "user_task" (
     "process_instance_key" bigint NOT NULL,
     "user_task_key" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "root_key" bigint NOT NULL,
     "process_definition_key" bigint NOT NULL,
     "process_id" text NOT NULL,
     "element_instance_key" bigint NOT NULL,
     "element_id" text NOT NULL,
     "name" text,
     "state" text NOT NULL,
     "assignee" text,
     "candidate_groups" text[] NOT NULL,
     "candidate_users" text[] NOT NULL,
     "due_at" timestamptz,
     "follow_up_at" timestamptz,
     "priority" smallint NOT NULL,
     "form_id" text,
     "form_binding" text,
     "form_version_tag" text,
     "external_form" text,
     "headers" jsonb NOT NULL,
     "created_at" timestamptz NOT NULL,
     "ended_at" timestamptz,
     "completed_by" text,
     PRIMARY KEY ("process_instance_key", "user_task_key"),
     CONSTRAINT "user_task_form_binding" CHECK ("form_binding" IN ('latest', 'deployment', 'versionTag'))
   ) WITH (fillfactor = 85)`,
  // Indexes of open tasks shrink as tasks end: lists cost what is open, not what ever was.
  `CREATE INDEX "user_task_by_group" ON "user_task" USING gin ("candidate_groups")
     WHERE "ended_at" IS NULL AND "candidate_groups" <> '{}'`,
  `CREATE INDEX "user_task_by_candidate" ON "user_task" USING gin ("candidate_users")
     WHERE "ended_at" IS NULL AND "candidate_users" <> '{}'`,
  `CREATE INDEX "user_task_by_assignee" ON "user_task" ("tenant_id", "assignee", "due_at")
     WHERE "ended_at" IS NULL AND "assignee" IS NOT NULL`,
  `CREATE INDEX "user_task_open" ON "user_task" ("root_key") WHERE "ended_at" IS NULL`,
  `CREATE INDEX "user_task_due" ON "user_task" ("tenant_id", "due_at")
     WHERE "ended_at" IS NULL AND "due_at" IS NOT NULL`,
  `CREATE INDEX "user_task_by_completer" ON "user_task" ("tenant_id", "completed_by", "ended_at")
     WHERE "completed_by" IS NOT NULL`,
  `CREATE TABLE "job" (
     "process_instance_key" bigint NOT NULL,
     "job_key" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "process_definition_key" bigint NOT NULL,
     "element_instance_key" bigint NOT NULL,
     "element_id" text NOT NULL,
     "type" text NOT NULL,
     "kind" text NOT NULL,
     "listener_event" text,
     "state" text NOT NULL,
     "retries" integer NOT NULL,
     "worker" text,
     "deadline" timestamptz,
     "error_message" text,
     "headers" jsonb NOT NULL,
     "created_at" timestamptz NOT NULL,
     "updated_at" timestamptz NOT NULL,
     "ended_at" timestamptz,
     PRIMARY KEY ("process_instance_key", "job_key")
   ) WITH (fillfactor = 85)`,
  `CREATE INDEX "job_open" ON "job" ("tenant_id", "type") WHERE "ended_at" IS NULL`,
  `CREATE TABLE "incident" (
     "process_instance_key" bigint NOT NULL,
     "incident_key" bigint NOT NULL,
     "tenant_id" text NOT NULL,
     "root_key" bigint NOT NULL,
     "process_definition_key" bigint NOT NULL,
     "element_instance_key" bigint NOT NULL,
     "element_id" text NOT NULL,
     "code" text NOT NULL,
     "message" text NOT NULL,
     "job_key" bigint,
     "created_at" timestamptz NOT NULL,
     "resolved_at" timestamptz,
     PRIMARY KEY ("process_instance_key", "incident_key")
   )`,
  `CREATE INDEX "incident_open" ON "incident" ("root_key") WHERE "resolved_at" IS NULL`,
  `CREATE INDEX "incident_open_by_definition" ON "incident" ("process_definition_key", "element_id")
     WHERE "resolved_at" IS NULL`,
  // Each flow once, however often it was taken.
  `CREATE TABLE "taken_flow" (
     "process_instance_key" bigint NOT NULL,
     "flow_id" text NOT NULL,
     PRIMARY KEY ("process_instance_key", "flow_id")
   )`,
];
