import type { CounterRequest } from '@iter/engine-runtime';
import { binaryArray } from '../binary-array.ts';
import type { Query } from '../writer.ts';

/** In order of the key, so that two nodes that count in the same offices cannot wait for each other. */
const COUNT_CASES = `
  INSERT INTO "case_counter" AS c ("tenant_id", "office", "year", "last")
  SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::bigint[]) AS v(tenant_id, office, year, last)
  ORDER BY v.tenant_id, v.office, v.year
  ON CONFLICT ("tenant_id", "office", "year") DO UPDATE SET "last" = c."last" + EXCLUDED."last"
  RETURNING c."tenant_id", c."office", c."year", c."last"`;

/** Adds to the counters, which stay locked until the transaction ends; returns what each had before. */
export async function countCases(query: Query, counters: readonly CounterRequest[]): Promise<number[]> {
  const rows = await query(COUNT_CASES, [
    binaryArray(
      'text',
      counters.map((counter) => counter.tenantId),
    ),
    binaryArray(
      'text',
      counters.map((counter) => counter.office),
    ),
    binaryArray(
      'integer',
      counters.map((counter) => counter.year),
    ),
    binaryArray(
      'bigint',
      counters.map((counter) => counter.count),
    ),
  ]);
  const last = new Map(
    rows.map(([tenant, office, year, value]) => [JSON.stringify([tenant, office, year]), value]),
  );
  return counters.map(
    (counter) =>
      Number(last.get(JSON.stringify([counter.tenantId, counter.office, counter.year]))) - counter.count,
  );
}
