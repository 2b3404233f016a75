import type { TableSpec } from '../rows.ts';

/** One row per scope and name; `value` is the exact JSON source, the search columns what can be compared. */
export const variableTable = {
  name: 'variable',
  key: { process_instance_key: 'key', scope_key: 'key', name: 'text' },
  columns: {
    variable_key: 'key',
    tenant_id: 'text',
    value: 'text',
    type: 'text',
    search_text: 'text',
    search_number: 'numeric',
  },
} as const satisfies TableSpec;

export const aliasTable = {
  name: 'instance_alias',
  key: { number: 'bigint' },
  columns: { instance: 'bigint' },
} as const satisfies TableSpec;

export const timerTable = {
  name: 'open_timer',
  key: { key: 'key' },
  columns: { instance: 'bigint', tenant_id: 'text', due_at: 'timestamptz', leased_until: 'timestamptz' },
} as const satisfies TableSpec;

export const jobTable = {
  name: 'open_job',
  key: { key: 'key' },
  columns: {
    instance: 'bigint',
    tenant_id: 'text',
    type: 'text',
    retries: 'integer',
    ready_at: 'timestamptz',
    worker: 'text',
    deadline: 'timestamptz',
  },
} as const satisfies TableSpec;

export const messageTable = {
  name: 'open_message',
  key: { key: 'key' },
  columns: {
    instance: 'bigint',
    tenant_id: 'text',
    process_id: 'text',
    name: 'text',
    correlation_key: 'text',
  },
} as const satisfies TableSpec;

export const signalTable = {
  name: 'open_signal',
  key: { key: 'key' },
  columns: { instance: 'bigint', tenant_id: 'text', name: 'text' },
} as const satisfies TableSpec;

export const startLockTable = {
  name: 'start_lock',
  key: { tenant_id: 'text', process_id: 'text', correlation_key: 'text' },
  columns: {},
} as const satisfies TableSpec;

/** Tables the engine itself works on, written with each turn like those of projections. */
export const ENGINE_TABLES: readonly TableSpec[] = [
  variableTable,
  aliasTable,
  timerTable,
  jobTable,
  messageTable,
  signalTable,
  startLockTable,
];
