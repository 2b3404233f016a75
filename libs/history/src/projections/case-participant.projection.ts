import type { CommandType } from '@iter/engine-core';
import type { Projection, ProjectedTurn } from '@iter/engine-runtime';
import { involvedUsers } from './actor.ts';
import { instanceKey } from './change.ts';
import { caseParticipantTable } from './tables.ts';

/**
 * What a person does in a case. The rest comes from other instances, timers and messages: who sends a message
 * does not see whatever case it reaches.
 */
const DEEDS: ReadonlySet<string> = new Set<CommandType | 'migrate-instance'>([
  'start-instance',
  'complete-user-task',
  'claim-user-task',
  'assign-user-task',
  'unassign-user-task',
  'update-user-task',
  'set-variables',
  'resolve-incident',
  'modify-instance',
  'migrate-instance',
  'cancel-instance',
  'suspend-instance',
  'resume-instance',
]);

/** Who acted in a case takes part in it and goes on seeing it. */
export const caseParticipantProjection: Projection = {
  tables: [caseParticipantTable],
  project: (turn) =>
    isDeed(turn)
      ? involvedUsers(turn.actor).map((userId) => ({
          table: caseParticipantTable.name,
          op: 'upsert',
          key: {
            tenant_id: turn.facts.tenantId,
            user_id: userId,
            root_key: instanceKey(turn.facts.rootInstance),
          },
          values: {},
        }))
      : [],
};

/** A call starts its instance in the name of who acted in the caller, which says so already. */
function isDeed({ command, facts }: ProjectedTurn): boolean {
  return DEEDS.has(command) && !(command === 'start-instance' && facts.parent !== null);
}
