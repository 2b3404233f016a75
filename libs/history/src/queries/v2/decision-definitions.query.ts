import { Buffer } from 'node:buffer';
import type {
  DecisionDefinitionResult,
  DecisionDefinitionSearch,
  DecisionRequirementsResult,
  DecisionRequirementsSearch,
} from '@iter/contract';
import { sqlParameters } from '@iter/identity';
import { filterConditions, keyParameter, type FilterColumn } from '../../search/filter.ts';
import { queryPage, type SortColumn } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import type { SearchResult } from './search-process-instances.query.ts';

const DECISIONS =
  'decision_definition d JOIN decision_requirements q ON q.requirements_key = d.requirements_key';
const MODELS = 'decision_requirements q JOIN deployed_resource r ON r.resource_key = q.resource_key';
const IS_LATEST = `(NOT EXISTS (SELECT 1 FROM decision_definition newer WHERE newer.tenant_id = d.tenant_id
  AND newer.decision_id = d.decision_id AND newer.version > d.version))`;

interface ModelRow {
  readonly tenant_id: string;
  readonly requirements_id: string;
  readonly requirements_key: string;
  readonly requirements_name: string;
  readonly requirements_version: number;
}
interface DecisionRow extends ModelRow {
  readonly decision_id: string;
  readonly decision_key: string;
  readonly name: string;
  readonly version: number;
}

const MODEL_COLUMNS = `q.requirements_id, q.requirements_key, q.name AS requirements_name,
  q.version AS requirements_version`;

const DECISION_SORT = {
  decisionDefinitionKey: { sql: 'd.decision_key', type: 'bigint' },
  decisionDefinitionId: { sql: 'd.decision_id', type: 'text' },
  name: { sql: 'd.name', type: 'text' },
  version: { sql: 'd.version', type: 'integer' },
  decisionRequirementsId: { sql: 'q.requirements_id', type: 'text' },
  decisionRequirementsKey: { sql: 'q.requirements_key', type: 'bigint' },
  decisionRequirementsName: { sql: 'q.name', type: 'text' },
  decisionRequirementsVersion: { sql: 'q.version', type: 'integer' },
  tenantId: { sql: 'd.tenant_id', type: 'text' },
} as const satisfies Record<string, SortColumn>;

const DECISION_FILTER = {
  decisionDefinitionId: { sql: 'd.decision_id', type: 'text' },
  name: { sql: 'd.name', type: 'text' },
  isLatestVersion: { sql: IS_LATEST, type: 'boolean' },
  version: { sql: 'd.version', type: 'integer' },
  decisionRequirementsId: { sql: 'q.requirements_id', type: 'text' },
  tenantId: { sql: 'd.tenant_id', type: 'text' },
  decisionDefinitionKey: { sql: 'd.decision_key', type: 'key' },
  decisionRequirementsKey: { sql: 'q.requirements_key', type: 'key' },
  decisionRequirementsName: { sql: 'q.name', type: 'text' },
  decisionRequirementsVersion: { sql: 'q.version', type: 'integer' },
} as const satisfies Record<string, FilterColumn>;

const MODEL_SORT = {
  decisionRequirementsKey: { sql: 'q.requirements_key', type: 'bigint' },
  decisionRequirementsName: { sql: 'q.name', type: 'text' },
  version: { sql: 'q.version', type: 'integer' },
  decisionRequirementsId: { sql: 'q.requirements_id', type: 'text' },
  tenantId: { sql: 'q.tenant_id', type: 'text' },
} as const satisfies Record<string, SortColumn>;

const MODEL_FILTER = {
  decisionRequirementsName: { sql: 'q.name', type: 'text' },
  decisionRequirementsId: { sql: 'q.requirements_id', type: 'text' },
  decisionRequirementsKey: { sql: 'q.requirements_key', type: 'key' },
  version: { sql: 'q.version', type: 'integer' },
  tenantId: { sql: 'q.tenant_id', type: 'text' },
  resourceName: { sql: 'r.name', type: 'text' },
} as const satisfies Record<string, FilterColumn>;

/** `POST /v2/decision-definitions/search`. Models hold no personal data: everybody of the tenant sees them. */
export async function searchDecisionDefinitions(
  { database, viewer }: Reader,
  search: DecisionDefinitionSearch,
): Promise<SearchResult<DecisionDefinitionResult>> {
  const parameters = sqlParameters();
  const { rows, page } = await queryPage<DecisionRow>(database, {
    select: `d.tenant_id, d.decision_id, d.decision_key, d.name, d.version, ${MODEL_COLUMNS}`,
    from: DECISIONS,
    where: [
      `d.tenant_id = ${parameters.add(viewer.tenantId)}`,
      ...filterConditions(search.filter, DECISION_FILTER, parameters),
    ],
    sort: sortBy(DECISION_SORT, search.sort, [DECISION_SORT.decisionDefinitionKey]),
    page: search.page,
    parameters,
  });
  return { items: rows.map(decisionResult), page };
}

/** `GET /v2/decision-definitions/{decisionDefinitionKey}`. */
export async function getDecisionDefinition(
  reader: Reader,
  decisionDefinitionKey: string,
): Promise<DecisionDefinitionResult | undefined> {
  const search = { filter: { decisionDefinitionKey }, page: { limit: 1 } };
  return (await searchDecisionDefinitions(reader, search)).items[0];
}

/** `GET /v2/decision-definitions/{key}/xml`: the model as it was deployed. */
export async function getDecisionDefinitionXml(
  { database, viewer }: Reader,
  decisionDefinitionKey: string,
): Promise<string | undefined> {
  const [row] = await database.query<{ content: Buffer }>(
    `SELECT r.content FROM ${MODELS} JOIN decision_definition d ON d.requirements_key = q.requirements_key
      WHERE d.tenant_id = $1 AND d.decision_key = $2::bigint`,
    [viewer.tenantId, keyParameter(decisionDefinitionKey)],
  );
  return row?.content.toString('utf8');
}

/** `POST /v2/decision-requirements/search`. */
export async function searchDecisionRequirements(
  { database, viewer }: Reader,
  search: DecisionRequirementsSearch,
): Promise<SearchResult<DecisionRequirementsResult>> {
  const parameters = sqlParameters();
  const { rows, page } = await queryPage<ModelRow & { resource_name: string }>(database, {
    select: `q.tenant_id, ${MODEL_COLUMNS}, r.name AS resource_name`,
    from: MODELS,
    where: [
      `q.tenant_id = ${parameters.add(viewer.tenantId)}`,
      ...filterConditions(search.filter, MODEL_FILTER, parameters),
    ],
    sort: sortBy(MODEL_SORT, search.sort, [MODEL_SORT.decisionRequirementsKey]),
    page: search.page,
    parameters,
  });
  const items = rows.map((row) => ({
    decisionRequirementsId: row.requirements_id,
    decisionRequirementsKey: row.requirements_key,
    decisionRequirementsName: row.requirements_name,
    resourceName: row.resource_name,
    tenantId: row.tenant_id,
    version: row.requirements_version,
  }));
  return { items, page };
}

/** `GET /v2/decision-requirements/{decisionRequirementsKey}`. */
export async function getDecisionRequirements(
  reader: Reader,
  decisionRequirementsKey: string,
): Promise<DecisionRequirementsResult | undefined> {
  const search = { filter: { decisionRequirementsKey }, page: { limit: 1 } };
  return (await searchDecisionRequirements(reader, search)).items[0];
}

/** `GET /v2/decision-requirements/{key}/xml`: the model as it was deployed. */
export async function getDecisionRequirementsXml(
  { database, viewer }: Reader,
  decisionRequirementsKey: string,
): Promise<string | undefined> {
  const [row] = await database.query<{ content: Buffer }>(
    `SELECT r.content FROM ${MODELS} WHERE q.tenant_id = $1 AND q.requirements_key = $2::bigint`,
    [viewer.tenantId, keyParameter(decisionRequirementsKey)],
  );
  return row?.content.toString('utf8');
}

function decisionResult(row: DecisionRow): DecisionDefinitionResult {
  return {
    decisionDefinitionId: row.decision_id,
    decisionDefinitionKey: row.decision_key,
    decisionRequirementsId: row.requirements_id,
    decisionRequirementsKey: row.requirements_key,
    decisionRequirementsName: row.requirements_name,
    decisionRequirementsVersion: row.requirements_version,
    name: row.name,
    tenantId: row.tenant_id,
    version: row.version,
  };
}
