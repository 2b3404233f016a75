import type { OfficeCode } from '@iter/engine-runtime';
import { createTimedCache, type Database } from '@iter/identity';

/** Codes hardly ever change; a new one is known after this time. */
const keptMs = 60_000;

/** The part of a case number that names an office, as the organisation gives it. */
export function officeCodes(database: Database): OfficeCode {
  const known = createTimedCache<string | undefined>({ lifetimeMs: keptMs, capacity: 1_000, now: Date.now });
  return (tenantId, office) =>
    known.get(
      JSON.stringify([tenantId, office]),
      async () => {
        const rows = await database.query<{ code: string }>(
          'SELECT code FROM office WHERE tenant_id = $1 AND office_id = $2',
          [tenantId, office],
        );
        return rows[0]?.code;
      },
      (code) => code !== undefined,
    );
}
