import type { TableSpec } from '@iter/engine-runtime';

/**
 * The tables that are written with each turn. What belongs to an instance has its key as the first part of the
 * primary key: the rows of a case lie together, and no further index is needed to find them.
 */
/** Of what belongs to an element instance. */
const atElement = {
  tenant_id: 'text',
  process_definition_key: 'key',
  element_instance_key: 'key',
  element_id: 'text',
} as const;

export const processInstanceTable = {
  name: 'process_instance',
  key: { process_instance_key: 'key' },
  columns: {
    tenant_id: 'text',
    root_key: 'key',
    parent_key: 'key',
    process_definition_key: 'key',
    process_id: 'text',
    version: 'integer',
    business_id: 'text',
    tags: 'text[]',
    state: 'text',
    suspended: 'boolean',
    started_at: 'timestamptz',
    started_by: 'text',
    ended_at: 'timestamptz',
    office: 'text',
    due_at: 'timestamptz',
    outcome: 'text',
  },
} as const satisfies TableSpec;

export const elementInstanceTable = {
  name: 'element_instance',
  key: { process_instance_key: 'key', element_instance_key: 'key' },
  columns: {
    tenant_id: 'text',
    process_definition_key: 'key',
    scope_key: 'key',
    element_id: 'text',
    name: 'text',
    type: 'text',
    state: 'text',
    started_at: 'timestamptz',
    ended_at: 'timestamptz',
    called_key: 'key',
  },
} as const satisfies TableSpec;

export const userTaskTable = {
  name: 'user_task',
  key: { process_instance_key: 'key', user_task_key: 'key' },
  columns: {
    ...atElement,
    root_key: 'key',
    process_id: 'text',
    name: 'text',
    state: 'text',
    assignee: 'text',
    candidate_groups: 'text[]',
    candidate_users: 'text[]',
    due_at: 'timestamptz',
    follow_up_at: 'timestamptz',
    priority: 'smallint',
    form_id: 'text',
    form_binding: 'text',
    form_version_tag: 'text',
    external_form: 'text',
    headers: 'jsonb',
    created_at: 'timestamptz',
    ended_at: 'timestamptz',
    completed_by: 'text',
  },
} as const satisfies TableSpec;

export const jobTable = {
  name: 'job',
  key: { process_instance_key: 'key', job_key: 'key' },
  columns: {
    ...atElement,
    type: 'text',
    kind: 'text',
    listener_event: 'text',
    state: 'text',
    retries: 'integer',
    worker: 'text',
    deadline: 'timestamptz',
    error_message: 'text',
    error_code: 'text',
    denied: 'boolean',
    denied_reason: 'text',
    headers: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
    ended_at: 'timestamptz',
  },
} as const satisfies TableSpec;

export const incidentTable = {
  name: 'incident',
  key: { process_instance_key: 'key', incident_key: 'key' },
  columns: {
    ...atElement,
    root_key: 'key',
    code: 'text',
    message: 'text',
    job_key: 'key',
    created_at: 'timestamptz',
    resolved_at: 'timestamptz',
  },
} as const satisfies TableSpec;

export const decisionInstanceTable = {
  name: 'decision_instance',
  key: { decision_evaluation_key: 'key', position: 'integer' },
  columns: {
    tenant_id: 'text',
    process_instance_key: 'key',
    root_key: 'key',
    process_definition_key: 'key',
    element_instance_key: 'key',
    evaluated_at: 'timestamptz',
    evaluated_by: 'text',
    requirements_key: 'key',
    root_decision_key: 'key',
    decision_key: 'key',
    decision_id: 'text',
    name: 'text',
    version: 'integer',
    type: 'text',
    result: 'text',
    failure: 'text',
    inputs: 'jsonb',
    matched_rules: 'jsonb',
  },
} as const satisfies TableSpec;

export const takenFlowTable = {
  name: 'taken_flow',
  key: { process_instance_key: 'key', flow_id: 'text' },
  columns: {},
} as const satisfies TableSpec;

export const caseParticipantTable = {
  name: 'case_participant',
  key: { tenant_id: 'text', user_id: 'text', root_key: 'key' },
  columns: {},
} as const satisfies TableSpec;

export const caseOperationTable = {
  name: 'case_operation',
  key: { process_instance_key: 'key', turn: 'integer' },
  columns: {
    tenant_id: 'text',
    root_key: 'key',
    operation: 'text',
    at: 'timestamptz',
    by_user: 'text',
    reason: 'text',
    details: 'jsonb',
  },
} as const satisfies TableSpec;
