import type { ProcessInstanceFilter, ProcessInstanceResult, ProcessInstanceState } from '@iter/contract';
import type { SqlParameters } from '@iter/identity';
import { compare, filterConditions, keyParameter, type FilterColumn } from '../../search/filter.ts';
import type { SortColumn } from '../../search/page.ts';
import { variableConditions } from './variable.sql.ts';
import { instanceKeyOf, iso, isoOrNull } from '../rows.ts';

export const INSTANCE_FROM = `process_instance c
  JOIN process_definition d ON d.definition_key = c.process_definition_key`;

/** Own incidents, and for the root of a case those of all it called. */
const HAS_INCIDENT = `EXISTS (SELECT 1 FROM incident i
  WHERE i.root_key = c.root_key AND i.resolved_at IS NULL
    AND (i.process_instance_key = c.process_instance_key OR c.root_key = c.process_instance_key))`;

/** The call that waits for the instance: the caller knows whom it called. */
const PARENT_ELEMENT = `(SELECT e.element_instance_key FROM element_instance e
  WHERE e.process_instance_key = c.parent_key AND e.called_key = c.process_instance_key LIMIT 1)`;

export const INSTANCE_SELECT = `c.process_instance_key, c.process_id, d.name AS process_name, c.version,
  d.version_tag, c.started_at, c.ended_at, c.state, ${HAS_INCIDENT} AS has_incident, c.tenant_id,
  c.process_definition_key, c.parent_key, ${PARENT_ELEMENT} AS parent_element_key, c.root_key, c.tags, c.business_id`;

export interface InstanceRow {
  readonly process_instance_key: string;
  readonly process_id: string;
  readonly process_name: string | null;
  readonly version: number;
  readonly version_tag: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly state: ProcessInstanceState;
  readonly has_incident: boolean;
  readonly tenant_id: string;
  readonly process_definition_key: string;
  readonly parent_key: string | null;
  readonly parent_element_key: string | null;
  readonly root_key: string;
  readonly tags: string[];
  readonly business_id: string | null;
}

export function instanceResult(row: InstanceRow): ProcessInstanceResult {
  return {
    processDefinitionId: row.process_id,
    processDefinitionName: row.process_name,
    processDefinitionVersion: row.version,
    processDefinitionVersionTag: row.version_tag,
    startDate: iso(row.started_at),
    endDate: isoOrNull(row.ended_at),
    state: row.state,
    hasIncident: row.has_incident,
    tenantId: row.tenant_id,
    processInstanceKey: row.process_instance_key,
    processDefinitionKey: row.process_definition_key,
    parentProcessInstanceKey: row.parent_key,
    parentElementInstanceKey: row.parent_element_key,
    rootProcessInstanceKey: row.root_key,
    tags: row.tags,
    businessId: row.business_id,
  };
}

export const INSTANCE_SORT = {
  processInstanceKey: { sql: 'c.process_instance_key', type: 'bigint' },
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  processDefinitionName: { sql: 'd.name', type: 'text', nullable: true },
  processDefinitionVersion: { sql: 'c.version', type: 'integer' },
  processDefinitionVersionTag: { sql: 'd.version_tag', type: 'text', nullable: true },
  processDefinitionKey: { sql: 'c.process_definition_key', type: 'bigint' },
  parentProcessInstanceKey: { sql: 'c.parent_key', type: 'bigint', nullable: true },
  parentElementInstanceKey: { sql: PARENT_ELEMENT, type: 'bigint', nullable: true },
  startDate: { sql: 'c.started_at', type: 'timestamptz' },
  endDate: { sql: 'c.ended_at', type: 'timestamptz', nullable: true },
  state: { sql: 'c.state', type: 'text' },
  hasIncident: { sql: HAS_INCIDENT, type: 'boolean' },
  tenantId: { sql: 'c.tenant_id', type: 'text' },
  businessId: { sql: 'c.business_id', type: 'text', nullable: true },
} as const satisfies Record<string, SortColumn>;

const COLUMNS = {
  processInstanceKey: { sql: 'c.process_instance_key', type: 'key' },
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  processDefinitionName: { sql: 'd.name', type: 'text' },
  processDefinitionVersion: { sql: 'c.version', type: 'integer' },
  processDefinitionVersionTag: { sql: 'd.version_tag', type: 'text' },
  processDefinitionKey: { sql: 'c.process_definition_key', type: 'key' },
  parentProcessInstanceKey: { sql: 'c.parent_key', type: 'key' },
  parentElementInstanceKey: { sql: PARENT_ELEMENT, type: 'key' },
  startDate: { sql: 'c.started_at', type: 'timestamp' },
  endDate: { sql: 'c.ended_at', type: 'timestamp' },
  state: { sql: 'c.state', type: 'text' },
  hasIncident: { sql: HAS_INCIDENT, type: 'boolean' },
  tenantId: { sql: 'c.tenant_id', type: 'text' },
  businessId: { sql: 'c.business_id', type: 'text' },
} as const satisfies Record<string, FilterColumn>;

/** What a filter of instances asks of `c` and `d`. */
export function instanceConditions(
  filter: ProcessInstanceFilter | undefined,
  parameters: SqlParameters,
): string[] {
  if (filter === undefined) return [];
  const conditions = [
    ...filterConditions(filter, COLUMNS, parameters),
    ...variableConditions(filter.variables, 'c.process_instance_key', 'c.process_instance_key', parameters),
    ...elementCondition(filter, parameters),
    ...incidentCondition(filter, parameters),
  ];
  const call = filter.parentElementInstanceKey;
  const callKey = typeof call === 'object' ? call.$eq : call;
  if (callKey !== undefined) {
    conditions.push(`c.parent_key = ${instanceKeyOf(parameters.add(keyParameter(callKey)))}`);
  }
  if (filter.tags !== undefined) conditions.push(`c.tags @> ${parameters.add(filter.tags)}::text[]`);
  if (filter.hasRetriesLeft !== undefined) {
    conditions.push(`${filter.hasRetriesLeft ? '' : 'NOT '}EXISTS (SELECT 1 FROM job j
      WHERE j.process_instance_key = c.process_instance_key AND j.state = 'FAILED' AND j.retries > 0)`);
  }
  if (filter.$or !== undefined && filter.$or.length > 0) {
    const alternatives = filter.$or.map((part) => {
      const own = instanceConditions(part, parameters);
      return own.length === 0 ? 'TRUE' : `(${own.join(' AND ')})`;
    });
    conditions.push(`(${alternatives.join(' OR ')})`);
  }
  return conditions;
}

/** The fields about elements speak of one and the same element instance. */
function elementCondition(filter: ProcessInstanceFilter, parameters: SqlParameters): string[] {
  const own = filterConditions(
    filter,
    {
      elementId: { sql: 'e.element_id', type: 'text' },
      elementInstanceState: { sql: 'e.state', type: 'text' },
    },
    parameters,
  );
  if (filter.hasElementInstanceIncident !== undefined) {
    own.push(`${filter.hasElementInstanceIncident ? '' : 'NOT '}EXISTS (SELECT 1 FROM incident i
      WHERE i.process_instance_key = e.process_instance_key
        AND i.element_instance_key = e.element_instance_key AND i.resolved_at IS NULL)`);
  }
  if (own.length === 0) return [];
  return [
    `EXISTS (SELECT 1 FROM element_instance e
      WHERE e.process_instance_key = c.process_instance_key AND ${own.join(' AND ')})`,
  ];
}

function incidentCondition({ errorMessage }: ProcessInstanceFilter, parameters: SqlParameters): string[] {
  if (errorMessage === undefined) return [];
  const own = compare({ sql: 'i.message', type: 'text' }, errorMessage, parameters);
  return [
    `EXISTS (SELECT 1 FROM incident i WHERE i.process_instance_key = c.process_instance_key
      AND i.resolved_at IS NULL AND ${own.length === 0 ? 'TRUE' : own.join(' AND ')})`,
  ];
}
