import type { HistoryLevel } from '../graph/process-graph.ts';
import type { EngineEvent, EventType } from './engine-event.ts';

/** The least level at which an event is kept in history. */
export const historyLevel = {
  'instance-started': 'activity',
  'business-id-given': 'activity',
  'number-drawn': 'full',
  'element-activating': 'activity',
  'element-activated': 'full',
  'element-completing': 'full',
  'element-completed': 'activity',
  'element-terminating': 'full',
  'element-terminated': 'activity',
  'scope-interrupted': 'audit',
  'scope-cleared': 'full',
  'flow-taken': 'activity',
  'join-passed': 'full',
  'reset-awaited': 'full',
  'reset-done': 'full',
  'wait-opened': 'audit',
  'wait-closed': 'audit',
  'timer-repeated': 'audit',
  'trigger-arrived': 'audit',
  'job-updated': 'full',
  'user-task-updated': 'audit',
  'user-task-transition-set': 'full',
  'variables-set': 'audit',
  'loop-advanced': 'full',
  'activations-held': 'full',
  'compensation-registered': 'full',
  'compensation-started': 'audit',
  'compensations-dropped': 'full',
  'error-thrown': 'audit',
  'escalation-thrown': 'audit',
  'signal-thrown': 'audit',
  'message-thrown': 'audit',
  'decision-evaluated': 'audit',
  'incident-raised': 'activity',
  'incident-resolved': 'activity',
  'steps-parked': 'full',
  'instance-suspended': 'activity',
  'instance-resumed': 'activity',
  'instance-modified': 'activity',
  'instance-migrated': 'activity',
  'instance-ended': 'activity',
} as const satisfies Record<EventType, HistoryLevel>;

const RANK = { activity: 0, audit: 1, full: 2 } as const satisfies Record<HistoryLevel, number>;

/** Whether history of the given level keeps the event. */
export function isKept(event: EngineEvent, level: HistoryLevel): boolean {
  return RANK[historyLevel[event.type]] <= RANK[level];
}
