import type { Database } from '@iter/identity';

/** Codes in the taxonomy of the processes that were published before; a process without a code has null. */
export async function codesOfProcesses(
  database: Database,
  tenantId: string,
  processIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await database.query<{ process_id: string; code: string | null }>(
    `SELECT process_id, code FROM process_fact WHERE tenant_id = $1 AND process_id = ANY ($2::text[])`,
    [tenantId, processIds],
  );
  return new Map(rows.map((row) => [row.process_id, row.code]));
}
