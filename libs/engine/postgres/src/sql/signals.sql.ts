/**
 * One delivery per instance that waits and one per start event, unless the outbox row that asked for it is gone.
 * $1 tenant, $2 name, $3 variables, $4 actor, $5 number of the keys, $6 instance left out, $7 answered row.
 */
export const BROADCAST = `
  WITH answered AS (DELETE FROM "outbox" WHERE "key" = $7::bigint RETURNING "key"),
  found AS (
    SELECT DISTINCT s."instance" AS target, NULL::bigint AS definition_key, NULL AS element_id,
      NULL::integer AS definition, NULL AS process_id
    FROM "open_signal" s
    WHERE s."tenant_id" = $1 AND s."name" = $2 AND s."instance" IS DISTINCT FROM $6::bigint
    UNION ALL
    SELECT 0, s."definition_key", s."element_id", s."definition", s."process_id"
    FROM "start_subscription" s WHERE s."kind" = 'signal' AND s."tenant_id" = $1 AND s."name" = $2
  )
  INSERT INTO "outbox" ("key", "tenant_id", "target", "payload", "actor")
  SELECT ($5::bigint << 21) + row_number() OVER (), $1, f.target,
    CASE WHEN f.target > 0
      THEN json_build_object('do', 'signal', 'name', $2::text, 'variables', $3::json)
      ELSE json_build_object('do', 'start', 'definitionKey', f.definition_key::text, 'elementId', f.element_id,
        'definition', f.definition, 'processId', f.process_id, 'messageKey', NULL, 'startedByKey', NULL, 'variables', $3::json)
    END::text,
    $4
  FROM found f
  WHERE $7::bigint IS NULL OR EXISTS (SELECT FROM answered)
  RETURNING "key", "tenant_id", "target", "payload", "actor"`;
