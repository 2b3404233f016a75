/** $1 type, $2 tenants, $3 limit, $4 lease in milliseconds, $5 worker. */
export const TAKE_JOBS = `
  WITH ready AS MATERIALIZED (
    SELECT "key" FROM "open_job"
    WHERE "type" = $1 AND "tenant_id" = ANY ($2::text[]) AND "ready_at" <= now()
    ORDER BY "ready_at", "key" LIMIT $3 FOR UPDATE SKIP LOCKED
  )
  UPDATE "open_job" j
  SET "worker" = $5, "deadline" = now() + make_interval(secs => $4::double precision / 1000),
    "ready_at" = now() + make_interval(secs => $4::double precision / 1000)
  FROM ready WHERE j."key" = ready."key"
  RETURNING j."key", j."tenant_id", j."retries", j."deadline"`;

export const TAKE_ONE = `
  UPDATE "open_job" SET "worker" = $2, "deadline" = now() + make_interval(secs => $3::double precision / 1000),
    "ready_at" = now() + make_interval(secs => $3::double precision / 1000)
  WHERE "key" = $1 AND "ready_at" <= now()
  RETURNING "key", "tenant_id", "retries", "deadline"`;

export const RELEASE_JOBS = `
  UPDATE "open_job" SET "worker" = NULL, "deadline" = NULL, "ready_at" = now()
  WHERE "key" = ANY ($1::bigint[]) AND "deadline" IS NOT NULL`;

export const EXTEND_JOB = `
  UPDATE "open_job" SET "deadline" = now() + make_interval(secs => $2::double precision / 1000),
    "ready_at" = now() + make_interval(secs => $2::double precision / 1000)
  WHERE "key" = $1 AND "deadline" > now() AND "ready_at" < 'infinity'
  RETURNING "key"`;

export const FORGOTTEN_JOBS = `
  SELECT "key", "type" FROM "open_job"
  WHERE "type" = ANY ($1::text[]) AND "ready_at" < now() - make_interval(secs => $2::double precision / 1000)
  ORDER BY "ready_at" LIMIT $3`;
