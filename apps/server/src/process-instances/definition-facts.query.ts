import type { Database, ProcessFacts } from '@iter/identity';
import { keyParameter } from './key-parameter.ts';

/** A version of a process, and who may start it. */
export interface FoundDefinition extends ProcessFacts {
  readonly processDefinitionKey: string;
  readonly version: number;
  readonly title: string;
}

/** Which version: by its key, or the process id with a version (-1 or absent: the latest). */
export type DefinitionChoice =
  | { readonly processDefinitionKey: string }
  | { readonly processDefinitionId: string; readonly version?: number };

interface Row {
  readonly definition_key: string;
  readonly process_id: string;
  readonly version: number;
  readonly title: string;
  readonly code: string | null;
  readonly starter_groups: string[];
}

/** Undefined where the tenant has no such version. */
export async function findDefinitionFacts(
  database: Database,
  tenantId: string,
  choice: DefinitionChoice,
): Promise<FoundDefinition | undefined> {
  const { condition, parameters } = conditionOf(choice);
  const [row] = await database.query<Row>(
    `SELECT d.definition_key, d.process_id, d.version, coalesce(fact.title, d.name, d.process_id) AS title, fact.code,
            coalesce(fact.starter_groups, '{}') AS starter_groups
       FROM process_definition d
       LEFT JOIN process_fact fact ON fact.tenant_id = d.tenant_id AND fact.process_id = d.process_id
      WHERE d.tenant_id = $1 AND ${condition}
      ORDER BY d.version DESC LIMIT 1`,
    [tenantId, ...parameters],
  );
  return (
    row && {
      tenantId,
      processDefinitionKey: row.definition_key,
      processId: row.process_id,
      version: row.version,
      title: row.title,
      code: row.code,
      starterGroups: row.starter_groups,
    }
  );
}

function conditionOf(choice: DefinitionChoice): { condition: string; parameters: unknown[] } {
  if ('processDefinitionKey' in choice) {
    return {
      condition: 'd.definition_key = $2::bigint',
      parameters: [keyParameter(choice.processDefinitionKey) ?? '-1'],
    };
  }
  const { processDefinitionId, version = -1 } = choice;
  if (version < 0) return { condition: 'd.process_id = $2', parameters: [processDefinitionId] };
  return { condition: 'd.process_id = $2 AND d.version = $3', parameters: [processDefinitionId, version] };
}
