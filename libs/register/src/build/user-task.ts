import type { FormField } from '../sheet/form.schema.ts';
import type { SheetStep } from '../sheet/sheet.schema.ts';
import type { BuildContext } from './build-context.ts';
import { dueExpression, groupsExpression } from './feel.ts';
import type { FlowNode } from './flow-graph.ts';
import type { ModdleObject } from './moddle.ts';
import { repetition } from './repetition.ts';
import { formFields, keptFields } from './variables.ts';
import { type Mapping, mappings, type Zeebe } from './zeebe.ts';

/** Extension elements of an element, together with where the element comes from. */
export type Extend = (...values: (ModdleObject | undefined)[]) => ModdleObject | undefined;

/** A person's work: its form, who may do it, and when it is due. */
export function userTask(
  node: Extract<FlowNode, { kind: 'task' }>,
  common: Record<string, unknown>,
  context: BuildContext,
  extend: Extend,
): ModdleObject {
  const { create, zeebe, sheet, formId } = context;
  const step = sheet.steps[node.id];
  const role = sheet.roles[node.lane];
  const form = step?.form;
  const due = dueExpression(sheet, step);
  const fields = formFields(sheet, form);
  const answered = keptFields(sheet, form).map(({ key }) => key);
  return create('bpmn:UserTask', {
    ...common,
    loopCharacteristics: repetition(node.repeat, answered, context),
    extensionElements: extend(
      zeebe.element('UserTask'),
      form === undefined
        ? undefined
        : zeebe.element('FormDefinition', { formId: formId(form), bindingType: 'deployment' }),
      role === undefined
        ? undefined
        : zeebe.element('AssignmentDefinition', { candidateGroups: groupsExpression([role]) }),
      due === undefined ? undefined : zeebe.element('TaskSchedule', { dueDate: due }),
      node.repeat === undefined ? fieldMapping(fields, step, zeebe) : roundMapping(fields, step, zeebe),
    ),
  });
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

/** In a repeated task all fields start empty and stay with their round; what is wanted of them is collected. */
function roundMapping(
  fields: readonly FormField[],
  step: SheetStep | undefined,
  zeebe: Zeebe,
): ModdleObject | undefined {
  const emptied = fields
    .filter(({ readonly }) => !readonly)
    .map(({ key }) => ({ source: '=null', target: key }));
  return zeebe.ioMapping([...mappings(step?.inputs ?? {}), ...emptied], mappings(step?.outputs ?? {}));
}
