import type { FormReference, TaskTransition, UserTaskChanges, UserTaskWait } from '@iter/engine-core';
import type { ColumnValue, ProjectedTurn, Projection, Row, RowChange } from '@iter/engine-runtime';
import { actingUser } from './actor.ts';
import { instanceKey, instantOf, keyIn, owned, react } from './change.ts';
import { userTaskTable } from './tables.ts';

/** State while the listeners of a change run. */
const CHANGING: Readonly<Record<TaskTransition['on'], string>> = {
  creating: 'CREATING',
  assigning: 'ASSIGNING',
  updating: 'UPDATING',
  completing: 'COMPLETING',
  canceling: 'CANCELING',
};

/** One row for each user task; the same row is the open task and, later, who did it and when. */
export const userTaskProjection: Projection = {
  tables: [userTaskTable],
  project: (turn) =>
    react(turn, {
      'wait-opened': ({ wait }) =>
        wait.kind === 'user-task' ? change(turn, 'insert', wait.key, openedRow(turn, wait)) : undefined,
      'wait-migrated': ({ key, elementId }) =>
        turn.state.waits.get(key)?.kind === 'user-task'
          ? change(turn, 'update', key, {
              process_definition_key: turn.facts.definitionKey,
              process_id: turn.facts.processId,
              element_id: elementId,
              name: turn.graph.nodes.get(elementId)?.name ?? null,
            })
          : undefined,
      'user-task-updated': ({ key, changes }) => change(turn, 'update', key, changedColumns(changes)),
      'user-task-transition-set': ({ key, transition }) =>
        change(turn, 'update', key, { state: transition ? CHANGING[transition.on] : 'CREATED' }),
      'wait-closed': ({ key, reason }) => {
        const wait = turn.closedWaits.get(key);
        if (wait?.kind !== 'user-task') return undefined;
        const state = reason === 'completed' ? 'COMPLETED' : 'CANCELED';
        const completedBy = reason === 'completed' ? completer(turn, wait) : null;
        return change(turn, 'update', key, { state, ended_at: turn.at, completed_by: completedBy });
      },
    }),
};

function change(turn: ProjectedTurn, op: 'insert' | 'update', local: number, values: Row): RowChange {
  const key = { process_instance_key: instanceKey(turn.facts.instance), user_task_key: keyIn(turn, local) };
  return { table: userTaskTable.name, op, key, values };
}

/** Where listeners run before the end, the turn that ends the task is a worker's and not the person's. */
function completer(turn: ProjectedTurn, wait: UserTaskWait): string | null {
  const actor = turn.command === 'complete-user-task' ? actingUser(turn.actor) : undefined;
  return actor ?? wait.assignee ?? null;
}

function openedRow(turn: ProjectedTurn, wait: UserTaskWait): Row {
  return {
    ...owned(turn),
    root_key: instanceKey(turn.facts.rootInstance),
    process_id: turn.facts.processId,
    element_instance_key: keyIn(turn, wait.owner),
    element_id: wait.elementId,
    name: turn.graph.nodes.get(wait.elementId)?.name ?? null,
    state: wait.transition ? CHANGING[wait.transition.on] : 'CREATED',
    assignee: wait.assignee ?? null,
    candidate_groups: wait.candidateGroups,
    candidate_users: wait.candidateUsers,
    due_at: instantOf(wait.dueDate),
    follow_up_at: instantOf(wait.followUpDate),
    priority: wait.priority,
    ...formColumns(wait.form),
    headers: JSON.stringify(wait.headers),
    created_at: wait.createdAt,
    ended_at: null,
    completed_by: null,
  };
}

function formColumns(form: FormReference | undefined): Row {
  const none = { form_id: null, form_binding: null, form_version_tag: null, external_form: null };
  if (!form) return none;
  if ('formKey' in form) return { ...none, external_form: form.formKey };
  if ('externalReference' in form) return { ...none, external_form: form.externalReference };
  const { binding } = form;
  return {
    ...none,
    form_id: form.formId,
    form_binding: binding.type,
    form_version_tag: binding.type === 'versionTag' ? binding.versionTag : null,
  };
}

function changedColumns(changes: UserTaskChanges): Row {
  const columns: Record<string, ColumnValue> = {};
  if (changes.assignee !== undefined) columns['assignee'] = changes.assignee;
  if (changes.candidateGroups !== undefined) columns['candidate_groups'] = changes.candidateGroups;
  if (changes.candidateUsers !== undefined) columns['candidate_users'] = changes.candidateUsers;
  if (changes.dueDate !== undefined) columns['due_at'] = instantOf(changes.dueDate);
  if (changes.followUpDate !== undefined) columns['follow_up_at'] = instantOf(changes.followUpDate);
  if (changes.priority !== undefined) columns['priority'] = changes.priority;
  return columns;
}
