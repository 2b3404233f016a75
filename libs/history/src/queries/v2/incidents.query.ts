import type { IncidentErrorType, IncidentResult, IncidentSearch } from '@iter/contract';
import type { FailureCode } from '@iter/engine-core';
import {
  seesAllCases,
  sqlParameters,
  visibleCase,
  visibleCases,
  type SqlParameters,
  type Viewer,
} from '@iter/identity';
import { filterConditions, keyParameter, type FilterColumn } from '../../search/filter.ts';
import { namedInstance } from '../../search/named-instance.ts';
import { queryPage, type SortColumn } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import { iso } from '../rows.ts';
import type { SearchResult } from './search-process-instances.query.ts';

const FROM = 'incident i JOIN process_instance c ON c.process_instance_key = i.process_instance_key';
const STATE = `CASE WHEN i.resolved_at IS NULL THEN 'ACTIVE' ELSE 'RESOLVED' END`;
/** Codes of ours that Camunda's list has under another name, or not at all. */
const ERROR_TYPE = `CASE i.code WHEN 'UNHANDLED_ERROR' THEN 'UNHANDLED_ERROR_EVENT'
  WHEN 'STEP_LIMIT' THEN 'UNSPECIFIED' ELSE i.code END`;
const SELECT = `c.process_id, ${ERROR_TYPE} AS error_type, i.message, i.element_id, i.created_at, ${STATE} AS state,
  i.tenant_id, i.incident_key, i.process_definition_key, i.process_instance_key, i.root_key,
  i.element_instance_key, i.job_key, i.code`;

interface IncidentRow {
  readonly process_id: string;
  readonly error_type: IncidentErrorType;
  readonly message: string;
  readonly element_id: string;
  readonly created_at: Date;
  readonly state: 'ACTIVE' | 'RESOLVED';
  readonly tenant_id: string;
  readonly incident_key: string;
  readonly process_definition_key: string;
  readonly process_instance_key: string;
  readonly root_key: string;
  readonly element_instance_key: string;
  readonly job_key: string | null;
  readonly code: FailureCode;
}

const SORT = {
  incidentKey: { sql: 'i.incident_key', type: 'bigint' },
  processDefinitionKey: { sql: 'i.process_definition_key', type: 'bigint' },
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  processInstanceKey: { sql: 'i.process_instance_key', type: 'bigint' },
  errorType: { sql: ERROR_TYPE, type: 'text' },
  elementId: { sql: 'i.element_id', type: 'text' },
  elementInstanceKey: { sql: 'i.element_instance_key', type: 'bigint' },
  creationTime: { sql: 'i.created_at', type: 'timestamptz' },
  state: { sql: STATE, type: 'text' },
  jobKey: { sql: 'i.job_key', type: 'bigint', nullable: true },
  tenantId: { sql: 'i.tenant_id', type: 'text' },
} as const satisfies Record<string, SortColumn>;

const FILTER = {
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  errorType: { sql: ERROR_TYPE, type: 'text' },
  errorMessage: { sql: 'i.message', type: 'text' },
  elementId: { sql: 'i.element_id', type: 'text' },
  creationTime: { sql: 'i.created_at', type: 'timestamp' },
  state: { sql: STATE, type: 'text' },
  tenantId: { sql: 'i.tenant_id', type: 'text' },
  incidentKey: { sql: 'i.incident_key', type: 'key' },
  processDefinitionKey: { sql: 'i.process_definition_key', type: 'key' },
  processInstanceKey: { sql: 'i.process_instance_key', type: 'key' },
  elementInstanceKey: { sql: 'i.element_instance_key', type: 'key' },
  jobKey: { sql: 'i.job_key', type: 'key' },
} as const satisfies Record<string, FilterColumn>;

/** `POST /v2/incidents/search`. */
export function searchIncidents(
  reader: Reader,
  search: IncidentSearch,
): Promise<SearchResult<IncidentResult>> {
  return findIncidents(reader, search);
}

/** `POST /v2/process-instances/{key}/incidents/search`: of the instance and of all that it called, however deep. */
export function searchIncidentsOfInstance(
  reader: Reader,
  processInstanceKey: string,
  search: IncidentSearch,
): Promise<SearchResult<IncidentResult>> {
  return findIncidents(reader, search, processInstanceKey);
}

/** `GET /v2/incidents/{incidentKey}`; undefined where it is unknown or unseen. */
export async function getIncident(reader: Reader, incidentKey: string): Promise<IncidentResult | undefined> {
  const { items } = await findIncidents(reader, { filter: { incidentKey }, page: { limit: 1 } });
  return items[0];
}

async function findIncidents(
  { database, viewer }: Reader,
  search: IncidentSearch,
  within?: string,
): Promise<SearchResult<IncidentResult>> {
  const parameters = sqlParameters();
  const { filter } = search;
  const keys = [filter?.processInstanceKey, filter?.elementInstanceKey, filter?.incidentKey, filter?.jobKey];
  const named = namedInstance(keys, 'i.process_instance_key', parameters);
  if (within !== undefined) {
    const key = parameters.add(keyParameter(within));
    named.push(`i.process_instance_key IN (${calledBy(viewer, key, parameters)})`);
  }
  const visible = named.length > 0 ? visibleCase : visibleCases;
  const where = [visible(viewer, 'c', parameters), ...named, ...filterConditions(filter, FILTER, parameters)];
  const { rows, page } = await queryPage<IncidentRow>(database, {
    select: SELECT,
    from: FROM,
    where,
    sort: sortBy(SORT, search.sort, [SORT.processInstanceKey, SORT.incidentKey]),
    page: search.page,
    parameters,
    countsAlong: !seesAllCases(viewer),
  });
  return { items: rows.map(incidentResult), page };
}

/**
 * SQL: keys of an instance and of all below it; none where the viewer does not see the instance.
 *
 * @param key placeholder of the instance's key
 */
export function calledBy(viewer: Viewer, key: string, parameters: SqlParameters): string {
  return `WITH RECURSIVE below AS (
      SELECT top.process_instance_key FROM process_instance top
       WHERE top.process_instance_key = ${key}::bigint AND ${visibleCase(viewer, 'top', parameters)}
      UNION ALL
      SELECT called.process_instance_key
        FROM below JOIN process_instance called ON called.parent_key = below.process_instance_key)
    SELECT below.process_instance_key FROM below`;
}

function incidentResult(row: IncidentRow): IncidentResult {
  return {
    processDefinitionId: row.process_id,
    errorType: row.error_type,
    errorMessage: row.code === 'STEP_LIMIT' ? `STEP_LIMIT: ${row.message}` : row.message,
    elementId: row.element_id,
    creationTime: iso(row.created_at),
    state: row.state,
    tenantId: row.tenant_id,
    incidentKey: row.incident_key,
    processDefinitionKey: row.process_definition_key,
    processInstanceKey: row.process_instance_key,
    rootProcessInstanceKey: row.root_key,
    elementInstanceKey: row.element_instance_key,
    jobKey: row.job_key,
  };
}
