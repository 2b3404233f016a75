import { sqlParameters, visibleCase } from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';

export interface TakenFlow {
  readonly sequenceFlowId: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly elementId: string;
  readonly tenantId: string;
}

/** `GET /v2/process-instances/{key}/sequence-flows`: each taken flow once. */
export async function sequenceFlows(
  { database, viewer }: Reader,
  processInstanceKey: string,
): Promise<TakenFlow[]> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(processInstanceKey));
  return database.query<TakenFlow>(
    `SELECT c.process_instance_key || '_' || f.flow_id AS "sequenceFlowId",
            c.process_instance_key AS "processInstanceKey", c.root_key AS "rootProcessInstanceKey",
            c.process_definition_key AS "processDefinitionKey", c.process_id AS "processDefinitionId",
            f.flow_id AS "elementId", c.tenant_id AS "tenantId"
       FROM process_instance c JOIN taken_flow f ON f.process_instance_key = c.process_instance_key
      WHERE c.process_instance_key = ${key}::bigint AND ${visibleCase(viewer, 'c', parameters)}
      ORDER BY f.flow_id`,
    parameters.values,
  );
}
