import { Buffer } from 'node:buffer';
import type { Database } from '@iter/identity';

/** What a diagram says about its process, read by who understands diagrams. */
export interface ProcessDescription {
  readonly title: string;
  /** Code in the taxonomy. */
  readonly code: string | null;
  /** Groups that may start it; empty: everybody with an office. */
  readonly starterGroups: readonly string[];
}
/** `content` is the file as it was deployed. */
export type DescribeProcess = (content: Uint8Array, processId: string) => Promise<ProcessDescription>;

/**
 * Brings the facts of a tenant's processes up to their latest versions. To be called after a deployment and at
 * the start of a server: whatever way a version came in, and whoever missed the notice, the next call mends it.
 *
 * @returns ids of the processes whose facts are new
 */
export async function syncProcessFacts(
  database: Database,
  tenantId: string,
  describe: DescribeProcess,
): Promise<string[]> {
  const behind = await database.query<{ process_id: string; definition_key: string; content: Buffer }>(
    `SELECT latest.process_id, latest.definition_key, r.content
       FROM (SELECT DISTINCT ON (process_id) process_id, definition_key, resource_key
               FROM process_definition WHERE tenant_id = $1 ORDER BY process_id, version DESC) latest
       JOIN deployed_resource r ON r.resource_key = latest.resource_key
       LEFT JOIN process_fact fact ON fact.tenant_id = $1 AND fact.process_id = latest.process_id
      WHERE fact.definition_key IS DISTINCT FROM latest.definition_key`,
    [tenantId],
  );
  for (const { process_id: processId, definition_key: definitionKey, content } of behind) {
    const { title, code, starterGroups } = await describe(content, processId);
    await database.query(
      `INSERT INTO process_fact (tenant_id, process_id, definition_key, title, code, starter_groups)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, process_id) DO UPDATE SET definition_key = EXCLUDED.definition_key,
         title = EXCLUDED.title, code = EXCLUDED.code, starter_groups = EXCLUDED.starter_groups`,
      [tenantId, processId, definitionKey, title, code, starterGroups],
    );
  }
  return behind.map(({ process_id: processId }) => processId);
}
