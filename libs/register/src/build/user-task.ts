import type { FormField } from '../sheet/form.schema.ts';
import type { Sheet, SheetStep } from '../sheet/sheet.schema.ts';
import type { BuildContext } from './build-context.ts';
import { dueExpression, groupsExpression } from './feel.ts';
import type { FlowNode } from './flow-graph.ts';
import type { ModdleObject } from './moddle.ts';
import { type Mapping, mappings, type Zeebe } from './zeebe.ts';

/** Extension elements of an element, together with where the element comes from. */
export type Extend = (...values: (ModdleObject | undefined)[]) => ModdleObject | undefined;

/** A person's work: its form, who may do it, and when it is due. */
export function userTask(
  node: Extract<FlowNode, { kind: 'task' }>,
  common: Record<string, unknown>,
  { create, zeebe, sheet, formId }: BuildContext,
  extend: Extend,
): ModdleObject {
  const step = sheet.steps[node.id];
  const role = sheet.roles[node.lane];
  const form = step?.form;
  const due = dueExpression(sheet, step);
  const fields = form === undefined ? [] : formFields(sheet, form);
  return create('bpmn:UserTask', {
    ...common,
    extensionElements: extend(
      zeebe.element('UserTask'),
      form === undefined
        ? undefined
        : zeebe.element('FormDefinition', { formId: formId(form), bindingType: 'deployment' }),
      role === undefined
        ? undefined
        : zeebe.element('AssignmentDefinition', { candidateGroups: groupsExpression([role]) }),
      due === undefined ? undefined : zeebe.element('TaskSchedule', { dueDate: due }),
      fieldMapping(fields, step, zeebe),
    ),
  });
}

function formFields(sheet: Sheet, form: string): FormField[] {
  return (sheet.forms[form]?.fields ?? []).filter((field) => field.type !== 'show');
}

/**
 * Fields that stay with the task, and answers that must be given anew each time, start empty; then only the
 * variables mapped out leave the task, so all kept fields are.
 */
function fieldMapping(
  fields: readonly FormField[],
  step: SheetStep | undefined,
  zeebe: Zeebe,
): ModdleObject | undefined {
  const emptied = fields
    .filter(({ keep }) => keep !== 'case')
    .map(({ key }) => ({ source: '=null', target: key }));
  const ownOutputs = mappings(step?.outputs ?? {});
  const kept: Mapping[] =
    emptied.length + ownOutputs.length === 0
      ? []
      : fields
          .filter(({ keep, readonly }) => keep !== 'task' && !readonly)
          .map(({ key }) => ({ source: `=${key}`, target: key }));
  return zeebe.ioMapping([...mappings(step?.inputs ?? {}), ...emptied], [...kept, ...ownOutputs]);
}
