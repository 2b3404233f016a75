import type { Database } from '@iter/identity';

/**
 * Ids of the processes that patterns of ownership stand for: a process id, or a code of the taxonomy with all
 * that is below it.
 */
export async function processesOfPatterns(
  database: Database,
  tenantId: string,
  patterns: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ process_id: string }>(
    `SELECT process_id FROM process_fact
      WHERE tenant_id = $1
        AND EXISTS (SELECT 1 FROM unnest($2::text[]) pattern
                     WHERE pattern IN (process_id, code) OR starts_with(code, pattern || '.'))`,
    [tenantId, patterns],
  );
  return rows.map((row) => row.process_id);
}
