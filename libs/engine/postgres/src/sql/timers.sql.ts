/** A lease, not a row lock: the turn that fires the timer removes the row over another connection. */
export const TAKE_DUE = `
  WITH due AS MATERIALIZED (
    SELECT t."key" FROM unnest($1::text[], $2::timestamptz[]) AS x(tenant_id, at)
    CROSS JOIN LATERAL (
      SELECT "key" FROM "open_timer"
      WHERE "tenant_id" = x.tenant_id AND "due_at" <= x.at AND ("leased_until" IS NULL OR "leased_until" < now())
      ORDER BY "due_at", "key" LIMIT $3 FOR UPDATE SKIP LOCKED
    ) t
  )
  UPDATE "open_timer" o SET "leased_until" = now() + make_interval(secs => $4::double precision / 1000)
  FROM due WHERE o."key" = due."key"
  RETURNING o."key", o."tenant_id", o."due_at"`;

export const REMOVE_TIMERS = `DELETE FROM "open_timer" WHERE "key" = ANY ($1::bigint[])`;

export const LOCK_DUE_STARTS = `
  SELECT t.* FROM unnest($1::text[], $2::timestamptz[]) AS x(tenant_id, at)
  CROSS JOIN LATERAL (
    SELECT * FROM "start_timer"
    WHERE "tenant_id" = x.tenant_id AND "due_at" <= x.at
    ORDER BY "due_at" LIMIT $3 FOR UPDATE SKIP LOCKED
  ) t`;

export const MOVE_START = `
  UPDATE "start_timer" SET "due_at" = $4, "repeats_left" = $5
  WHERE "definition_key" = $1 AND "element_id" = $2 AND "definition" = $3`;

export const REMOVE_START = `
  DELETE FROM "start_timer" WHERE "definition_key" = $1 AND "element_id" = $2 AND "definition" = $3`;

/** Timers of suspended instances are leased for ever. */
export const NEXT_DUE = `
  SELECT * FROM (SELECT t."tenant_id", least(
    (SELECT min(o."due_at") FROM "open_timer" o
      WHERE o."tenant_id" = t."tenant_id" AND o."leased_until" IS DISTINCT FROM 'infinity'),
    (SELECT min(s."due_at") FROM "start_timer" s WHERE s."tenant_id" = t."tenant_id")
  ) AS due_at
  FROM "tenant" t
  ) next WHERE next."due_at" IS NOT NULL`;
