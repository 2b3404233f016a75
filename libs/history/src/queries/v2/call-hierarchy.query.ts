import { sqlParameters, visibleCase } from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';

export interface CallHierarchyEntry {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionName: string;
}

/** `GET /v2/process-instances/{key}/call-hierarchy`: from the root down to the instance; empty where unseen. */
export async function callHierarchy(
  { database, viewer }: Reader,
  processInstanceKey: string,
): Promise<CallHierarchyEntry[]> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(processInstanceKey));
  return database.query<CallHierarchyEntry>(
    `WITH RECURSIVE line AS (
       SELECT c.process_instance_key, c.parent_key, c.process_definition_key, c.process_id, 0 AS above
         FROM process_instance c
        WHERE c.process_instance_key = ${key}::bigint AND ${visibleCase(viewer, 'c', parameters)}
       UNION ALL
       SELECT p.process_instance_key, p.parent_key, p.process_definition_key, p.process_id, line.above + 1
         FROM line JOIN process_instance p ON p.process_instance_key = line.parent_key)
     SELECT line.process_instance_key AS "processInstanceKey", line.process_definition_key AS "processDefinitionKey",
            coalesce(d.name, line.process_id) AS "processDefinitionName"
       FROM line JOIN process_definition d ON d.definition_key = line.process_definition_key
      ORDER BY line.above DESC`,
    parameters.values,
  );
}
