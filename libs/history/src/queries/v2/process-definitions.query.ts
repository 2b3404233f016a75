import { Buffer } from 'node:buffer';
import type { FormResult, ProcessDefinitionResult, ProcessDefinitionSearch } from '@iter/contract';
import { sqlParameters } from '@iter/identity';
import { filterConditions, keyParameter, type FilterColumn } from '../../search/filter.ts';
import { queryPage, type SortColumn } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import type { SearchResult } from './search-process-instances.query.ts';

const FROM = 'process_definition d JOIN deployed_resource r ON r.resource_key = d.resource_key';
const STATE = `'ACTIVE'::text`;
const IS_LATEST = `(NOT EXISTS (SELECT 1 FROM process_definition newer WHERE newer.tenant_id = d.tenant_id
  AND newer.process_id = d.process_id AND newer.version > d.version))`;

interface DefinitionRow {
  readonly name: string | null;
  readonly resource_name: string;
  readonly version: number;
  readonly version_tag: string | null;
  readonly process_id: string;
  readonly tenant_id: string;
  readonly definition_key: string;
  readonly has_start_form: boolean;
}

const SORT = {
  processDefinitionKey: { sql: 'd.definition_key', type: 'bigint' },
  name: { sql: 'd.name', type: 'text', nullable: true },
  resourceName: { sql: 'r.name', type: 'text' },
  version: { sql: 'd.version', type: 'integer' },
  versionTag: { sql: 'd.version_tag', type: 'text', nullable: true },
  processDefinitionId: { sql: 'd.process_id', type: 'text' },
  tenantId: { sql: 'd.tenant_id', type: 'text' },
} as const satisfies Record<string, SortColumn>;

const FILTER = {
  name: { sql: 'd.name', type: 'text' },
  isLatestVersion: { sql: IS_LATEST, type: 'boolean' },
  resourceName: { sql: 'r.name', type: 'text' },
  version: { sql: 'd.version', type: 'integer' },
  versionTag: { sql: 'd.version_tag', type: 'text' },
  processDefinitionId: { sql: 'd.process_id', type: 'text' },
  tenantId: { sql: 'd.tenant_id', type: 'text' },
  processDefinitionKey: { sql: 'd.definition_key', type: 'key' },
  hasStartForm: { sql: 'd.has_start_form', type: 'boolean' },
  state: { sql: STATE, type: 'text' },
} as const satisfies Record<string, FilterColumn>;

/** `POST /v2/process-definitions/search`. Diagrams hold no personal data: everybody of the tenant sees them. */
export async function searchProcessDefinitions(
  { database, viewer }: Reader,
  search: ProcessDefinitionSearch,
): Promise<SearchResult<ProcessDefinitionResult>> {
  const parameters = sqlParameters();
  const { rows, page } = await queryPage<DefinitionRow>(database, {
    select: `d.name, r.name AS resource_name, d.version, d.version_tag, d.process_id, d.tenant_id, d.definition_key,
      d.has_start_form`,
    from: FROM,
    where: [
      `d.tenant_id = ${parameters.add(viewer.tenantId)}`,
      ...filterConditions(search.filter, FILTER, parameters),
    ],
    sort: sortBy(SORT, search.sort, [SORT.processDefinitionKey]),
    page: search.page,
    parameters,
  });
  return { items: rows.map(definitionResult), page };
}

/** `GET /v2/process-definitions/{processDefinitionKey}`. */
export async function getProcessDefinition(
  reader: Reader,
  processDefinitionKey: string,
): Promise<ProcessDefinitionResult | undefined> {
  const { items } = await searchProcessDefinitions(reader, {
    filter: { processDefinitionKey },
    page: { limit: 1 },
  });
  return items[0];
}

/** `GET /v2/process-definitions/{key}/xml`: the file as it was deployed, to the byte. */
export async function getProcessDefinitionXml(
  { database, viewer }: Reader,
  processDefinitionKey: string,
): Promise<Buffer | undefined> {
  const [row] = await database.query<{ content: Buffer }>(
    `SELECT r.content FROM ${FROM} WHERE d.tenant_id = $1 AND d.definition_key = $2::bigint`,
    [viewer.tenantId, keyParameter(processDefinitionKey)],
  );
  return row?.content;
}

/**
 * `GET /v2/process-definitions/{key}/form`: the start form, of the same deployment where it was in it, else the
 * latest; `null` where the process has none.
 */
export async function getStartForm(
  { database, viewer }: Reader,
  processDefinitionKey: string,
): Promise<FormResult | null | undefined> {
  const [row] = await database.query<FormRow & { form_key: string | null }>(
    `SELECT d.tenant_id, form.form_id, form.version, form.form_key, r.content
       FROM process_definition d
       LEFT JOIN LATERAL (
         SELECT f.form_id, f.version, f.form_key, f.resource_key FROM form_definition f
          WHERE f.tenant_id = d.tenant_id AND f.form_id = d.start_form_id
          ORDER BY (f.deployment_key = d.deployment_key) DESC, f.version DESC LIMIT 1) form ON true
       LEFT JOIN deployed_resource r ON r.resource_key = form.resource_key
      WHERE d.tenant_id = $1 AND d.definition_key = $2::bigint`,
    [viewer.tenantId, keyParameter(processDefinitionKey)],
  );
  if (!row) return undefined;
  return row.form_key === null ? null : formResult({ ...row, form_key: row.form_key });
}

/** A version of a form by its key. */
export async function getForm(
  { database, viewer }: Reader,
  formKey: string,
): Promise<FormResult | undefined> {
  const [row] = await database.query<FormRow>(
    `SELECT f.tenant_id, f.form_id, f.version, f.form_key, r.content
       FROM form_definition f JOIN deployed_resource r ON r.resource_key = f.resource_key
      WHERE f.tenant_id = $1 AND f.form_key = $2::bigint`,
    [viewer.tenantId, keyParameter(formKey)],
  );
  return row && formResult(row);
}

interface FormRow {
  readonly tenant_id: string;
  readonly form_id: string;
  readonly version: number;
  readonly form_key: string;
  readonly content: Buffer;
}

function formResult(row: FormRow): FormResult {
  return {
    tenantId: row.tenant_id,
    formId: row.form_id,
    schema: row.content.toString('utf8'),
    version: row.version,
    formKey: row.form_key,
  };
}

function definitionResult(row: DefinitionRow): ProcessDefinitionResult {
  return {
    name: row.name,
    resourceName: row.resource_name,
    version: row.version,
    versionTag: row.version_tag,
    processDefinitionId: row.process_id,
    tenantId: row.tenant_id,
    processDefinitionKey: row.definition_key,
    hasStartForm: row.has_start_form,
    state: 'ACTIVE',
  };
}
