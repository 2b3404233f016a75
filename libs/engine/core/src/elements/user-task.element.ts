import type { ElementSource, Sources } from '../compile/sources.ts';
import { compileForm, type FormModel } from '../frame/forms.ts';
import { compileHeaders } from '../frame/jobs.ts';
import { changeTask } from '../frame/user-tasks.ts';
import { failed, integer, optionalText, textList } from '../frame/values.ts';
import type { Expression } from '../graph/process-graph.ts';
import { toJsonText } from '../json-text.ts';
import type { Key } from '../state/instance-state.ts';
import type { Result } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { defineElement } from './element.ts';

export interface UserTaskModel {
  readonly assignee: Expression | undefined;
  readonly candidateGroups: Expression | undefined;
  readonly candidateUsers: Expression | undefined;
  readonly dueDate: Expression | undefined;
  readonly followUpDate: Expression | undefined;
  readonly priority: Expression;
  readonly form: FormModel | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Waits for a person; assignment, dates and priority are evaluated once, here (TSK-5, TSK-6). */
export const userTask = defineElement<UserTaskModel>({
  compile(source: ElementSource, sources: Sources) {
    const assignment = sources.extension(source, 'zeebe:AssignmentDefinition');
    const schedule = sources.extension(source, 'zeebe:TaskSchedule');
    const priority = sources.extension(source, 'zeebe:PriorityDefinition');
    return {
      assignee: sources.text(source, assignment?.get('assignee')),
      candidateGroups: sources.text(source, assignment?.get('candidateGroups')),
      candidateUsers: sources.text(source, assignment?.get('candidateUsers')),
      dueDate: sources.text(source, schedule?.get('dueDate')),
      followUpDate: sources.text(source, schedule?.get('followUpDate')),
      priority: sources.text(source, priority?.get('priority')) ?? { fixed: '50' },
      form: compileForm(source, sources),
      headers: compileHeaders(source, sources),
    };
  },
  activate(turn, node, self) {
    const { model, elementId } = node;
    const assignee = optionalText(turn, model.assignee, self.key);
    if (!assignee.ok) return assignee.failure;
    const candidateGroups = textList(turn, model.candidateGroups, self.key);
    if (!candidateGroups.ok) return candidateGroups.failure;
    const candidateUsers = textList(turn, model.candidateUsers, self.key);
    if (!candidateUsers.ok) return candidateUsers.failure;
    const dueDate = dateTime(turn, model.dueDate, self.key);
    if (!dueDate.ok) return dueDate.failure;
    const followUpDate = dateTime(turn, model.followUpDate, self.key);
    if (!followUpDate.ok) return followUpDate.failure;
    const priority = integer(turn, model.priority, self.key, { from: 0, to: 100 });
    if (!priority.ok) return priority.failure;
    const form = model.form?.(turn, self.key);
    if (form && !form.ok) return form.failure;
    const listens = node.listeners.some(({ on }) => on === 'creating' || on === 'assigning');
    const key = turn.open({
      kind: 'user-task',
      owner: self.key,
      elementId,
      ...(assignee.value && !listens && { assignee: assignee.value }),
      candidateGroups: candidateGroups.value,
      candidateUsers: candidateUsers.value,
      ...(dueDate.value && { dueDate: dueDate.value }),
      ...(followUpDate.value && { followUpDate: followUpDate.value }),
      priority: priority.value,
      ...(form?.ok && { form: form.value }),
      headers: model.headers,
      createdAt: turn.env.now,
    });
    const task = turn.state.waits.get(key);
    if (!listens || task?.kind !== 'user-task') return;
    const changes = assignee.value ? { assignee: assignee.value } : {};
    changeTask(turn, task, { on: 'creating', action: 'create', changes, variables: {} });
  },
});

/** An ISO 8601 date-time with offset, kept as it was written. */
function dateTime(turn: Turn, expression: Expression | undefined, scopeKey: Key): Result<string | undefined> {
  const value = optionalText(turn, expression, scopeKey);
  if (!value.ok || !value.value) return value;
  const schedule = turn.env.schedule('date', toJsonText(value.value), turn.env.now);
  return schedule.ok ? value : failed(schedule.failure.message);
}
