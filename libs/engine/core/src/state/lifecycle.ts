import type { EventType } from '../events/engine-event.ts';
import type { ElementInstance, Status } from './instance-state.ts';

/**
 *   ─ element-activating ─► activating ─ element-activated ─► activated ─ element-completing ─► completing
 *                               │                                │                                 │
 *                               └────────────── element-terminating ──────────────┐    element-completed ─► gone
 *                                                                                 ▼
 *                                                                            terminating ─ element-terminated ─► gone
 *
 * `activating` and `completing` survive a turn only while a listener is a job or an incident stands.
 */
const allowedFrom = {
  'element-activated': ['activating'],
  'element-completing': ['activated'],
  'element-completed': ['completing'],
  'element-terminating': ['activating', 'activated', 'completing'],
  'element-terminated': ['terminating'],
} as const satisfies Partial<Record<EventType, readonly Status[]>>;
export type LifecycleEvent = keyof typeof allowedFrom;

/** @throws Error when the change is not in the table above: a bug of the engine. */
export function assertMay(element: ElementInstance, event: LifecycleEvent): void {
  const allowed: readonly Status[] = allowedFrom[event];
  if (!allowed.includes(element.status))
    throw new Error(
      `Expected element ${element.key} '${element.nodeId}' to be ${allowed.join(' or ')} for ${event}, but it is ${element.status}`,
    );
}
