import type { EventOf, EventType } from '../events/engine-event.ts';
import type { ElementInstance, InstanceState, Key } from '../state/instance-state.ts';
import type { WaitKind, WaitOf } from '../state/wait.ts';

/** What an applier works on: the state, and the note of what was touched. */
export interface Change {
  readonly state: InstanceState;
  readonly touched: Touched;
}
export type Appliers = { readonly [T in EventType]: (change: Change, event: EventOf<T>) => void };

/** Keys of the records a store must write or delete; a wide instance costs what changed, not what it is. */
export type Touched = ReturnType<typeof noneTouched>;

export function noneTouched() {
  return {
    elements: new Set<Key>(),
    waits: new Set<Key>(),
    scopesWithVariables: new Set<Key>(),
    incidents: new Set<Key>(),
    compensations: new Set<Key>(),
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
export function waitOf<K extends WaitKind>({ state, touched }: Change, key: Key, kind?: K): WaitOf<K> {
  const wait = state.waits.get(key);
  if (!wait || (kind && wait.kind !== kind))
    throw new Error(`Expected ${kind ?? 'wait'} ${key} to be open, but found ${wait?.kind ?? 'none'}`);
  touched.waits.add(key);
  return wait as WaitOf<K>;
}
