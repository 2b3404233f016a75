import type {
  ElementInstanceResult,
  ElementInstanceSearch,
  ElementInstanceType,
  ProcessInstanceState,
} from '@iter/contract';
import { seesAllCases, sqlParameters, visibleCase, visibleCases } from '@iter/identity';
import { filterConditions, type FilterColumn } from '../../search/filter.ts';
import { namedInstance } from '../../search/named-instance.ts';
import { queryPage, type SortColumn } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import { iso, isoOrNull } from '../rows.ts';
import type { SearchResult } from './search-process-instances.query.ts';

const FROM = `element_instance e
  JOIN process_instance c ON c.process_instance_key = e.process_instance_key
  LEFT JOIN LATERAL (
    SELECT i.incident_key FROM incident i
     WHERE i.process_instance_key = e.process_instance_key AND i.element_instance_key = e.element_instance_key
       AND i.resolved_at IS NULL
     ORDER BY i.incident_key LIMIT 1) open_incident ON true`;
const NAME = 'coalesce(e.name, e.element_id)';
const SELECT = `c.process_id, e.started_at, e.ended_at, e.element_id, ${NAME} AS name, e.type, e.state,
  open_incident.incident_key, e.tenant_id, e.element_instance_key, e.process_instance_key, c.root_key,
  e.process_definition_key`;

interface ElementRow {
  readonly process_id: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly element_id: string;
  readonly name: string;
  readonly type: ElementInstanceType;
  readonly state: ProcessInstanceState;
  readonly incident_key: string | null;
  readonly tenant_id: string;
  readonly element_instance_key: string;
  readonly process_instance_key: string;
  readonly root_key: string;
  readonly process_definition_key: string;
}

const SORT = {
  elementInstanceKey: { sql: 'e.element_instance_key', type: 'bigint' },
  processInstanceKey: { sql: 'e.process_instance_key', type: 'bigint' },
  processDefinitionKey: { sql: 'e.process_definition_key', type: 'bigint' },
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  startDate: { sql: 'e.started_at', type: 'timestamptz' },
  endDate: { sql: 'e.ended_at', type: 'timestamptz', nullable: true },
  elementId: { sql: 'e.element_id', type: 'text' },
  elementName: { sql: NAME, type: 'text' },
  type: { sql: 'e.type', type: 'text' },
  state: { sql: 'e.state', type: 'text' },
  incidentKey: { sql: 'open_incident.incident_key', type: 'bigint', nullable: true },
  tenantId: { sql: 'e.tenant_id', type: 'text' },
} as const satisfies Record<string, SortColumn>;

const FILTER = {
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  state: { sql: 'e.state', type: 'text' },
  type: { sql: 'e.type', type: 'text' },
  elementId: { sql: 'e.element_id', type: 'text' },
  elementName: { sql: NAME, type: 'text' },
  hasIncident: { sql: '(open_incident.incident_key IS NOT NULL)', type: 'boolean' },
  tenantId: { sql: 'e.tenant_id', type: 'text' },
  elementInstanceKey: { sql: 'e.element_instance_key', type: 'key' },
  processInstanceKey: { sql: 'e.process_instance_key', type: 'key' },
  processDefinitionKey: { sql: 'e.process_definition_key', type: 'key' },
  incidentKey: { sql: 'open_incident.incident_key', type: 'key' },
  startDate: { sql: 'e.started_at', type: 'timestamp' },
  endDate: { sql: 'e.ended_at', type: 'timestamp' },
  elementInstanceScopeKey: { sql: 'e.scope_key', type: 'key' },
} as const satisfies Record<string, FilterColumn>;

/** `POST /v2/element-instances/search`. */
export async function searchElementInstances(
  { database, viewer }: Reader,
  search: ElementInstanceSearch,
): Promise<SearchResult<ElementInstanceResult>> {
  const parameters = sqlParameters();
  const { filter } = search;
  const keys = [filter?.processInstanceKey, filter?.elementInstanceKey, filter?.elementInstanceScopeKey];
  const named = namedInstance(keys, 'e.process_instance_key', parameters);
  const visible = named.length > 0 ? visibleCase : visibleCases;
  const where = [visible(viewer, 'c', parameters), ...named, ...filterConditions(filter, FILTER, parameters)];
  const { rows, page } = await queryPage<ElementRow>(database, {
    select: SELECT,
    from: FROM,
    where,
    sort: sortBy(SORT, search.sort, [SORT.processInstanceKey, SORT.elementInstanceKey]),
    page: search.page,
    parameters,
    countsAlong: !seesAllCases(viewer),
  });
  return { items: rows.map(elementResult), page };
}

/** `GET /v2/element-instances/{elementInstanceKey}`; undefined where it is unknown or unseen. */
export async function getElementInstance(
  reader: Reader,
  elementInstanceKey: string,
): Promise<ElementInstanceResult | undefined> {
  const { items } = await searchElementInstances(reader, {
    filter: { elementInstanceKey },
    page: { limit: 1 },
  });
  return items[0];
}

function elementResult(row: ElementRow): ElementInstanceResult {
  return {
    processDefinitionId: row.process_id,
    startDate: iso(row.started_at),
    endDate: isoOrNull(row.ended_at),
    elementId: row.element_id,
    elementName: row.name,
    type: row.type,
    state: row.state,
    hasIncident: row.incident_key !== null,
    tenantId: row.tenant_id,
    elementInstanceKey: row.element_instance_key,
    processInstanceKey: row.process_instance_key,
    rootProcessInstanceKey: row.root_key,
    processDefinitionKey: row.process_definition_key,
    incidentKey: row.incident_key,
  };
}
