/** $1 the outbox row that brought the occurrence; none: it came without one. */
export const TAKE_BRINGER = `DELETE FROM "outbox" WHERE "key" = $1::bigint RETURNING "key"`;

/** Of one event and key one at a time: who comes second sees what the first has kept. */
export const LOCK_EVENT = `
  SELECT pg_advisory_xact_lock(hashtextextended($1::text || chr(1) || $2 || chr(1) || $3, 7241))`;

export const KEEP = `
  INSERT INTO "start_occurrence" ("tenant_id", "definition_key", "process_id", "element_id", "definition",
    "correlation_key", "variables")
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** The oldest of each definition under the key. */
export const OLDEST = `
  SELECT o."seq", o."variables" FROM (
    SELECT DISTINCT ON ("definition") "seq", "variables" FROM "start_occurrence"
    WHERE "definition_key" = $1 AND "element_id" = $2 AND "correlation_key" = $3
    ORDER BY "definition", "seq"
  ) o ORDER BY o."seq"`;

export const REMOVE = `DELETE FROM "start_occurrence" WHERE "seq" = ANY ($1::bigint[])`;

/** Nothing was started, so the key may bring the next trigger (INS-7). */
export const FREE_KEY = `
  DELETE FROM "start_lock" WHERE "tenant_id" = $1 AND "process_id" = $2 AND "correlation_key" = $3`;
