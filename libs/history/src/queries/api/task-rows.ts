import type { TaskRow, UserTaskState } from '@iter/contract';
import { iso, isoOrNull } from '../rows.ts';
import { loadLabels, type Labels } from './labels.ts';
import { latenessOf } from './lateness.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

/**
 * A task is shown under the case it belongs to, not under the shared part that may have been called: title,
 * code and number are the root's.
 */
export const TASK_ROW_FROM = `user_task t
  JOIN process_instance c ON c.process_instance_key = t.process_instance_key
  JOIN process_instance root ON root.process_instance_key = t.root_key
  JOIN process_definition root_definition ON root_definition.definition_key = root.process_definition_key
  LEFT JOIN process_fact fact ON fact.tenant_id = root.tenant_id AND fact.process_id = root.process_id`;

export const PROCESS_TITLE = 'coalesce(fact.title, root_definition.name, root.process_id)';

export const TASK_ROW_SELECT = `t.user_task_key, coalesce(t.name, t.element_id) AS name, t.element_id, t.state,
  root.process_id, ${PROCESS_TITLE} AS process_title, fact.code AS process_code, t.process_instance_key, t.root_key,
  root.business_id, coalesce(c.office, root.office) AS office, t.assignee, t.candidate_groups, t.candidate_users,
  t.created_at, t.ended_at, t.due_at, t.follow_up_at, t.priority`;

export interface TaskRowColumns {
  readonly user_task_key: string;
  readonly name: string;
  readonly element_id: string;
  readonly state: UserTaskState;
  readonly process_id: string;
  readonly process_title: string;
  readonly process_code: string | null;
  readonly process_instance_key: string;
  readonly root_key: string;
  readonly business_id: string | null;
  readonly office: string | null;
  readonly assignee: string | null;
  readonly candidate_groups: string[];
  readonly candidate_users: string[];
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly due_at: Date | null;
  readonly follow_up_at: Date | null;
  readonly priority: number;
}

export async function taskRows(reader: WorkplaceReader, rows: readonly TaskRowColumns[]): Promise<TaskRow[]> {
  if (rows.length === 0) return [];
  const labels = await loadLabels(
    reader,
    rows.flatMap((row) => [row.assignee, ...row.candidate_users]),
  );
  return rows.map((row) => taskRow(reader, row, labels));
}

export function taskRow({ viewer, now }: WorkplaceReader, row: TaskRowColumns, labels: Labels): TaskRow {
  const isCandidate =
    row.candidate_users.includes(viewer.userId) ||
    row.candidate_groups.some((group) => viewer.groups.includes(group));
  return {
    userTaskKey: row.user_task_key,
    name: row.name,
    elementId: row.element_id,
    state: row.state,
    processId: row.process_id,
    processTitle: row.process_title,
    processCode: row.process_code,
    processInstanceKey: row.process_instance_key,
    rootProcessInstanceKey: row.root_key,
    businessId: row.business_id,
    office: row.office,
    officeLabel: row.office === null ? null : labels.office(row.office),
    assignee: labels.personOrNull(row.assignee),
    candidates: labels.candidates(row.candidate_groups, row.candidate_users),
    createdAt: iso(row.created_at),
    completedAt: row.state === 'COMPLETED' ? isoOrNull(row.ended_at) : null,
    dueDate: isoOrNull(row.due_at),
    followUpDate: isoOrNull(row.follow_up_at),
    lateness: latenessOf(row.due_at, row.ended_at, now),
    priority: row.priority,
    canClaim: row.ended_at === null && row.assignee === null && isCandidate,
  };
}
