/** What was deployed, and what its start events wait for. */
export const definitionTables = [
  `CREATE TABLE "deployment" (
     "deployment_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "deployed_at" timestamptz NOT NULL,
     "deployed_by" text NOT NULL
   )`,
  // The bytes as they came: a download gives back what was uploaded.
  `CREATE TABLE "deployed_resource" (
     "resource_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "deployment_key" bigint NOT NULL REFERENCES "deployment" ("deployment_key"),
     "name" text NOT NULL,
     "kind" text NOT NULL,
     "version" integer NOT NULL,
     "checksum" bytea NOT NULL,
     "content" bytea NOT NULL,
     CONSTRAINT "deployed_resource_kind" CHECK ("kind" IN ('process', 'form', 'decision', 'other'))
   )`,
  `CREATE UNIQUE INDEX "deployed_resource_by_name" ON "deployed_resource" ("tenant_id", "name", "version")`,
  `CREATE INDEX "deployed_resource_by_deployment" ON "deployed_resource" ("deployment_key")`,
  `CREATE TABLE "process_definition" (
     "definition_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "deployment_key" bigint NOT NULL REFERENCES "deployment" ("deployment_key"),
     "resource_key" bigint NOT NULL REFERENCES "deployed_resource" ("resource_key"),
     "process_id" text NOT NULL,
     "version" integer NOT NULL,
     "version_tag" text,
     "name" text,
     "has_start_form" boolean NOT NULL,
     "start_form_id" text
   )`,
  `CREATE UNIQUE INDEX "process_definition_by_version"
     ON "process_definition" ("tenant_id", "process_id", "version")`,
  `CREATE INDEX "process_definition_by_deployment" ON "process_definition" ("deployment_key")`,
  `CREATE TABLE "form_definition" (
     "form_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "deployment_key" bigint NOT NULL REFERENCES "deployment" ("deployment_key"),
     "resource_key" bigint NOT NULL REFERENCES "deployed_resource" ("resource_key"),
     "form_id" text NOT NULL,
     "version" integer NOT NULL,
     "version_tag" text
   )`,
  `CREATE UNIQUE INDEX "form_definition_by_version" ON "form_definition" ("tenant_id", "form_id", "version")`,
  `CREATE INDEX "form_definition_by_deployment" ON "form_definition" ("deployment_key")`,
  `CREATE TABLE "decision_requirements" (
     "requirements_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "deployment_key" bigint NOT NULL REFERENCES "deployment" ("deployment_key"),
     "resource_key" bigint NOT NULL REFERENCES "deployed_resource" ("resource_key"),
     "requirements_id" text NOT NULL,
     "name" text NOT NULL,
     "version" integer NOT NULL
   )`,
  `CREATE UNIQUE INDEX "decision_requirements_by_version"
     ON "decision_requirements" ("tenant_id", "requirements_id", "version")`,
  `CREATE TABLE "decision_definition" (
     "decision_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "deployment_key" bigint NOT NULL REFERENCES "deployment" ("deployment_key"),
     "requirements_key" bigint NOT NULL REFERENCES "decision_requirements" ("requirements_key"),
     "decision_id" text NOT NULL,
     "name" text NOT NULL,
     "version" integer NOT NULL,
     "version_tag" text
   )`,
  `CREATE UNIQUE INDEX "decision_definition_by_version"
     ON "decision_definition" ("tenant_id", "decision_id", "version")`,
  `CREATE INDEX "decision_definition_by_deployment" ON "decision_definition" ("deployment_key")`,
  // Message and signal starts of the latest version of each process.
  `CREATE TABLE "start_subscription" (
     "definition_key" bigint NOT NULL REFERENCES "process_definition" ("definition_key"),
     "element_id" text NOT NULL,
     "definition" integer NOT NULL,
     "tenant_id" text NOT NULL,
     "process_id" text NOT NULL,
     "kind" text NOT NULL,
     "name" text NOT NULL,
     PRIMARY KEY ("definition_key", "element_id", "definition"),
     CONSTRAINT "start_subscription_kind" CHECK ("kind" IN ('message', 'signal'))
   )`,
  `CREATE INDEX "start_subscription_by_name" ON "start_subscription" ("tenant_id", "kind", "name")`,
  `CREATE TABLE "start_timer" (
     "definition_key" bigint NOT NULL REFERENCES "process_definition" ("definition_key"),
     "element_id" text NOT NULL,
     "definition" integer NOT NULL,
     "tenant_id" text NOT NULL,
     "process_id" text NOT NULL,
     "due_at" timestamptz NOT NULL,
     "repeats_left" integer,
     "every" text,
     PRIMARY KEY ("definition_key", "element_id", "definition")
   )`,
  `CREATE INDEX "start_timer_due" ON "start_timer" ("tenant_id", "due_at")`,
];
