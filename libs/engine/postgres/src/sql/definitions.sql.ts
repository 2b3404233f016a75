export const FIND_DEFINITION = `
  SELECT d."definition_key", d."tenant_id", d."deployment_key", d."process_id", d."version", d."version_tag",
    d."name", r."content"
  FROM "process_definition" d JOIN "deployed_resource" r ON r."resource_key" = d."resource_key"
  WHERE d."tenant_id" = $1`;

export const LATEST_DEFINITION = `
  SELECT "definition_key", "tenant_id", "deployment_key", "process_id", "version", "version_tag", "name"
  FROM "process_definition" WHERE "tenant_id" = $1 AND "process_id" = $2
  ORDER BY "version" DESC LIMIT 1`;

export const CONDITIONAL_STARTS = `
  SELECT DISTINCT "process_id", "definition_key" FROM "start_subscription"
  WHERE "kind" = 'condition' AND "tenant_id" = $1 ORDER BY "process_id"`;

export const FIND_DECISION = `
  SELECT d."decision_key", d."requirements_key", q."requirements_id", d."decision_id", d."name", d."version",
    r."content", (
      SELECT json_agg(json_build_object(
        'decisionKey', s."decision_key"::text, 'decisionId', s."decision_id", 'version', s."version"))
      FROM "decision_definition" s
      WHERE s."deployment_key" = d."deployment_key"
    ) AS "decisions", ARRAY(
      SELECT m."content" FROM "deployed_resource" m
      WHERE m."deployment_key" = d."deployment_key" AND m."kind" = 'decision'
        AND m."resource_key" <> r."resource_key"
    ) AS "models"
  FROM "decision_definition" d
  JOIN "decision_requirements" q ON q."requirements_key" = d."requirements_key"
  JOIN "deployed_resource" r ON r."resource_key" = q."resource_key"
  WHERE d."tenant_id" = $1`;

/** Versions are counted by one deployment of a tenant at a time. */
export const LOCK_DEPLOYMENTS = `SELECT pg_advisory_xact_lock(hashtextextended($1, 7239))`;

export const LATEST_RESOURCES = `
  SELECT DISTINCT ON (r."name") r."name", r."resource_key", r."deployment_key", r."version", r."checksum",
    d."deployed_at"
  FROM "deployed_resource" r JOIN "deployment" d ON d."deployment_key" = r."deployment_key"
  WHERE r."tenant_id" = $1 AND r."name" = ANY ($2::text[])
  ORDER BY r."name", r."version" DESC`;

export const LATEST_PROCESSES = `
  SELECT DISTINCT ON ("process_id") * FROM "process_definition"
  WHERE "tenant_id" = $1 AND "process_id" = ANY ($2::text[]) ORDER BY "process_id", "version" DESC`;

export const LATEST_FORMS = `
  SELECT DISTINCT ON ("form_id") * FROM "form_definition"
  WHERE "tenant_id" = $1 AND "form_id" = ANY ($2::text[]) ORDER BY "form_id", "version" DESC`;

export const LATEST_REQUIREMENTS = `
  SELECT DISTINCT ON ("requirements_id") * FROM "decision_requirements"
  WHERE "tenant_id" = $1 AND "requirements_id" = ANY ($2::text[]) ORDER BY "requirements_id", "version" DESC`;

export const LATEST_DECISIONS = `
  SELECT DISTINCT ON ("decision_id") * FROM "decision_definition"
  WHERE "tenant_id" = $1 AND "decision_id" = ANY ($2::text[]) ORDER BY "decision_id", "version" DESC`;
