export const TAKE_NUMBERS = `UPDATE "number_block" SET "next" = "next" + $1::bigint RETURNING "next" - $1::bigint AS first`;

/** State and variables in one statement, so that they are of one moment. */
export const LOAD_INSTANCES = `
  SELECT i.*, to_char(i."month", 'YYYY-MM-DD') AS month, v.variables
  FROM unnest($1::bigint[]) AS wanted(instance)
  JOIN "instance" i ON i."instance" = wanted.instance
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(
             x."scope_key"::text, x."name", x."value", x."variable_key"::text)) AS variables
    FROM "variable" x
    WHERE x."process_instance_key" = i."instance" << 21 AND i."status" NOT IN ('completed', 'terminated')
  ) v ON true`;

export const VERSIONS = `
  SELECT "instance", "version" FROM "instance" WHERE "instance" = ANY ($1::bigint[])`;

/** The history rows that a batch of unknown fate would have written. */
export const COMMITTED_BY = `
  SELECT h."instance"
  FROM unnest($1::bigint[], $2::integer[], $3::date[]) AS wanted(instance, turn, month)
  JOIN "history" h ON h."instance" = wanted.instance AND h."turn" = wanted.turn AND h."month" = wanted.month
  WHERE h."batch" = $4::bigint`;

export const OWNER_OF = `SELECT "instance" FROM "instance_alias" WHERE "number" = $1`;

export const ROOT_VARIABLES = `
  SELECT "name", "value" FROM "variable"
  WHERE "process_instance_key" = $1::bigint << 21 AND "scope_key" = $1::bigint << 21`;
