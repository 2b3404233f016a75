/** A sandbox is a tenant. Each has a clock row, the only `now` of its turns, timers and reports. */
export const tenantTables = [
  `CREATE TABLE "tenant" (
     "tenant_id" text PRIMARY KEY,
     "name" text NOT NULL,
     "created_at" timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE "clock" (
     "tenant_id" text PRIMARY KEY REFERENCES "tenant" ("tenant_id") ON DELETE CASCADE,
     "mode" text NOT NULL DEFAULT 'real',
     "offset_ms" bigint NOT NULL DEFAULT 0,
     "pinned_at" timestamptz,
     CONSTRAINT "clock_mode" CHECK ("mode" IN ('real', 'offset', 'pinned')),
     CONSTRAINT "clock_pinned" CHECK (("mode" = 'pinned') = ("pinned_at" IS NOT NULL))
   )`,
  `INSERT INTO "tenant" ("tenant_id", "name") VALUES ('<default>', 'Default')`,
  `INSERT INTO "clock" ("tenant_id") VALUES ('<default>')`,
  // Instance numbers of the whole system; nodes take blocks of them.
  `CREATE TABLE "number_block" (
     "one" boolean PRIMARY KEY DEFAULT true CHECK ("one"),
     "next" bigint NOT NULL
   )`,
  `INSERT INTO "number_block" ("next") VALUES (1)`,
  // Case numbers without gaps: counted in the transaction that stores the case.
  `CREATE TABLE "case_counter" (
     "tenant_id" text NOT NULL,
     "office" text NOT NULL,
     "year" integer NOT NULL,
     "last" bigint NOT NULL,
     PRIMARY KEY ("tenant_id", "office", "year")
   ) WITH (fillfactor = 50)`,
];
