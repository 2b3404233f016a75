/**
 * Addresses are locked, in one order, before anything is looked up: a message that is published and a wait that
 * is opened at the same time are matched by whichever comes second, and nobody else matches them meanwhile.
 */
export const LOCK_ADDRESSES = `
  SELECT pg_advisory_xact_lock(a.lock)
  FROM (
    SELECT DISTINCT hashtextextended(x.tenant || chr(1) || x.name || chr(1) || x.correlation_key, 7240) AS lock
    FROM unnest($1::text[], $2::text[], $3::text[]) AS x(tenant, name, correlation_key)
    ORDER BY 1
  ) a`;

/** Messages whose outbox row is still there, or that answer none; ids in use are passed over (MSG-7). */
export const INSERT_MESSAGES = `
  WITH given AS (
    SELECT * FROM unnest(
      $1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::timestamptz[], $9::timestamptz[], $10::bigint[]
    ) WITH ORDINALITY AS x(key, tenant_id, name, correlation_key, message_id, variables, actor,
      published_at, expires_at, consumes, n)
  ), answered AS (
    DELETE FROM "outbox" o USING given g WHERE o."key" = g.consumes RETURNING o."key"
  )
  INSERT INTO "message" ("key", "tenant_id", "name", "correlation_key", "message_id", "variables", "actor",
    "published_at", "expires_at")
  SELECT g.key, g.tenant_id, g.name, g.correlation_key, g.message_id, g.variables, g.actor,
    g.published_at, g.expires_at
  FROM given g
  WHERE g.consumes IS NULL OR g.consumes IN (SELECT answered."key" FROM answered)
  ORDER BY g.n
  ON CONFLICT DO NOTHING
  RETURNING "key"`;

export const REMOVE_EXPIRED_IDS = `
  DELETE FROM "message" m
  USING unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
    AS x(tenant_id, name, correlation_key, message_id, at)
  WHERE m."tenant_id" = x.tenant_id AND m."name" = x.name AND m."correlation_key" = x.correlation_key
    AND m."message_id" = x.message_id AND m."expires_at" <= x.at`;

/**
 * Gives buffered messages to waits: for each message and process id the oldest open wait (MSG-3). $4 is the
 * tenants' time, $5 the number that makes the keys of the outbox rows.
 */
export const CLAIM_FOR_WAITS = `
  WITH ready AS (
    SELECT m.* FROM (
      SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
        AS x(tenant_id, name, correlation_key, at)
    ) a
    JOIN "message" m ON m."tenant_id" = a.tenant_id AND m."name" = a.name
      AND m."correlation_key" = a.correlation_key AND m."expires_at" >= a.at
  ), open AS (
    SELECT DISTINCT ON (m."seq", s."process_id")
      m."seq", m."key" AS message_key, m."tenant_id", m."variables", m."actor", s."process_id", s."key" AS wait,
      s."instance"
    FROM ready m
    JOIN "open_message" s ON s."tenant_id" = m."tenant_id" AND s."name" = m."name"
      AND s."correlation_key" = m."correlation_key"
    WHERE NOT EXISTS (
      SELECT FROM "message_delivery" d WHERE d."message_key" = m."key" AND d."process_id" = s."process_id")
    ORDER BY m."seq", s."process_id", s."seq"
  ), chosen AS (
    SELECT open.*, ($5::bigint << 21) + row_number() OVER (ORDER BY open."seq", open."process_id") AS key FROM open
  ), delivered AS (
    INSERT INTO "message_delivery" ("message_key", "process_id", "tenant_id")
    SELECT c.message_key, c."process_id", c."tenant_id" FROM chosen c
  )
  INSERT INTO "outbox" ("key", "tenant_id", "target", "payload", "actor")
  SELECT c.key, c."tenant_id", c."instance",
    json_build_object('do', 'deliver', 'wait', c.wait::text, 'messageKey', c.message_key::text,
      'processId', c."process_id", 'variables', c."variables"::json)::text,
    c."actor"
  FROM chosen c ORDER BY c.key
  RETURNING "key", "tenant_id", "target", "payload", "actor"`;

/** Gives buffered messages to start events: under one key one instance at a time (INS-7). */
export const CLAIM_FOR_STARTS = `
  WITH ready AS (
    SELECT m.* FROM (
      SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
        AS x(tenant_id, name, correlation_key, at)
    ) a
    JOIN "message" m ON m."tenant_id" = a.tenant_id AND m."name" = a.name
      AND m."correlation_key" = a.correlation_key AND m."expires_at" >= a.at
  ), startable AS (
    SELECT DISTINCT ON (m."seq", s."process_id")
      m."seq", m."key" AS message_key, m."tenant_id", m."correlation_key", m."variables", m."actor",
      s."process_id", s."definition_key", s."element_id", s."definition"
    FROM ready m
    JOIN "start_subscription" s ON s."kind" = 'message' AND s."tenant_id" = m."tenant_id" AND s."name" = m."name"
    WHERE NOT EXISTS (
      SELECT FROM "message_delivery" d WHERE d."message_key" = m."key" AND d."process_id" = s."process_id")
    ORDER BY m."seq", s."process_id", s."element_id"
  ), first AS (
    SELECT DISTINCT ON (s."tenant_id", s."process_id", s."correlation_key") s.*
    FROM startable s WHERE s."correlation_key" <> ''
    ORDER BY s."tenant_id", s."process_id", s."correlation_key", s."seq"
  ), locked AS (
    INSERT INTO "start_lock" ("tenant_id", "process_id", "correlation_key")
    SELECT f."tenant_id", f."process_id", f."correlation_key" FROM first f
    ON CONFLICT DO NOTHING
    RETURNING "tenant_id", "process_id", "correlation_key"
  ), chosen AS (
    SELECT x.*, ($5::bigint << 21) + 1048576 + row_number() OVER (ORDER BY x."seq", x."process_id") AS key
    FROM (
      SELECT s.* FROM startable s WHERE s."correlation_key" = ''
      UNION ALL
      SELECT f.* FROM first f
      JOIN locked l ON l."tenant_id" = f."tenant_id" AND l."process_id" = f."process_id"
        AND l."correlation_key" = f."correlation_key"
    ) x
  ), delivered AS (
    INSERT INTO "message_delivery" ("message_key", "process_id", "tenant_id")
    SELECT c.message_key, c."process_id", c."tenant_id" FROM chosen c
  )
  INSERT INTO "outbox" ("key", "tenant_id", "target", "payload", "actor")
  SELECT c.key, c."tenant_id", 0,
    json_build_object('do', 'start', 'definitionKey', c."definition_key"::text, 'elementId', c."element_id",
      'definition', c."definition", 'processId', c."process_id", 'messageKey', c.message_key::text,
      'startedByKey', nullif(c."correlation_key", ''), 'variables', c."variables"::json)::text,
    c."actor"
  FROM chosen c ORDER BY c.key
  RETURNING "key", "tenant_id", "target", "payload", "actor"`;

export const DROP_UNBUFFERED = `
  WITH gone AS (DELETE FROM "message" WHERE "key" = ANY ($1::bigint[]))
  DELETE FROM "message_delivery" WHERE "message_key" = ANY ($1::bigint[])`;

/** Whether any of the addresses has a message at all: most waits open before theirs comes. */
export const HAS_MESSAGES = `
  SELECT DISTINCT x.tenant_id, x.name, x.correlation_key
  FROM unnest($1::text[], $2::text[], $3::text[]) AS x(tenant_id, name, correlation_key)
  JOIN "message" m ON m."tenant_id" = x.tenant_id AND m."name" = x.name
    AND m."correlation_key" = x.correlation_key`;

export const MISSED = `
  SELECT DISTINCT m."tenant_id", m."name", m."correlation_key"
  FROM "message" m
  JOIN "open_message" s ON s."tenant_id" = m."tenant_id" AND s."name" = m."name"
    AND s."correlation_key" = m."correlation_key"
  WHERE NOT EXISTS (
    SELECT FROM "message_delivery" d WHERE d."message_key" = m."key" AND d."process_id" = s."process_id")
  UNION
  SELECT DISTINCT m."tenant_id", m."name", m."correlation_key"
  FROM "message" m
  JOIN "start_subscription" s ON s."kind" = 'message' AND s."tenant_id" = m."tenant_id" AND s."name" = m."name"
  WHERE NOT EXISTS (
      SELECT FROM "message_delivery" d WHERE d."message_key" = m."key" AND d."process_id" = s."process_id")
    AND NOT EXISTS (
      SELECT FROM "start_lock" l WHERE l."tenant_id" = m."tenant_id" AND l."process_id" = s."process_id"
        AND l."correlation_key" = m."correlation_key")
  LIMIT $1`;

/** Gives a claim back: its outbox row, the delivery, and the row of the wait that its instance does not know. */
export const UNCLAIM = `
  WITH gone AS (DELETE FROM "outbox" WHERE "key" = $1 RETURNING "key"),
  undelivered AS (
    DELETE FROM "message_delivery"
    WHERE "message_key" = $2 AND "process_id" = $3 AND EXISTS (SELECT FROM gone)
  ), closed AS (DELETE FROM "open_message" WHERE "key" = $4 AND EXISTS (SELECT FROM gone))
  SELECT m."tenant_id", m."name", m."correlation_key" FROM gone, "message" m WHERE m."key" = $2`;

export const DISCARD = `
  WITH gone AS (DELETE FROM "outbox" WHERE "key" = $1 RETURNING "key")
  DELETE FROM "start_lock"
  WHERE "tenant_id" = $2 AND "process_id" = $3 AND "correlation_key" = $4 AND EXISTS (SELECT FROM gone)`;

export const START_ADDRESSES = `
  SELECT DISTINCT "name" FROM "start_subscription"
  WHERE "kind" = 'message' AND "tenant_id" = $1 AND "process_id" = $2`;

export const REMOVE_EXPIRED = `
  WITH old AS (
    SELECT m."key" FROM unnest($1::text[], $2::timestamptz[]) AS x(tenant_id, at)
    CROSS JOIN LATERAL (
      SELECT "key" FROM "message" WHERE "tenant_id" = x.tenant_id AND "expires_at" < x.at
      ORDER BY "expires_at" LIMIT $3
    ) m
  ), gone AS (DELETE FROM "message" WHERE "key" IN (SELECT old."key" FROM old) RETURNING "key"),
  undelivered AS (DELETE FROM "message_delivery" WHERE "message_key" IN (SELECT old."key" FROM old))
  SELECT count(*)::integer AS removed FROM gone`;
