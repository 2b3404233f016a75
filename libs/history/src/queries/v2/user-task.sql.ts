import type { UserTaskResult, UserTaskSearch, UserTaskState } from '@iter/contract';
import type { SqlParameters } from '@iter/identity';
import { compare, filterConditions, type FilterColumn } from '../../search/filter.ts';
import type { SortColumn } from '../../search/page.ts';
import { iso, isoOrNull } from '../rows.ts';
import { variableConditions } from './variable.sql.ts';

/**
 * The version of a task's form. Bound to the deployment: the one that was there when the process was deployed;
 * a form that did not change keeps its older deployment.
 */
export const TASK_FORM = `LEFT JOIN LATERAL (
    SELECT f.form_key, f.version, f.resource_key
      FROM form_definition f JOIN deployment fd ON fd.deployment_key = f.deployment_key
     WHERE f.tenant_id = t.tenant_id AND f.form_id = t.form_id
       AND CASE t.form_binding
             WHEN 'deployment' THEN fd.deployed_at <=
               (SELECT own.deployed_at FROM deployment own WHERE own.deployment_key = d.deployment_key)
             WHEN 'versionTag' THEN f.version_tag = t.form_version_tag
             ELSE true END
     ORDER BY f.version DESC LIMIT 1) form ON true`;

export const TASK_FROM = `user_task t
  JOIN process_instance c ON c.process_instance_key = t.process_instance_key
  JOIN process_definition d ON d.definition_key = t.process_definition_key`;

export const TASK_SELECT = `t.name, t.state, t.assignee, t.element_id, t.candidate_groups, t.candidate_users,
  t.process_id, t.created_at, t.ended_at, t.follow_up_at, t.due_at, t.tenant_id, t.external_form, d.version,
  t.headers, t.priority, t.user_task_key, t.element_instance_key, d.name AS process_name,
  t.process_definition_key, t.process_instance_key, t.root_key, form.form_key, c.tags`;

type UserTaskFilter = NonNullable<UserTaskSearch['filter']>;

export interface TaskColumns {
  readonly name: string | null;
  readonly state: UserTaskState;
  readonly assignee: string | null;
  readonly element_id: string;
  readonly candidate_groups: string[];
  readonly candidate_users: string[];
  readonly process_id: string;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly follow_up_at: Date | null;
  readonly due_at: Date | null;
  readonly tenant_id: string;
  readonly external_form: string | null;
  readonly version: number;
  readonly headers: Record<string, string>;
  readonly priority: number;
  readonly user_task_key: string;
  readonly element_instance_key: string;
  readonly process_name: string | null;
  readonly process_definition_key: string;
  readonly process_instance_key: string;
  readonly root_key: string;
  readonly form_key: string | null;
  readonly tags: string[];
}

export function taskResult(row: TaskColumns): UserTaskResult {
  return {
    name: row.name,
    state: row.state,
    assignee: row.assignee,
    elementId: row.element_id,
    candidateGroups: row.candidate_groups,
    candidateUsers: row.candidate_users,
    processDefinitionId: row.process_id,
    creationDate: iso(row.created_at),
    completionDate: isoOrNull(row.ended_at),
    followUpDate: isoOrNull(row.follow_up_at),
    dueDate: isoOrNull(row.due_at),
    tenantId: row.tenant_id,
    externalFormReference: row.external_form,
    processDefinitionVersion: row.version,
    customHeaders: row.headers,
    priority: row.priority,
    userTaskKey: row.user_task_key,
    elementInstanceKey: row.element_instance_key,
    processName: row.process_name,
    processDefinitionKey: row.process_definition_key,
    processInstanceKey: row.process_instance_key,
    rootProcessInstanceKey: row.root_key,
    formKey: row.form_key,
    tags: row.tags,
  };
}

export const TASK_SORT = {
  creationDate: { sql: 't.created_at', type: 'timestamptz' },
  completionDate: { sql: 't.ended_at', type: 'timestamptz', nullable: true },
  followUpDate: { sql: 't.follow_up_at', type: 'timestamptz', nullable: true },
  dueDate: { sql: 't.due_at', type: 'timestamptz', nullable: true },
  priority: { sql: 't.priority', type: 'integer' },
  name: { sql: 't.name', type: 'text', nullable: true },
} as const satisfies Record<string, SortColumn>;
export const TASK_KEY: readonly SortColumn[] = [
  { sql: 't.process_instance_key', type: 'bigint' },
  { sql: 't.user_task_key', type: 'bigint' },
];

const FILTER = {
  state: { sql: 't.state', type: 'text' },
  assignee: { sql: 't.assignee', type: 'text' },
  priority: { sql: 't.priority', type: 'integer' },
  elementId: { sql: 't.element_id', type: 'text' },
  name: { sql: 't.name', type: 'text' },
  tenantId: { sql: 't.tenant_id', type: 'text' },
  processDefinitionId: { sql: 't.process_id', type: 'text' },
  creationDate: { sql: 't.created_at', type: 'timestamp' },
  completionDate: { sql: 't.ended_at', type: 'timestamp' },
  followUpDate: { sql: 't.follow_up_at', type: 'timestamp' },
  dueDate: { sql: 't.due_at', type: 'timestamp' },
  userTaskKey: { sql: 't.user_task_key', type: 'key' },
  processDefinitionKey: { sql: 't.process_definition_key', type: 'key' },
  processInstanceKey: { sql: 't.process_instance_key', type: 'key' },
  elementInstanceKey: { sql: 't.element_instance_key', type: 'key' },
} as const satisfies Record<string, FilterColumn>;

/** States in which a task is open; the partial indexes hold exactly these. */
const OPEN_STATES: ReadonlySet<unknown> = new Set([
  'CREATING',
  'CREATED',
  'ASSIGNING',
  'UPDATING',
  'COMPLETING',
  'CANCELING',
]);

/** What a filter of user tasks asks of `t`, `c` and `d`. */
export function taskConditions(filter: UserTaskFilter | undefined, parameters: SqlParameters): string[] {
  if (filter === undefined) return [];
  const conditions = [
    ...filterConditions(filter, FILTER, parameters),
    ...variableConditions(
      filter.processInstanceVariables,
      't.process_instance_key',
      't.process_instance_key',
      parameters,
    ),
    ...variableConditions(
      filter.localVariables,
      't.process_instance_key',
      't.element_instance_key',
      parameters,
    ),
    ...memberCondition('t.candidate_groups', filter.candidateGroup, parameters),
    ...memberCondition('t.candidate_users', filter.candidateUser, parameters),
  ];
  if (filter.tags !== undefined) conditions.push(`c.tags @> ${parameters.add(filter.tags)}::text[]`);
  if (OPEN_STATES.has(typeof filter.state === 'object' ? filter.state.$eq : filter.state)) {
    conditions.push('t.ended_at IS NULL');
  }
  return conditions;
}

/** One of the candidates is as asked; equality is written so that the index on candidates serves it. */
function memberCondition(
  column: string,
  filter: UserTaskFilter['candidateGroup'],
  parameters: SqlParameters,
): string[] {
  if (filter === undefined) return [];
  const equal = typeof filter === 'string' ? filter : filter.$eq;
  if (equal !== undefined) return [`${column} @> ARRAY[${parameters.add(equal)}]::text[]`];
  const own = compare({ sql: 'member', type: 'text' }, filter, parameters);
  return own.length === 0
    ? []
    : [`EXISTS (SELECT 1 FROM unnest(${column}) member WHERE ${own.join(' AND ')})`];
}
