import type { CaseOperationType } from '@iter/contract';
import type { ProjectedTurn, Projection, RowChange } from '@iter/engine-runtime';
import { actingUser } from './actor.ts';
import { instanceKey } from './change.ts';
import { caseOperationTable } from './tables.ts';

/** Commands that steer a case; what people do with their tasks is told by the tasks. */
const OPERATIONS: Readonly<Record<string, CaseOperationType>> = {
  'cancel-instance': 'canceled',
  'suspend-instance': 'suspended',
  'resume-instance': 'resumed',
  'modify-instance': 'modified',
  'migrate-instance': 'migrated',
  'set-variables': 'variables-set',
  'resolve-incident': 'incident-resolved',
};

/** One row for each time that somebody steered a case: who, when, why, and what of it. */
export const caseOperationProjection: Projection = {
  tables: [caseOperationTable],
  project(turn) {
    const operation = OPERATIONS[turn.command];
    return operation === undefined || isByCaller(turn) ? [] : [row(turn, operation)];
  },
};

/** A called case is ended by whatever ended its call, which need not be a person's decision. */
function isByCaller({ command, facts }: ProjectedTurn): boolean {
  return command === 'cancel-instance' && facts.parent !== null;
}

function row(turn: ProjectedTurn, operation: CaseOperationType): RowChange {
  const { facts, at, actor, reason } = turn;
  return {
    table: caseOperationTable.name,
    op: 'insert',
    key: { process_instance_key: instanceKey(facts.instance), turn: turn.turn },
    values: {
      tenant_id: facts.tenantId,
      root_key: instanceKey(facts.rootInstance),
      operation,
      at,
      by_user: actingUser(actor) ?? null,
      reason: reason ?? null,
      details: JSON.stringify(detailsOf(turn, operation)),
    },
  };
}

function detailsOf(turn: ProjectedTurn, operation: CaseOperationType): object {
  const { events, facts } = turn;
  switch (operation) {
    case 'modified':
      return {
        activated: events.flatMap((event) => (event.type === 'element-activating' ? event.elementId : [])),
        terminated: events.filter(({ type }) => type === 'element-terminated').length,
      };
    case 'migrated':
      return { version: facts.processVersion, processId: facts.processId };
    case 'variables-set':
      return {
        variables: events.flatMap((event) =>
          event.type === 'variables-set' ? event.variables.map(({ name }) => name) : [],
        ),
      };
    default:
      return {};
  }
}
