import type { Projection } from '@iter/engine-runtime';
import { involvedUsers } from './actor.ts';
import { instanceKey } from './change.ts';
import { caseParticipantTable } from './tables.ts';

/** Who acted in a case takes part in it and goes on seeing it. */
export const caseParticipantProjection: Projection = {
  tables: [caseParticipantTable],
  project: ({ facts, actor }) =>
    involvedUsers(actor).map((userId) => ({
      table: caseParticipantTable.name,
      op: 'upsert',
      key: { tenant_id: facts.tenantId, user_id: userId, root_key: instanceKey(facts.rootInstance) },
      values: {},
    })),
};
