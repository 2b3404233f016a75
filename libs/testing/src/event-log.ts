import type { EngineEvent, Key } from '@iter/engine-core';

/** What happened to elements, as a reader tells it: `enter check`, `complete check`, `terminate check`, `take a-b`. */
export function eventLog(events: readonly EngineEvent[]): string[] {
  const ids = new Map<Key, string>();
  return events.flatMap((event) => {
    switch (event.type) {
      case 'element-activating':
        ids.set(event.key, event.elementId);
        return [`enter ${event.elementId}`];
      case 'element-completed':
        return [`complete ${ids.get(event.key) ?? event.key}`];
      case 'element-terminated':
        return [`terminate ${ids.get(event.key) ?? event.key}`];
      case 'flow-taken':
        return [`take ${event.flowId}`];
      case 'incident-raised':
        return [`incident ${event.incident.elementId} ${event.incident.failure.code}`];
      case 'instance-ended':
        return [event.status];
      default:
        return [];
    }
  });
}

/**
 * Matches a list of events in which these lines of the {@link eventLog} come in this order, others between them:
 * `expect(inOrder(events, ['complete a', 'take a-b'])).toBe(true)`.
 */
export function inOrder(events: readonly EngineEvent[], lines: readonly string[]): boolean {
  let next = 0;
  for (const line of eventLog(events)) if (line === lines[next]) next += 1;
  return next === lines.length;
}
