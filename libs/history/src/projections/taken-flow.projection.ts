import type { Projection } from '@iter/engine-runtime';
import { instanceKey, react } from './change.ts';
import { takenFlowTable } from './tables.ts';

/** Which flows an instance has taken, for the drawing of its path. */
export const takenFlowProjection: Projection = {
  tables: [takenFlowTable],
  project: (turn) =>
    react(turn, {
      'flow-taken': ({ flowId }) => ({
        table: takenFlowTable.name,
        op: 'upsert',
        key: { process_instance_key: instanceKey(turn.facts.instance), flow_id: flowId },
        values: {},
      }),
    }),
};
