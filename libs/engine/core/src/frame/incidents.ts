import type { ElementId } from '../graph/process-graph.ts';
import type { Failure, FailureCode, Key } from '../state/instance-state.ts';
import type { Result } from '../turn/env.ts';
import type { Step } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';

/** Something the model or the data got wrong, on its way to the element that will stand still because of it. */
class Failed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Stops the element at hand. Evaluate everything before you emit anything: the step runs again when resolved. */
export function fail(message: string, code: FailureCode = 'EXTRACT_VALUE_ERROR'): never {
  throw new Failed({ code, message });
}

/** What `env` answered; its failure stops the element at hand. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Failed(result.failure);
}

interface About {
  /** The step that resolving repeats (TURN-10). */
  readonly retry?: Step;
  readonly jobKey?: Key;
  readonly elementId?: ElementId;
}

/** Runs something that may fail; then it is an incident of `owner`. @returns whether it went well. */
export function attempt(turn: Turn, owner: Key, work: () => unknown, about?: About): boolean {
  try {
    work();
    return true;
  } catch (error) {
    raiseFailed(turn, owner, error, about);
    return false;
  }
}

/** Anything else than a failure is a bug of the engine or of `env` and ends the turn. */
export function raiseFailed(turn: Turn, owner: Key, error: unknown, about?: About): void {
  if (!(error instanceof Failed)) throw error;
  raise(turn, owner, error.failure, about);
}

/** A failure stops its element only (TURN-10). */
export function raise(
  turn: Turn,
  owner: Key,
  failure: Failure,
  { retry, jobKey, elementId }: About = {},
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

/** Incidents of an element that ends, or about a job that is answered after all, are over without having been resolved. */
export function dropIncidents(turn: Turn, about: { readonly owner: Key } | { readonly jobKey: Key }): void {
  for (const incident of turn.state.incidents.values())
    if ('owner' in about ? incident.owner === about.owner : incident.jobKey === about.jobKey)
      turn.emit({ type: 'incident-resolved', key: incident.key, reason: 'canceled' });
}
