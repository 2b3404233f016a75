import { NO_SCOPE } from '@iter/engine-core';
import type { ProjectedTurn, Projection, Row, RowChange } from '@iter/engine-runtime';
import { instanceKey, keyIn, owned, react } from './change.ts';
import { elementType } from './element-type.ts';
import { elementInstanceTable } from './tables.ts';

/** One row for each element that was entered. Elements that begin and end in one turn are one insert. */
export const elementInstanceProjection: Projection = {
  tables: [elementInstanceTable],
  project: (turn) =>
    react(turn, {
      'element-activating': ({ key, nodeId, elementId, kind, scopeKey }) =>
        change(turn, 'insert', key, {
          ...owned(turn),
          scope_key: scopeKey === NO_SCOPE ? null : keyIn(turn, scopeKey),
          element_id: elementId,
          name: turn.graph.nodes.get(nodeId)?.name ?? null,
          type: elementType(kind),
          state: 'ACTIVE',
          started_at: turn.at,
          ended_at: null,
          called_key: null,
        }),
      'element-migrated': ({ key, nodeId, elementId }) =>
        change(turn, 'update', key, {
          process_definition_key: turn.facts.definitionKey,
          element_id: elementId,
          name: turn.graph.nodes.get(nodeId)?.name ?? null,
        }),
      'element-completed': ({ key }) =>
        change(turn, 'update', key, { state: 'COMPLETED', ended_at: turn.at }),
      'element-terminated': ({ key }) =>
        change(turn, 'update', key, { state: 'TERMINATED', ended_at: turn.at }),
      'wait-opened': ({ wait }) =>
        wait.kind === 'child'
          ? change(turn, 'update', wait.owner, { called_key: instanceKey(wait.instance) })
          : undefined,
    }),
};

function change(turn: ProjectedTurn, op: 'insert' | 'update', local: number, values: Row): RowChange {
  const key = {
    process_instance_key: instanceKey(turn.facts.instance),
    element_instance_key: keyIn(turn, local),
  };
  return { table: elementInstanceTable.name, op, key, values };
}
