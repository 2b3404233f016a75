import type { FormDefinition, TaskDetail } from '@iter/contract';
import {
  isCandidate,
  listPeople,
  refusalToAssignTask,
  refusalToCompleteTask,
  refusalToSteerCase,
  sqlParameters,
  visibleTask,
} from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import { findTaskFacts, type KnownTask } from '../facts.query.ts';
import { instanceKeyOf, iso, isoOrNull } from '../rows.ts';
import { getForm } from '../v2/process-definitions.query.ts';
import { TASK_FORM } from '../v2/user-task.sql.ts';
import { effectiveTaskVariables } from '../v2/variables.query.ts';
import { caseSteps, findCaseSteps, usersIn } from './case-steps.query.ts';
import { loadLabels } from './labels.ts';
import { dayOf, latenessOf } from './lateness.ts';
import type { PersonName } from './names.ts';
import { TASK_ROW_FROM, TASK_ROW_SELECT, taskRow, type TaskRowColumns } from './task-rows.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

/** All of the page but what only the diagram knows; values of variables as exact JSON text. */
export interface TaskPage extends Omit<TaskDetail, 'documentation' | 'variables'> {
  readonly variables: Readonly<Record<string, string>>;
}

interface TaskPageRow extends TaskRowColumns {
  readonly external_form: string | null;
  readonly form_key: string | null;
  readonly process_definition_key: string;
  readonly case_started_at: Date;
  readonly case_started_by: string | null;
  readonly case_ended_at: Date | null;
  readonly case_due_at: Date | null;
}

/** `GET /api/tasks/{userTaskKey}`: the page of a task; undefined where it is unknown or unseen. */
export async function getTask(reader: WorkplaceReader, userTaskKey: string): Promise<TaskPage | undefined> {
  const [row, facts] = await Promise.all([findRow(reader, userTaskKey), findTaskFacts(reader, userTaskKey)]);
  if (!row || !facts) return undefined;
  const [form, variables, steps, assignableTo] = await Promise.all([
    findForm(reader, row.form_key),
    effectiveTaskVariables(reader, userTaskKey),
    findCaseSteps(reader, row.root_key),
    findAssignable(reader, facts),
  ]);
  const users = [row.assignee, row.case_started_by, ...row.candidate_users, ...usersIn(steps)];
  const labels = await loadLabels(reader, users);
  return {
    task: taskRow(reader, row, labels),
    form,
    externalFormReference: row.external_form,
    variables,
    abilities: abilitiesOn(reader, facts, assignableTo.length > 0),
    assignableTo,
    caseTitle: row.process_title,
    caseStartedAt: iso(row.case_started_at),
    caseStartedBy: labels.personOrNull(row.case_started_by),
    caseDueDate: isoOrNull(row.case_due_at),
    caseLateness: latenessOf(row.case_due_at, row.case_ended_at, reader.now),
    processDefinitionKey: row.process_definition_key,
    steps: caseSteps(steps, labels, reader.now),
  };
}

async function findRow(reader: WorkplaceReader, userTaskKey: string): Promise<TaskPageRow | undefined> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(userTaskKey));
  const [row] = await reader.database.query<TaskPageRow>(
    `SELECT ${TASK_ROW_SELECT}, t.external_form, form.form_key, t.process_definition_key,
            root.started_at AS case_started_at, root.started_by AS case_started_by, root.ended_at AS case_ended_at,
            root.due_at AS case_due_at
       FROM ${TASK_ROW_FROM}
       JOIN process_definition d ON d.definition_key = t.process_definition_key
       ${TASK_FORM}
      WHERE t.process_instance_key = ${instanceKeyOf(key)} AND t.user_task_key = ${key}::bigint
        AND ${visibleTask(reader.viewer, 't', parameters)}`,
    parameters.values,
  );
  return row;
}

async function findForm(reader: WorkplaceReader, formKey: string | null): Promise<FormDefinition | null> {
  const form = formKey === null ? undefined : await getForm(reader, formKey);
  if (!form) return null;
  const schema = JSON.parse(form.schema) as FormDefinition['schema'];
  return { formId: form.formId, formKey: form.formKey, version: form.version, schema };
}

function abilitiesOn(
  { viewer }: WorkplaceReader,
  task: KnownTask,
  hasSomebodyToAssign: boolean,
): TaskDetail['abilities'] {
  if (!task.isOpen) return { claim: false, release: false, complete: false, assign: false };
  const isMine = task.assignee === viewer.userId;
  return {
    claim: !isMine && task.assignee === null && refusalToAssignTask(viewer, task, viewer) === null,
    release: task.assignee !== null && refusalToAssignTask(viewer, task, null) === null,
    complete: refusalToCompleteTask(viewer, task) === null,
    assign: hasSomebodyToAssign,
  };
}

/** Candidates first; who steers the case may give the task to anybody else too. */
async function findAssignable(reader: WorkplaceReader, task: KnownTask): Promise<PersonName[]> {
  const { database, viewer, now, language } = reader;
  const steers = refusalToSteerCase(viewer, task) === null;
  if (!task.isOpen || !(steers || task.assignee === viewer.userId)) return [];
  const people = await listPeople(database, viewer.tenantId, dayOf(now), language);
  const others = people.filter(({ userId }) => userId !== task.assignee);
  const candidates = others.filter((person) => isCandidate(person, task));
  const rest = steers ? others.filter((person) => !isCandidate(person, task)) : [];
  return [...candidates, ...rest].map(({ userId, name }) => ({ userId, name }));
}
