import type { CaseStep, ProcessInstanceState } from '@iter/contract';
import { sqlParameters, visibleCase } from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';
import { iso, isoOrNull } from '../rows.ts';
import { calledBy } from '../v2/incidents.query.ts';
import type { Labels } from './labels.ts';
import { latenessOf } from './lateness.ts';

/** More than anybody reads; of a case with more the latest are shown. */
const MOST_STEPS = 1000;

/** What people call a step: work, calls, and the events somebody gave a name. */
const IS_STEP = `(e.type IN ('USER_TASK', 'MANUAL_TASK', 'TASK', 'SERVICE_TASK', 'SEND_TASK', 'RECEIVE_TASK',
    'SCRIPT_TASK', 'BUSINESS_RULE_TASK', 'CALL_ACTIVITY')
  OR (e.type IN ('START_EVENT', 'INTERMEDIATE_CATCH_EVENT', 'INTERMEDIATE_THROW_EVENT', 'BOUNDARY_EVENT', 'END_EVENT')
      AND e.name IS NOT NULL))`;

/**
 * Steps of which nobody needs to be the author: clocks, messages and workers bring them about. Who started a case
 * is told by the start event of the process itself only, not by those inside it.
 */
const HAPPENS: ReadonlySet<string> = new Set([
  'START_EVENT',
  'INTERMEDIATE_CATCH_EVENT',
  'INTERMEDIATE_THROW_EVENT',
  'BOUNDARY_EVENT',
  'SERVICE_TASK',
  'SEND_TASK',
  'RECEIVE_TASK',
  'SCRIPT_TASK',
  'BUSINESS_RULE_TASK',
]);

export interface StepColumns {
  readonly element_instance_key: string;
  readonly element_id: string;
  readonly name: string;
  readonly type: string;
  readonly state: ProcessInstanceState;
  readonly process_instance_key: string;
  readonly user_task_key: string | null;
  readonly called_key: string | null;
  readonly who: string | null;
  readonly candidate_groups: string[] | null;
  readonly candidate_users: string[] | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly due_at: Date | null;
  readonly incident_key: string | null;
}

/** The steps of an instance and of all that it called, in the order of time; none where the viewer sees none. */
export async function findCaseSteps(
  { database, viewer }: Reader,
  processInstanceKey: string,
): Promise<StepColumns[]> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(processInstanceKey));
  const rows = await database.query<StepColumns>(
    `SELECT e.element_instance_key, e.element_id, coalesce(e.name, e.element_id) AS name, e.type, e.state,
            e.process_instance_key, t.user_task_key, e.called_key,
            CASE WHEN e.type = 'START_EVENT' AND e.scope_key = c.process_instance_key THEN c.started_by
              ELSE coalesce(t.completed_by, t.assignee) END AS who,
            t.candidate_groups, t.candidate_users, e.started_at, e.ended_at, t.due_at,
            (SELECT i.incident_key FROM incident i
              WHERE i.process_instance_key = e.process_instance_key
                AND i.element_instance_key = e.element_instance_key AND i.resolved_at IS NULL
              ORDER BY i.incident_key LIMIT 1) AS incident_key
       FROM process_instance c
       JOIN element_instance e ON e.process_instance_key = c.process_instance_key AND ${IS_STEP}
       LEFT JOIN user_task t
         ON t.process_instance_key = e.process_instance_key AND t.element_instance_key = e.element_instance_key
      WHERE c.process_instance_key IN (${calledBy(viewer, key, parameters)}) AND ${visibleCase(viewer, 'c', parameters)}
      ORDER BY e.started_at DESC, e.element_instance_key DESC LIMIT ${MOST_STEPS}`,
    parameters.values,
  );
  return rows.reverse();
}

export function usersIn(steps: readonly StepColumns[]): (string | null)[] {
  return steps.flatMap((step) => [step.who, ...(step.candidate_users ?? [])]);
}

export function caseSteps(steps: readonly StepColumns[], labels: Labels, now: number): CaseStep[] {
  return steps.map((step) => ({
    elementInstanceKey: step.element_instance_key,
    elementId: step.element_id,
    name: step.name,
    type: step.type,
    state: step.incident_key === null ? STATES[step.state] : 'incident',
    processInstanceKey: step.process_instance_key,
    userTaskKey: step.user_task_key,
    calledProcessInstanceKey: step.called_key,
    who: labels.personOrNull(step.who),
    automatic: HAPPENS.has(step.type) && step.who === null && step.ended_at !== null,
    candidates: labels.candidates(step.candidate_groups ?? [], step.candidate_users ?? []),
    startedAt: iso(step.started_at),
    endedAt: isoOrNull(step.ended_at),
    dueDate: isoOrNull(step.due_at),
    lateness: latenessOf(step.due_at, step.ended_at, now),
    incidentKey: step.incident_key,
  }));
}

const STATES = { ACTIVE: 'active', COMPLETED: 'completed', TERMINATED: 'terminated' } as const;
