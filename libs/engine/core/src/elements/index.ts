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

/**
 * The registry: what the elements of each kind do. Its keys are the kinds of element that the engine runs, by the name
 * that /v2 writes in capitals; a diagram's element is found by its type (`bpmn:ExclusiveGateway`).
 */
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
};

export type ElementKind = keyof typeof elements;

/** What the compiler reads of an element of the kind; undefined where every node has all it needs. */
export type ModelOf<K extends ElementKind> = (typeof elements)[K] extends Element<infer M> ? M : never;

export const elementOf = (kind: ElementKind): Element<unknown> => elements[kind];

export const isElementKind = (name: string): name is ElementKind => Object.hasOwn(elements, name);
