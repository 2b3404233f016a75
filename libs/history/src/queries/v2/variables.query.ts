import type { PageRequest, VariableResult, VariableSearch, VariableSearchItem } from '@iter/contract';
import {
  seesAllCases,
  sqlParameters,
  visibleCase,
  visibleCases,
  visibleTask,
  type SqlParameters,
} from '@iter/identity';
import { compare, filterConditions, keyParameter, type FilterColumn } from '../../search/filter.ts';
import { namedInstance } from '../../search/named-instance.ts';
import { queryPage, type SortColumn } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import { instanceKeyOf } from '../rows.ts';
import type { SearchResult } from './search-process-instances.query.ts';

/** Characters of a value that a search answers unless the whole is asked for, as in Camunda. */
const PREVIEW = 8191;

const FROM = 'variable v JOIN process_instance c ON c.process_instance_key = v.process_instance_key';

interface VariableRow {
  readonly name: string;
  readonly value: string;
  readonly truncated: boolean;
  readonly tenant_id: string;
  readonly variable_key: string;
  readonly scope_key: string;
  readonly process_instance_key: string;
  readonly root_key: string;
}

const SORT = {
  value: { sql: `left(v.value, ${PREVIEW})`, type: 'text' },
  name: { sql: 'v.name', type: 'text' },
  tenantId: { sql: 'v.tenant_id', type: 'text' },
  variableKey: { sql: 'v.variable_key', type: 'bigint' },
  scopeKey: { sql: 'v.scope_key', type: 'bigint' },
  processInstanceKey: { sql: 'v.process_instance_key', type: 'bigint' },
} as const satisfies Record<string, SortColumn>;

const FILTER = {
  name: { sql: 'v.name', type: 'text' },
  value: { sql: 'v.value', type: 'text' },
  tenantId: { sql: 'v.tenant_id', type: 'text' },
  isTruncated: { sql: `(length(v.value) > ${PREVIEW})`, type: 'boolean' },
  variableKey: { sql: 'v.variable_key', type: 'key' },
  scopeKey: { sql: 'v.scope_key', type: 'key' },
  processInstanceKey: { sql: 'v.process_instance_key', type: 'key' },
} as const satisfies Record<string, FilterColumn>;

/** @param whole answer values uncut */
export async function searchVariables(
  reader: Reader,
  search: VariableSearch,
  whole = false,
): Promise<SearchResult<VariableSearchItem>> {
  const parameters = sqlParameters();
  const { filter } = search;
  const keys = [filter?.processInstanceKey, filter?.scopeKey, filter?.variableKey];
  const named = namedInstance(keys, 'v.process_instance_key', parameters);
  const visible = named.length > 0 ? visibleCase : visibleCases;
  const where = [
    visible(reader.viewer, 'c', parameters),
    ...named,
    ...filterConditions(filter, FILTER, parameters),
  ];
  return findVariables(reader, {
    from: FROM,
    where,
    parameters,
    sort: search.sort,
    page: search.page,
    whole,
  });
}

/** `GET /v2/variables/{variableKey}`, whole; undefined where it is unknown or unseen. */
export async function getVariable(reader: Reader, variableKey: string): Promise<VariableResult | undefined> {
  const { items } = await searchVariables(reader, { filter: { variableKey }, page: { limit: 1 } }, true);
  const item = items[0];
  if (!item) return undefined;
  const { isTruncated: _, ...variable } = item;
  return variable;
}

export interface TaskVariableSearch extends Pick<VariableSearch, 'sort' | 'page'> {
  readonly filter?: Pick<NonNullable<VariableSearch['filter']>, 'name'> | undefined;
}

/** `POST /v2/user-tasks/{key}/variables/search`: of the task's scope and of all scopes around it. */
export async function searchTaskVariables(
  reader: Reader,
  userTaskKey: string,
  search: TaskVariableSearch,
  whole = false,
): Promise<SearchResult<VariableSearchItem>> {
  const parameters = sqlParameters();
  const name = search.filter?.name;
  const where = name === undefined ? [] : compare(FILTER.name, name, parameters);
  return findVariables(reader, {
    from: `${taskScopes(reader, userTaskKey, parameters)} scopes
      JOIN variable v ON v.process_instance_key = scopes.process_instance_key AND v.scope_key = scopes.scope_key
      JOIN process_instance c ON c.process_instance_key = v.process_instance_key`,
    where,
    parameters,
    sort: search.sort,
    page: search.page,
    whole,
  });
}

/**
 * What a task sees, name → JSON text: of several variables of a name that of the inmost scope. Undefined where
 * the task is unknown or unseen.
 */
export async function effectiveTaskVariables(
  reader: Reader,
  userTaskKey: string,
): Promise<Readonly<Record<string, string>>> {
  const parameters = sqlParameters();
  const rows = await reader.database.query<{ name: string; value: string }>(
    `SELECT DISTINCT ON (v.name) v.name, v.value
       FROM ${taskScopes(reader, userTaskKey, parameters)} scopes
       JOIN variable v ON v.process_instance_key = scopes.process_instance_key AND v.scope_key = scopes.scope_key
      ORDER BY v.name, scopes.outward`,
    parameters.values,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** SQL: the scopes of a task the viewer sees, from its own outward. */
function taskScopes({ viewer }: Reader, userTaskKey: string, parameters: SqlParameters): string {
  const key = parameters.add(keyParameter(userTaskKey));
  return `(WITH RECURSIVE scope AS (
      SELECT t.process_instance_key, t.element_instance_key AS scope_key, 0 AS outward
        FROM user_task t
       WHERE t.process_instance_key = ${instanceKeyOf(key)} AND t.user_task_key = ${key}::bigint
         AND ${visibleTask(viewer, 't', parameters)}
      UNION ALL
      SELECT e.process_instance_key, e.scope_key, scope.outward + 1
        FROM scope JOIN element_instance e
          ON e.process_instance_key = scope.process_instance_key AND e.element_instance_key = scope.scope_key
       WHERE e.scope_key IS NOT NULL)
    SELECT * FROM scope)`;
}

async function findVariables(
  { database, viewer }: Reader,
  query: {
    readonly from: string;
    readonly where: readonly string[];
    readonly parameters: SqlParameters;
    readonly sort: VariableSearch['sort'];
    readonly page: PageRequest | undefined;
    readonly whole: boolean;
  },
): Promise<SearchResult<VariableSearchItem>> {
  const value = query.whole ? 'v.value' : `left(v.value, ${PREVIEW})`;
  const truncated = query.whole ? 'false' : `length(v.value) > ${PREVIEW}`;
  const { rows, page } = await queryPage<VariableRow>(database, {
    select: `v.name, ${value} AS value, ${truncated} AS truncated, v.tenant_id, v.variable_key, v.scope_key,
      v.process_instance_key, c.root_key`,
    from: query.from,
    where: query.where,
    sort: sortBy(SORT, query.sort, [SORT.processInstanceKey, SORT.scopeKey, SORT.name]),
    page: query.page,
    parameters: query.parameters,
    countsAlong: !seesAllCases(viewer),
  });
  return { items: rows.map(variableItem), page };
}

function variableItem(row: VariableRow): VariableSearchItem {
  return {
    name: row.name,
    value: row.value,
    isTruncated: row.truncated,
    tenantId: row.tenant_id,
    variableKey: row.variable_key,
    scopeKey: row.scope_key,
    processInstanceKey: row.process_instance_key,
    rootProcessInstanceKey: row.root_key,
  };
}
