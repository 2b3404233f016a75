import type { HistoryLevel } from '../graph/process-graph.ts';
import type { EngineEvent, EventType } from './engine-event.ts';

/** The least level at which an event is kept in history; an event that is not here does not compile. */
export const historyLevel: Readonly<Record<EventType, HistoryLevel>> = {
  // The way a case went.
  'instance-started': 'activity',
  'business-id-given': 'activity',
  'element-activating': 'activity',
  'element-completed': 'activity',
  'element-terminated': 'activity',
  'flow-taken': 'activity',
  'incident-raised': 'activity',
  'incident-resolved': 'activity',
  'instance-suspended': 'activity',
  'instance-resumed': 'activity',
  'instance-modified': 'activity',
  'instance-migrated': 'activity',
  'element-migrated': 'activity',
  'wait-migrated': 'activity',
  'instance-ended': 'activity',
  // Who did what with which data.
  'scope-interrupted': 'audit',
  'wait-opened': 'audit',
  'wait-closed': 'audit',
  'timer-repeated': 'audit',
  'trigger-arrived': 'audit',
  'user-task-updated': 'audit',
  'variables-set': 'audit',
  'compensation-started': 'audit',
  'error-thrown': 'audit',
  'escalation-thrown': 'audit',
  'signal-thrown': 'audit',
  'message-thrown': 'audit',
  'decision-evaluated': 'audit',
  // How the engine went about it.
  'number-drawn': 'full',
  'element-activated': 'full',
  'element-completing': 'full',
  'element-terminating': 'full',
  'scope-cleared': 'full',
  'join-passed': 'full',
  'reset-awaited': 'full',
  'reset-done': 'full',
  'job-updated': 'full',
  'user-task-transition-set': 'full',
  'loop-advanced': 'full',
  'activations-held': 'full',
  'compensation-registered': 'full',
  'compensations-dropped': 'full',
  'steps-parked': 'full',
};

const RANK = { activity: 0, audit: 1, full: 2 } as const satisfies Record<HistoryLevel, number>;

/** Whether history of the given level keeps the event. */
export function isKept(event: EngineEvent, level: HistoryLevel): boolean {
  return RANK[historyLevel[event.type]] <= RANK[level];
}
