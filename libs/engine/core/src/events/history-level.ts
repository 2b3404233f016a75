import type { HistoryLevel } from '../graph/process-graph.ts';
import type { EngineEvent, EventType } from './engine-event.ts';

/** Kept already at level `activity`: the way a case went. */
const activity = [
  'instance-started',
  'business-id-given',
  'element-activating',
  'element-completed',
  'element-terminated',
  'flow-taken',
  'incident-raised',
  'incident-resolved',
  'instance-suspended',
  'instance-resumed',
  'instance-modified',
  'instance-migrated',
  'element-migrated',
  'wait-migrated',
  'instance-ended',
] as const satisfies readonly EventType[];
/** Kept from level `audit` on: who did what with which data. */
const audit = [
  'scope-interrupted',
  'wait-opened',
  'wait-closed',
  'timer-repeated',
  'trigger-arrived',
  'user-task-updated',
  'variables-set',
  'compensation-started',
  'error-thrown',
  'escalation-thrown',
  'signal-thrown',
  'message-thrown',
  'decision-evaluated',
] as const satisfies readonly EventType[];
/** Kept at level `full` only: how the engine went about it. */
const full = [
  'number-drawn',
  'element-activated',
  'element-completing',
  'element-terminating',
  'scope-cleared',
  'join-passed',
  'reset-awaited',
  'reset-done',
  'job-updated',
  'user-task-transition-set',
  'loop-advanced',
  'activations-held',
  'compensation-registered',
  'compensations-dropped',
  'steps-parked',
] as const satisfies readonly EventType[];

/** The least level at which an event is kept in history; an event in no list does not compile. */
export const historyLevel: Readonly<Record<EventType, HistoryLevel>> = {
  ...levelOf(activity, 'activity'),
  ...levelOf(audit, 'audit'),
  ...levelOf(full, 'full'),
};

function levelOf<T extends EventType>(events: readonly T[], level: HistoryLevel): Record<T, HistoryLevel> {
  return Object.fromEntries(events.map((event) => [event, level])) as Record<T, HistoryLevel>;
}

const RANK = { activity: 0, audit: 1, full: 2 } as const satisfies Record<HistoryLevel, number>;

/** Whether history of the given level keeps the event. */
export function isKept(event: EngineEvent, level: HistoryLevel): boolean {
  return RANK[historyLevel[event.type]] <= RANK[level];
}
