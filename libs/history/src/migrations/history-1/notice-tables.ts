/** What cases tell people and the public. The key is the key of the job that asked for it: told once. */
export const noticeTables = [
  `CREATE TABLE "notification" (
     "notification_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "process_instance_key" bigint,
     "subject" text NOT NULL,
     "text" text NOT NULL,
     "created_at" timestamptz NOT NULL
   )`,
  `CREATE INDEX "notification_by_case" ON "notification" ("process_instance_key")`,
  `CREATE TABLE "notification_recipient" (
     "tenant_id" text NOT NULL,
     "user_id" text NOT NULL,
     "notification_key" bigint NOT NULL REFERENCES "notification" ("notification_key") ON DELETE CASCADE,
     "read_at" timestamptz,
     PRIMARY KEY ("tenant_id", "user_id", "notification_key")
   )`,
  `CREATE INDEX "notification_unread" ON "notification_recipient" ("tenant_id", "user_id")
     WHERE "read_at" IS NULL`,
  `CREATE INDEX "notification_recipient_by_key" ON "notification_recipient" ("notification_key")`,
  `CREATE TABLE "publication" (
     "publication_key" bigint PRIMARY KEY,
     "tenant_id" text NOT NULL,
     "process_instance_key" bigint,
     "title" text NOT NULL,
     "link" text,
     "published_on" date NOT NULL,
     "until" date
   )`,
  `CREATE INDEX "publication_by_day" ON "publication" ("tenant_id", "published_on")`,
];
