import { fail } from '../frame/incidents.ts';
import { changeTask } from '../frame/user-task-changes.ts';
import { integer, optionalText, text, textList } from '../frame/values.ts';
import type { FormModel, UserTaskModel } from '../graph/element-models.ts';
import type { Expression } from '../graph/process-graph.ts';
import { toJsonText } from '../json-text.ts';
import type { Key } from '../state/instance-state.ts';
import type { FormReference } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import type { Element } from './element.ts';

/** Waits for a person; assignment, dates and priority are evaluated once, here (TSK-5, TSK-6). */
export const userTask: Element<UserTaskModel> = {
  activate(turn, { model, elementId, listeners }, { key: owner }) {
    const assignee = optionalText(turn, model.assignee, owner);
    const candidateGroups = textList(turn, model.candidateGroups, owner);
    const candidateUsers = textList(turn, model.candidateUsers, owner);
    const dueDate = dateTime(turn, model.dueDate, owner);
    const followUpDate = dateTime(turn, model.followUpDate, owner);
    const priority = integer(turn, model.priority, owner, { from: 0, to: 100 });
    const form = model.form && formOf(turn, model.form, owner);
    const listens = listeners.some(({ on }) => on === 'creating' || on === 'assigning');
    const key = turn.open({
      kind: 'user-task',
      owner,
      elementId,
      ...(assignee && !listens && { assignee }),
      candidateGroups,
      candidateUsers,
      ...(dueDate && { dueDate }),
      ...(followUpDate && { followUpDate }),
      priority,
      ...(form && { form }),
      headers: model.headers,
      createdAt: turn.env.now,
    });
    const task = turn.state.waits.get(key);
    if (!listens || task?.kind !== 'user-task') return;
    const changes = assignee ? { assignee } : {};
    changeTask(turn, task, { on: 'creating', action: 'create', changes, variables: {} });
  },
};

/** An ISO 8601 date-time with offset, kept as it was written. */
function dateTime(turn: Turn, expression: Expression | undefined, at: Key): string | undefined {
  const value = optionalText(turn, expression, at);
  const schedule = value ? turn.env.schedule('date', toJsonText(value), turn.env.now) : undefined;
  return schedule && !schedule.ok ? fail(schedule.failure.message) : value;
}

function formOf(turn: Turn, form: FormModel, at: Key): FormReference {
  if ('formId' in form) return { formId: text(turn, form.formId, at), binding: form.binding };
  if ('formKey' in form) return { formKey: text(turn, form.formKey, at) };
  return { externalReference: text(turn, form.externalReference, at) };
}
