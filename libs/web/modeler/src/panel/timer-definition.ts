import type { BpmnFactory, CanvasElement, CommandStack, ModelNode } from '../canvas/services.ts';
import type { TimerField, TimerSource } from './timer.ts';

const FIELDS: readonly TimerField[] = ['timeDate', 'timeDuration', 'timeCycle'];

/** The timer of an event, if it is a timer event. */
export function timerDefinitionOf(element: CanvasElement): ModelNode | undefined {
  const definitions = element.businessObject.get('eventDefinitions') as ModelNode[] | undefined;
  return definitions?.find((definition) => definition.$type === 'bpmn:TimerEventDefinition');
}

/** What stands in the timer: the first of its three fields that is filled. */
export function timerSourceOf(element: CanvasElement): TimerSource | undefined {
  const definition = timerDefinitionOf(element);
  for (const field of FIELDS) {
    const expression = definition?.get(field) as ModelNode | undefined;
    const body = expression?.get('body');
    if (expression) return { field, source: typeof body === 'string' ? body : '' };
  }
  return undefined;
}

/** Writes the timer in one step of the undo stack; `undefined` empties it. */
export function writeTimer(
  { commandStack, bpmnFactory }: { commandStack: CommandStack; bpmnFactory: BpmnFactory },
  element: CanvasElement,
  timer: TimerSource | undefined,
): void {
  const definition = timerDefinitionOf(element);
  if (!definition) return;
  const properties: Record<TimerField, ModelNode | undefined> = {
    timeDate: undefined,
    timeDuration: undefined,
    timeCycle: undefined,
  };
  if (timer) {
    const expression = bpmnFactory.create('bpmn:FormalExpression', { body: timer.source });
    expression.$parent = definition;
    properties[timer.field] = expression;
  }
  commandStack.execute('element.updateModdleProperties', { element, moddleElement: definition, properties });
}
