import type { ProcessInstanceResult } from '@iter/contract';
import { sqlParameters, visibleCase } from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';
import { INSTANCE_FROM, INSTANCE_SELECT, instanceResult, type InstanceRow } from './process-instance.sql.ts';

/** `GET /v2/process-instances/{processInstanceKey}`; undefined where it is unknown or not the viewer's to see. */
export async function getProcessInstance(
  { database, viewer }: Reader,
  processInstanceKey: string,
): Promise<ProcessInstanceResult | undefined> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(processInstanceKey));
  const [row] = await database.query<InstanceRow>(
    `SELECT ${INSTANCE_SELECT} FROM ${INSTANCE_FROM}
      WHERE c.process_instance_key = ${key}::bigint AND ${visibleCase(viewer, 'c', parameters)}`,
    parameters.values,
  );
  return row && instanceResult(row);
}
