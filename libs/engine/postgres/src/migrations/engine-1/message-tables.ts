/** What is on its way between instances. */
export const messageTables = [
  // A command to somebody else, stored with the turn that sent it and deleted with the turn that did it.
  `CREATE TABLE "outbox" (
     "key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "target" bigint NOT NULL,
     "payload" text NOT NULL,
     "actor" text NOT NULL,
     "written_at" timestamptz NOT NULL DEFAULT now()
   ) WITH (autovacuum_vacuum_scale_factor = 0.02)`,
  // Buffered until "expires_at", by the tenant's clock.
  `CREATE TABLE "message" (
     "key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "name" text NOT NULL,
     "correlation_key" text NOT NULL,
     "message_id" text,
     "variables" text NOT NULL,
     "actor" text NOT NULL,
     "published_at" timestamptz NOT NULL,
     "expires_at" timestamptz NOT NULL,
     "seq" bigint GENERATED ALWAYS AS IDENTITY
   )`,
  `CREATE INDEX "message_by_name" ON "message" ("tenant_id", "name", "correlation_key")`,
  `CREATE UNIQUE INDEX "message_by_id" ON "message" ("tenant_id", "name", "correlation_key", "message_id")
     WHERE "message_id" IS NOT NULL`,
  `CREATE INDEX "message_expired" ON "message" ("tenant_id", "expires_at")`,
  // The process ids that have had a message: each gets it once (MSG-3, MSG-4).
  `CREATE TABLE "message_delivery" (
     "message_key" bigint NOT NULL,
     "process_id" text NOT NULL,
     "tenant_id" text NOT NULL,
     PRIMARY KEY ("message_key", "process_id")
   )`,
  // While an instance started by a message with a key runs, the same key starts no other of its process (INS-7).
  `CREATE TABLE "start_lock" (
     "tenant_id" text NOT NULL,
     "process_id" text NOT NULL,
     "correlation_key" text NOT NULL,
     PRIMARY KEY ("tenant_id", "process_id", "correlation_key")
   )`,
];
