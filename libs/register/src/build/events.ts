import type { CatchTrigger, ErrorTrigger, ThrowStep } from '../notation/flow.ts';
import type { Sheet } from '../sheet/sheet.schema.ts';
import type { BuildContext } from './build-context.ts';
import type { FlowNode } from './flow-graph.ts';
import type { ModdleObject } from './moddle.ts';
import { mappings } from './zeebe.ts';

/** A start event; `avvio` is the one by hand, the others have what sets them off. */
export function startEvent(
  node: Extract<FlowNode, { kind: 'start' }>,
  common: Record<string, unknown>,
  context: BuildContext,
  origin: ModdleObject | undefined,
): ModdleObject {
  const { sheet, create, zeebe, formId } = context;
  const own = sheet.starts.find(({ id }) => id === node.id);
  const form =
    node.id === 'avvio' && sheet.start.form !== undefined
      ? zeebe.element('FormDefinition', { formId: formId(sheet.start.form), bindingType: 'deployment' })
      : undefined;
  return create('bpmn:StartEvent', {
    ...common,
    eventDefinitions: startDefinitions(node, context),
    extensionElements: zeebe.extensions([form, zeebe.ioMapping([], mappings(own?.set ?? {})), origin]),
  });
}

function startDefinitions(
  { id, trigger: given }: Extract<FlowNode, { kind: 'start' }>,
  context: BuildContext,
): ModdleObject[] {
  if (given.type === 'none') return [];
  if (given.type !== 'cron') return [trigger(id, given, context)];
  const timeCycle = context.create('bpmn:FormalExpression', { body: given.value });
  return [context.create('bpmn:TimerEventDefinition', { id: `${id}-timer`, timeCycle })];
}

/** The definition of a catching event: what it waits for. */
export function trigger(
  id: string,
  given: CatchTrigger | ErrorTrigger,
  { sheet, create, message, signal, error }: BuildContext,
): ModdleObject {
  const correlation = sheet.starts.some((start) => start.id === id) ? undefined : correlationOf(id, sheet);
  switch (given.type) {
    case 'timer': {
      const isDuration = given.value.startsWith('P') || given.value.startsWith('=duration(');
      return create('bpmn:TimerEventDefinition', {
        id: `${id}-timer`,
        [isDuration ? 'timeDuration' : 'timeDate']: create('bpmn:FormalExpression', { body: given.value }),
      });
    }
    case 'message':
      return create('bpmn:MessageEventDefinition', {
        id: `${id}-messaggio`,
        messageRef: message(given.message, correlation),
      });
    case 'signal':
      return create('bpmn:SignalEventDefinition', { id: `${id}-segnale`, signalRef: signal(given.signal) });
    case 'condition':
      return create('bpmn:ConditionalEventDefinition', {
        id: `${id}-condizione`,
        condition: create('bpmn:FormalExpression', { body: given.condition }),
      });
    case 'error':
      return create('bpmn:ErrorEventDefinition', { id: `${id}-errore`, errorRef: error(given.code) });
  }
}

/** The definition of a throwing event. */
export function thrown(
  id: string,
  given: ThrowStep['trigger'],
  { sheet, create, message, signal }: BuildContext,
): ModdleObject {
  return given.type === 'signal'
    ? create('bpmn:SignalEventDefinition', { id: `${id}-segnale`, signalRef: signal(given.signal) })
    : create('bpmn:MessageEventDefinition', {
        id: `${id}-messaggio`,
        messageRef: message(given.message, correlationOf(id, sheet)),
      });
}

/** What tells the case that a message belongs to: its number, unless the sheet says otherwise. */
export function correlationOf(id: string, sheet: Sheet): string {
  return sheet.steps[id]?.correlation ?? '=pratica';
}

export function endDefinitions(
  { id, end }: Extract<FlowNode, { kind: 'end' }>,
  context: BuildContext,
): ModdleObject[] {
  switch (end.type) {
    case 'none':
      return [];
    case 'terminate':
      return [context.create('bpmn:TerminateEventDefinition', { id: `${id}-termina` })];
    case 'error':
      return [trigger(id, end, context)];
    case 'message':
    case 'signal':
      return [thrown(id, end, context)];
  }
}
