import type { BundleFile } from '@iter/contract';
import type { Database } from '@iter/identity';

/** The latest version of a process with what was deployed together with it and belongs to it. */
export interface LatestBundle {
  readonly definitionKey: string;
  readonly resourceName: string;
  readonly xml: string;
  /** Every form and decision of the same deployment. */
  readonly files: readonly BundleFile[];
}

/** Undefined where the process was never published. */
export async function latestBundle(
  database: Database,
  tenantId: string,
  processId: string,
): Promise<LatestBundle | undefined> {
  const rows = await database.query<{
    definition_key: string;
    name: string;
    kind: string;
    content: Buffer;
  }>(
    `SELECT latest.definition_key, file.name, file.kind, file.content
       FROM (SELECT definition_key, deployment_key, resource_key FROM process_definition
              WHERE tenant_id = $1 AND process_id = $2 ORDER BY version DESC LIMIT 1) latest
       JOIN deployed_resource file ON file.deployment_key = latest.deployment_key
        AND (file.resource_key = latest.resource_key OR file.kind IN ('form', 'decision'))
      ORDER BY file.name`,
    [tenantId, processId],
  );
  const diagram = rows.find((row) => row.kind === 'process');
  if (!diagram) return undefined;
  return {
    definitionKey: diagram.definition_key,
    resourceName: diagram.name,
    xml: diagram.content.toString('utf8'),
    files: rows
      .filter((row) => row !== diagram)
      .map((row) => ({ name: row.name, content: row.content.toString('utf8') })),
  };
}
