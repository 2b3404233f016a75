import { engineMigrations } from '@iter/engine-postgres';
import { identityEntities, identityMigrations } from '@iter/identity';
import { createTestDatabase, type TestDatabase } from '@iter/testing';
import type { DataSource } from 'typeorm';
import { historyEntities } from '../src/entities/index.ts';
import { historyMigrations } from '../src/migrations/index.ts';

export const TENANT = '<default>';
export const NOW = Date.parse('2027-01-20T10:00:00+01:00');

export function createHistoryDatabase(): Promise<TestDatabase> {
  return createTestDatabase({
    migrations: [...engineMigrations, ...historyMigrations, ...identityMigrations],
    entities: [...historyEntities, ...identityEntities],
  });
}

/** Key of an instance by its number, or of something in it. */
export function keyOf(instance: number, local = 0): string {
  return ((BigInt(instance) << 21n) + BigInt(local)).toString();
}

type Values = Readonly<Record<string, unknown>>;

export async function insert(database: DataSource, table: string, values: Values): Promise<void> {
  const columns = Object.keys(values);
  await database.query(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(values),
  );
}

export interface DefinitionData {
  readonly key: string;
  readonly processId: string;
  readonly name?: string | null;
  readonly version?: number;
  readonly content?: string;
  readonly deployedBy?: object;
  readonly startFormId?: string;
  readonly forms?: readonly { readonly id: string; readonly version: number; readonly schema: string }[];
  readonly tenantId?: string;
}

/** A deployment of one process, with forms of its own. */
export async function deploy(database: DataSource, data: DefinitionData): Promise<void> {
  const { key, processId, version = 1, tenantId = TENANT } = data;
  const resource = { tenant_id: tenantId, deployment_key: key, version, checksum: Buffer.from('') };
  await insert(database, 'deployment', {
    deployment_key: key,
    tenant_id: tenantId,
    deployed_at: new Date(NOW + version * 1000),
    deployed_by: JSON.stringify(data.deployedBy ?? { system: 'seeds' }),
  });
  await insert(database, 'deployed_resource', {
    ...resource,
    resource_key: `${key}1`,
    name: `${processId}.bpmn`,
    kind: 'process',
    content: Buffer.from(data.content ?? '<xml/>'),
  });
  await insert(database, 'process_definition', {
    definition_key: key,
    tenant_id: tenantId,
    deployment_key: key,
    resource_key: `${key}1`,
    process_id: processId,
    version,
    name: data.name ?? null,
    has_start_form: data.startFormId !== undefined,
    start_form_id: data.startFormId ?? null,
  });
  for (const [index, form] of (data.forms ?? []).entries()) {
    const formKey = `${key}${index + 2}`;
    await insert(database, 'deployed_resource', {
      ...resource,
      resource_key: formKey,
      name: `${form.id}.form`,
      version: form.version,
      kind: 'form',
      content: Buffer.from(form.schema),
    });
    await insert(database, 'form_definition', {
      form_key: formKey,
      tenant_id: tenantId,
      deployment_key: key,
      resource_key: formKey,
      form_id: form.id,
      version: form.version,
    });
  }
}

export interface CaseData {
  readonly number: number;
  readonly processId: string;
  readonly definitionKey: string;
  readonly values?: Values;
  /** Numbers of the root and of the direct caller. */
  readonly called?: { readonly root: number; readonly parent: number };
  readonly participants?: readonly string[];
  readonly tenantId?: string;
}

/** An instance with the element instance of its process. */
export async function startCase(database: DataSource, data: CaseData): Promise<void> {
  const { number, processId, definitionKey, called, tenantId = TENANT } = data;
  const startedAt = new Date(NOW - 1_000_000 + number * 1000);
  const root = keyOf(called?.root ?? number);
  await insert(database, 'process_instance', {
    process_instance_key: keyOf(number),
    tenant_id: tenantId,
    root_key: root,
    parent_key: called ? keyOf(called.parent) : null,
    process_definition_key: definitionKey,
    process_id: processId,
    version: 1,
    tags: [],
    state: 'ACTIVE',
    started_at: startedAt,
    ...data.values,
  });
  await addElement(database, data, { local: 0, elementId: processId, type: 'PROCESS', startedAt, tenantId });
  for (const user of data.participants ?? []) {
    await insert(database, 'case_participant', { tenant_id: tenantId, user_id: user, root_key: root });
  }
}

type InCase = Pick<CaseData, 'number' | 'definitionKey' | 'processId' | 'called' | 'tenantId'>;

export interface ElementData {
  readonly local: number;
  readonly elementId: string;
  readonly type: string;
  readonly scope?: number;
  readonly startedAt?: Date;
  readonly tenantId?: string;
  readonly values?: Values;
}

export async function addElement(database: DataSource, owner: InCase, data: ElementData): Promise<void> {
  await insert(database, 'element_instance', {
    process_instance_key: keyOf(owner.number),
    element_instance_key: keyOf(owner.number, data.local),
    tenant_id: owner.tenantId ?? TENANT,
    process_definition_key: owner.definitionKey,
    scope_key: data.local === 0 ? null : keyOf(owner.number, data.scope ?? 0),
    element_id: data.elementId,
    type: data.type,
    state: 'ACTIVE',
    started_at: data.startedAt ?? new Date(NOW + data.local),
    ...data.values,
  });
}

/** A user task with its element instance: keys `local` and, for the task, `local + 1`. */
export async function addTask(
  database: DataSource,
  owner: InCase,
  data: {
    readonly local: number;
    readonly elementId: string;
    readonly scope?: number;
    readonly values?: Values;
  },
): Promise<string> {
  const { local, elementId, values = {} } = data;
  const ended = values['ended_at'] === undefined ? {} : { ended_at: values['ended_at'], state: 'COMPLETED' };
  const scope = data.scope === undefined ? {} : { scope: data.scope };
  await addElement(database, owner, { local, elementId, type: 'USER_TASK', ...scope, values: ended });
  await insert(database, 'user_task', {
    process_instance_key: keyOf(owner.number),
    user_task_key: keyOf(owner.number, local + 1),
    tenant_id: owner.tenantId ?? TENANT,
    root_key: keyOf(owner.called?.root ?? owner.number),
    process_definition_key: owner.definitionKey,
    process_id: owner.processId,
    element_instance_key: keyOf(owner.number, local),
    element_id: elementId,
    state: 'CREATED',
    candidate_groups: [],
    candidate_users: [],
    priority: 50,
    headers: '{}',
    created_at: new Date(NOW + local),
    ...values,
  });
  return keyOf(owner.number, local + 1);
}

export async function addVariable(
  database: DataSource,
  owner: InCase,
  data: { readonly name: string; readonly value: unknown; readonly scope?: number; readonly local: number },
): Promise<void> {
  const { name, value, scope = 0 } = data;
  await insert(database, 'variable', {
    process_instance_key: keyOf(owner.number),
    scope_key: keyOf(owner.number, scope),
    name,
    variable_key: keyOf(owner.number, data.local),
    tenant_id: owner.tenantId ?? TENANT,
    value: JSON.stringify(value),
    type: typeof value === 'string' ? 'string' : 'number',
    search_text: typeof value === 'string' ? value : null,
    search_number: typeof value === 'number' ? value : null,
  });
}

export async function addIncident(
  database: DataSource,
  owner: InCase,
  local: number,
  element: number,
): Promise<void> {
  await insert(database, 'incident', {
    process_instance_key: keyOf(owner.number),
    incident_key: keyOf(owner.number, local),
    tenant_id: owner.tenantId ?? TENANT,
    root_key: keyOf(owner.called?.root ?? owner.number),
    process_definition_key: owner.definitionKey,
    element_instance_key: keyOf(owner.number, element),
    element_id: 'check',
    code: 'UNHANDLED_ERROR',
    message: 'Expected a boundary, but there is none',
    created_at: new Date(NOW),
  });
}

export async function addJob(
  database: DataSource,
  owner: InCase,
  local: number,
  values: Values = {},
): Promise<void> {
  await insert(database, 'job', {
    process_instance_key: keyOf(owner.number),
    job_key: keyOf(owner.number, local),
    tenant_id: owner.tenantId ?? TENANT,
    process_definition_key: owner.definitionKey,
    element_instance_key: keyOf(owner.number),
    element_id: 'send',
    type: 'mail',
    kind: 'BPMN_ELEMENT',
    state: 'CREATED',
    retries: 3,
    headers: '{}',
    created_at: new Date(NOW),
    updated_at: new Date(NOW),
    ...values,
  });
}
