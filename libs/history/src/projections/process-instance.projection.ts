import { ROOT_KEY, type EventOf } from '@iter/engine-core';
import type { ColumnValue, ProjectedTurn, Projection, Row, RowChange } from '@iter/engine-runtime';
import { actingUser } from './actor.ts';
import { instanceKey, instantOf, react } from './change.ts';
import { processInstanceTable } from './tables.ts';

/** The variables of a case that lists show and permissions ask for, and how their text becomes a column. */
const CASE_VARIABLES = new Map<string, CaseVariable>([
  ['ufficio', { column: 'office', read: (text) => text }],
  ['termine', { column: 'due_at', read: instantOf }],
  ['esito', { column: 'outcome', read: (text) => text }],
]);
interface CaseVariable {
  readonly column: string;
  readonly read: (text: string) => ColumnValue;
}

/** One row for each instance, from its start to its end. */
export const processInstanceProjection: Projection = {
  tables: [processInstanceTable],
  project: (turn) =>
    react(turn, {
      'instance-started': () => change(turn, 'insert', startedRow(turn)),
      'business-id-given': ({ businessId }) => change(turn, 'update', { business_id: businessId }),
      'variables-set': (event) => caseVariables(turn, event),
      'instance-migrated': ({ definitionKey }) =>
        change(turn, 'update', {
          process_definition_key: definitionKey,
          process_id: turn.facts.processId,
          version: turn.facts.processVersion,
        }),
      'instance-suspended': () => change(turn, 'update', { suspended: true }),
      'instance-resumed': () => change(turn, 'update', { suspended: false }),
      'instance-ended': ({ status }) =>
        change(turn, 'update', {
          state: status === 'completed' ? 'COMPLETED' : 'TERMINATED',
          ended_at: turn.at,
        }),
    }),
};

function change(turn: ProjectedTurn, op: 'insert' | 'update', values: Row): RowChange {
  const key = { process_instance_key: instanceKey(turn.facts.instance) };
  return { table: processInstanceTable.name, op, key, values };
}

function startedRow(turn: ProjectedTurn): Row {
  const { facts } = turn;
  return {
    tenant_id: facts.tenantId,
    root_key: instanceKey(facts.rootInstance),
    parent_key: facts.parent && instanceKey(facts.parent.instance),
    process_definition_key: facts.definitionKey,
    process_id: facts.processId,
    version: facts.processVersion,
    business_id: facts.businessId,
    tags: facts.tags,
    state: 'ACTIVE',
    suspended: false,
    started_at: turn.at,
    started_by: actingUser(turn.actor) ?? null,
    ended_at: null,
    office: null,
    due_at: null,
    outcome: null,
  };
}

function caseVariables(
  turn: ProjectedTurn,
  { scopeKey, variables }: EventOf<'variables-set'>,
): RowChange | undefined {
  if (scopeKey !== ROOT_KEY) return undefined;
  const values: Record<string, ColumnValue> = {};
  for (const { name, value } of variables) {
    const known = CASE_VARIABLES.get(name);
    if (!known) continue;
    const parsed: unknown = JSON.parse(value);
    values[known.column] = typeof parsed === 'string' ? known.read(parsed) : null;
  }
  return Object.keys(values).length === 0 ? undefined : change(turn, 'update', values);
}
