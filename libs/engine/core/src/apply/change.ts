import type { EventOf, EventType } from '../events/engine-event.ts';
import type { ElementInstance, InstanceState, Key } from '../state/instance-state.ts';
import type { Wait } from '../state/wait.ts';
import type { Touched } from '../turn/outcome.ts';

/** What an applier works on: the state, and the note of what was touched. */
export interface Change {
  readonly state: InstanceState;
  readonly touched: WorkingTouched;
}
export type Appliers = { readonly [T in EventType]: (change: Change, event: EventOf<T>) => void };

export interface WorkingTouched extends Touched {
  readonly elements: Set<Key>;
  readonly waits: Set<Key>;
  readonly scopesWithVariables: Set<Key>;
  readonly incidents: Set<Key>;
  readonly compensations: Set<Key>;
  joins: boolean;
}

export function noneTouched(): WorkingTouched {
  return {
    elements: new Set(),
    waits: new Set(),
    scopesWithVariables: new Set(),
    incidents: new Set(),
    compensations: new Set(),
    joins: false,
  };
}

/** The element instance of a key that is about to change. @throws Error when there is none: a bug. */
export function elementOf({ state, touched }: Change, key: Key): ElementInstance {
  const element = state.elements.get(key);
  if (!element)
    throw new Error(`Expected element ${key} to be in instance ${state.numbers[0]}, but it is not`);
  touched.elements.add(key);
  return element;
}

/** The wait of a key that is about to change. @throws Error when there is none, or of another kind: a bug. */
export function waitOf<K extends Wait['kind']>(
  { state, touched }: Change,
  key: Key,
  ...kinds: readonly K[]
): Extract<Wait, { kind: K }> {
  const wait = state.waits.get(key);
  if (!wait || (kinds.length > 0 && !kinds.includes(wait.kind as K)))
    throw new Error(
      `Expected wait ${key} (${kinds.join(', ') || 'any kind'}) to be open, but found ${wait?.kind ?? 'none'}`,
    );
  touched.waits.add(key);
  return wait as Extract<Wait, { kind: K }>;
}
