import { asElements } from '../compile/event-definitions.ts';
import type { ElementSource } from '../compile/sources.ts';
import { adHocSubProcess } from './ad-hoc-sub-process.element.ts';
import { businessRuleTask } from './business-rule-task.element.ts';
import { callActivity } from './call-activity.element.ts';
import { catchEvent } from './catch-event.element.ts';
import { complexGateway } from './complex-gateway.element.ts';
import type { Element } from './element.ts';
import { eventBasedGateway } from './event-based-gateway.element.ts';
import { exclusiveGateway } from './exclusive-gateway.element.ts';
import { inclusiveGateway } from './inclusive-gateway.element.ts';
import { loopBody } from './loop-body.element.ts';
import { multiInstanceBody } from './multi-instance-body.element.ts';
import { parallelGateway } from './parallel-gateway.element.ts';
import { scriptTask } from './script-task.element.ts';
import { sendTask } from './send-task.element.ts';
import { serviceTask } from './service-task.element.ts';
import { scope } from './sub-process.element.ts';
import { passThrough } from './task.element.ts';
import { throwEvent } from './throw-event.element.ts';
import { userTask } from './user-task.element.ts';

/** Every kind of element the engine runs, by the name that /v2 writes in capitals. */
export const elements = {
  process: scope,
  'sub-process': scope,
  'event-sub-process': scope,
  transaction: scope,
  'ad-hoc-sub-process': adHocSubProcess,
  'multi-instance-body': multiInstanceBody,
  'loop-body': loopBody,
  task: passThrough,
  'manual-task': passThrough,
  'user-task': userTask,
  'service-task': serviceTask,
  'send-task': sendTask,
  'receive-task': catchEvent,
  'script-task': scriptTask,
  'business-rule-task': businessRuleTask,
  'call-activity': callActivity,
  'exclusive-gateway': exclusiveGateway,
  'parallel-gateway': parallelGateway,
  'inclusive-gateway': inclusiveGateway,
  'complex-gateway': complexGateway,
  'event-based-gateway': eventBasedGateway,
  'start-event': catchEvent,
  'intermediate-catch-event': catchEvent,
  'intermediate-throw-event': throwEvent,
  'boundary-event': catchEvent,
  'end-event': throwEvent,
} satisfies Readonly<Record<string, Element<unknown>>>;

export type ElementKind = keyof typeof elements;

/** The kind of an element of the diagram; nothing for what the engine does not run. */
export function kindOf(source: ElementSource): ElementKind | undefined {
  if (source.$type === 'bpmn:SubProcess' && source.get('triggeredByEvent') === true)
    return 'event-sub-process';
  if (globalTask(source)) return 'sub-process';
  const name = source.$type
    .replace(/^bpmn:(Global(?!Task))?/, '')
    .replace('GlobalTask', 'Task')
    .replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
  return Object.hasOwn(elements, name) ? (name as ElementKind) : undefined;
}

/** The global task of the file that a call activity calls: it runs inside the call like a local one (CALL-9, TSK-11). */
export function globalTask(source: ElementSource): readonly ElementSource[] | undefined {
  if (source.$type !== 'bpmn:CallActivity') return undefined;
  let root = source;
  while (root.$parent) root = root.$parent;
  const called = source.get('calledElement');
  const found = asElements(root.get('rootElements')).find(
    ({ id, $type }) => id === called && $type.startsWith('bpmn:Global'),
  );
  return found && [found];
}
