import type { ElementStatistics, ProcessInstanceFilter } from '@iter/contract';
import { sqlParameters, visibleCase, visibleCases, type SqlParameters } from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';
import { INSTANCE_FROM, instanceConditions } from './process-instance.sql.ts';

/** `POST /v2/process-definitions/{key}/statistics/element-instances`: over the instances that match. */
export function definitionElementStatistics(
  reader: Reader,
  processDefinitionKey: string,
  filter?: ProcessInstanceFilter,
): Promise<ElementStatistics[]> {
  const parameters = sqlParameters();
  const definition = parameters.add(keyParameter(processDefinitionKey));
  const conditions = [
    `c.process_definition_key = ${definition}::bigint`,
    visibleCases(reader.viewer, 'c', parameters),
    ...instanceConditions(filter, parameters),
  ];
  return countElements(reader, conditions, parameters);
}

/** `GET /v2/process-instances/{key}/statistics/element-instances`. */
export function instanceElementStatistics(
  reader: Reader,
  processInstanceKey: string,
): Promise<ElementStatistics[]> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(processInstanceKey));
  const conditions = [`c.process_instance_key = ${key}::bigint`, visibleCase(reader.viewer, 'c', parameters)];
  return countElements(reader, conditions, parameters);
}

/** An element instance with an open incident counts as an incident and not as active. */
function countElements(
  { database }: Reader,
  conditions: readonly string[],
  parameters: SqlParameters,
): Promise<ElementStatistics[]> {
  return database.query<ElementStatistics>(
    `WITH chosen AS MATERIALIZED (SELECT c.process_instance_key FROM ${INSTANCE_FROM} WHERE ${conditions.join(' AND ')}),
     halted AS MATERIALIZED (
       SELECT DISTINCT i.process_instance_key, i.element_instance_key
         FROM chosen JOIN incident i ON i.process_instance_key = chosen.process_instance_key AND i.resolved_at IS NULL)
     SELECT e.element_id AS "elementId",
            count(*) FILTER (WHERE e.state = 'ACTIVE' AND h.element_instance_key IS NULL)::integer AS active,
            count(*) FILTER (WHERE e.state = 'TERMINATED')::integer AS canceled,
            count(*) FILTER (WHERE e.state = 'ACTIVE' AND h.element_instance_key IS NOT NULL)::integer AS incidents,
            count(*) FILTER (WHERE e.state = 'COMPLETED')::integer AS completed
       FROM chosen
       JOIN element_instance e ON e.process_instance_key = chosen.process_instance_key AND e.type <> 'PROCESS'
       LEFT JOIN halted h
         ON h.process_instance_key = e.process_instance_key AND h.element_instance_key = e.element_instance_key
      GROUP BY e.element_id ORDER BY e.element_id`,
    parameters.values,
  );
}
