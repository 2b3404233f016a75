import type { ProjectedTurn, Projection, Row, RowChange } from '@iter/engine-runtime';
import { instanceKey, keyIn, owned, react } from './change.ts';
import { incidentTable } from './tables.ts';

/** One row for each incident; open until it is resolved or what it held up is gone. */
export const incidentProjection: Projection = {
  tables: [incidentTable],
  project: (turn) => [
    ...react(turn, {
      'incident-raised': ({ incident }) =>
        change(turn, 'insert', incident.key, {
          ...owned(turn),
          root_key: instanceKey(turn.facts.rootInstance),
          element_instance_key: keyIn(turn, incident.owner),
          element_id: incident.elementId,
          code: incident.failure.code,
          message: incident.failure.message,
          job_key: incident.jobKey === undefined ? null : keyIn(turn, incident.jobKey),
          created_at: incident.at,
          resolved_at: null,
        }),
      'incident-resolved': ({ key }) => change(turn, 'update', key, { resolved_at: turn.at }),
    }),
    ...migrated(turn),
  ],
};

/** Incidents go with the elements that they hold up. */
function migrated(turn: ProjectedTurn): RowChange[] {
  const elements = new Map(
    turn.events.flatMap((event) =>
      event.type === 'element-migrated' ? [[event.key, event.elementId] as const] : [],
    ),
  );
  if (elements.size === 0) return [];
  return [...turn.state.incidents.values()].flatMap(({ key, owner }) => {
    const elementId = elements.get(owner);
    if (elementId === undefined) return [];
    const process_definition_key = turn.facts.definitionKey;
    return [change(turn, 'update', key, { element_id: elementId, process_definition_key })];
  });
}

function change(turn: ProjectedTurn, op: 'insert' | 'update', local: number, values: Row): RowChange {
  const key = { process_instance_key: instanceKey(turn.facts.instance), incident_key: keyIn(turn, local) };
  return { table: incidentTable.name, op, key, values };
}
