import type { EventOf } from '@iter/engine-core';
import type { ProjectedTurn, Projection, RowChange } from '@iter/engine-runtime';
import { actingUser } from './actor.ts';
import { instanceKey, keyIn } from './change.ts';
import { decisionRows } from './decision-rows.ts';
import { decisionInstanceTable } from './tables.ts';

/** One row for each decision that a business rule task asked for or that was required by it; never changed. */
export const decisionInstanceProjection: Projection = {
  tables: [decisionInstanceTable],
  project: (turn) =>
    turn.events.flatMap((event) => (event.type === 'decision-evaluated' ? inserts(turn, event) : [])),
};

function inserts(
  turn: ProjectedTurn,
  { key, evaluation }: EventOf<'decision-evaluated'>,
): readonly RowChange[] {
  if (!evaluation) return [];
  const rows = decisionRows(keyIn(turn, evaluation.key), evaluation, {
    tenant_id: turn.facts.tenantId,
    process_definition_key: turn.facts.definitionKey,
    process_instance_key: instanceKey(turn.facts.instance),
    root_key: instanceKey(turn.facts.rootInstance),
    element_instance_key: keyIn(turn, key),
    evaluated_at: turn.at,
    evaluated_by: actingUser(turn.actor) ?? null,
  });
  return rows.map((row) => ({ table: decisionInstanceTable.name, op: 'insert', ...row }));
}
