import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';

export interface CurrentStep {
  readonly elementId: string;
  readonly name: string;
  readonly assignee: string | null;
}

/** Elements that only hold others; where such a one is, its content says. */
const CONTAINERS = `('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'AD_HOC_SUB_PROCESS', 'MULTI_INSTANCE_BODY',
  'CALL_ACTIVITY')`;

/**
 * What is being done in each of these instances; for the root of a case also in those it called. The caller has
 * made sure that the viewer sees them.
 */
export async function currentSteps(
  { database }: Reader,
  processInstanceKeys: readonly string[],
): Promise<ReadonlyMap<string, CurrentStep[]>> {
  const steps = new Map<string, CurrentStep[]>();
  if (processInstanceKeys.length === 0) return steps;
  const rows = await database.query<CurrentStep & { shownFor: string }>(
    `WITH inside AS (
       SELECT wanted.key AS shown_for, wanted.key AS process_instance_key FROM unnest($1::bigint[]) AS wanted (key)
       UNION ALL
       SELECT called.root_key, called.process_instance_key FROM process_instance called
        WHERE called.root_key = ANY ($1::bigint[]) AND called.root_key <> called.process_instance_key
          AND called.state = 'ACTIVE')
     SELECT inside.shown_for AS "shownFor", e.element_id AS "elementId", coalesce(e.name, e.element_id) AS name, t.assignee
       FROM inside
       JOIN element_instance e ON e.process_instance_key = inside.process_instance_key
        AND e.ended_at IS NULL AND e.type NOT IN ${CONTAINERS}
       LEFT JOIN user_task t ON t.process_instance_key = e.process_instance_key
        AND t.element_instance_key = e.element_instance_key AND t.ended_at IS NULL
      ORDER BY e.started_at, e.element_instance_key`,
    [processInstanceKeys.map(keyParameter)],
  );
  for (const { shownFor, ...step } of rows) steps.set(shownFor, [...(steps.get(shownFor) ?? []), step]);
  return steps;
}
