import type { ElementId } from '../graph/process-graph.ts';
import type { Failure, Key } from '../state/instance-state.ts';
import type { Step } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';

/** A failure stops its element only; `retry` is the step that resolving repeats (TURN-10). */
export function raise(
  turn: Turn,
  owner: Key,
  failure: Failure,
  {
    retry,
    jobKey,
    elementId,
  }: { readonly retry?: Step; readonly jobKey?: Key; readonly elementId?: ElementId } = {},
): void {
  const self = turn.state.elements.get(owner);
  if (!self) return;
  const incident = {
    key: turn.newKey(),
    owner,
    elementId: elementId ?? turn.nodeOf(self).elementId,
    failure,
    at: turn.env.now,
    retry,
    ...(jobKey !== undefined && { jobKey }),
  };
  turn.emit({ type: 'incident-raised', incident });
}

/** Incidents of an element that ends are over without having been resolved. */
export function dropIncidents(turn: Turn, owner: Key): void {
  for (const { key, owner: of } of turn.state.incidents.values())
    if (of === owner) turn.emit({ type: 'incident-resolved', key, reason: 'canceled' });
}
