import type { FormModel, UserTaskModel } from '@iter/engine-core';
import { bindingOf, extension, type DiagramReader, type Source } from '../diagram-reader.ts';
import { headersOf } from './job.model.ts';

/** Assignment, dates, priority, form and headers, with or without `zeebe:userTask` (TSK-5). */
export function userTaskModel(source: Source, reader: DiagramReader): UserTaskModel {
  const assignment = extension(source, 'zeebe:AssignmentDefinition');
  const schedule = extension(source, 'zeebe:TaskSchedule');
  const priority = extension(source, 'zeebe:PriorityDefinition');
  return {
    assignee: reader.text(source, assignment?.get('assignee')),
    candidateGroups: reader.text(source, assignment?.get('candidateGroups')),
    candidateUsers: reader.text(source, assignment?.get('candidateUsers')),
    dueDate: reader.text(source, schedule?.get('dueDate')),
    followUpDate: reader.text(source, schedule?.get('followUpDate')),
    priority: reader.text(source, priority?.get('priority')) ?? { fixed: '50' },
    form: formModel(source, reader),
    headers: headersOf(source),
  };
}

function formModel(source: Source, reader: DiagramReader): FormModel | undefined {
  const definition = extension(source, 'zeebe:FormDefinition');
  const formId = reader.text(source, definition?.get('formId'));
  if (formId) return { formId, binding: bindingOf(definition) };
  const externalReference = reader.text(source, definition?.get('externalReference'));
  if (externalReference) return { externalReference };
  const formKey = reader.text(source, definition?.get('formKey'));
  return formKey && { formKey };
}
