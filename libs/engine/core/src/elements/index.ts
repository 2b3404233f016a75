import type { ElementKind } from '../graph/element-models.ts';
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

/** What the elements of each kind do; a kind without an entry does not compile. */
export const elements: { readonly [K in ElementKind]: Element<K> } = {
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
