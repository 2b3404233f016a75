import type { ElementInstance, InstanceState, Key } from './instance-state.ts';
import type { Wait } from './wait.ts';

/** Derived from a state, kept beside it while it lives, never stored. */
interface Indexes {
  readonly childrenOf: Map<Key, Set<Key>>;
  readonly waitsOf: Map<Key, Set<Key>>;
  /** How many open waits are conditions: most instances have none and need not look for them. */
  conditions: number;
}

const indexes = new WeakMap<InstanceState, Indexes>();

export function indexesOf(state: InstanceState): Indexes {
  const known = indexes.get(state);
  if (known) return known;
  const made: Indexes = { childrenOf: new Map(), waitsOf: new Map(), conditions: 0 };
  indexes.set(state, made);
  for (const element of state.elements.values()) indexElement(state, element);
  for (const wait of state.waits.values()) indexWait(state, wait);
  return made;
}

/** Whether nothing lives in a scope. */
export function isEmpty(state: InstanceState, scopeKey: Key): boolean {
  return !indexesOf(state).childrenOf.has(scopeKey);
}

export function indexElement(state: InstanceState, element: ElementInstance): void {
  add(indexesOf(state).childrenOf, element.scopeKey, element.key);
}

export function unindexElement(state: InstanceState, element: ElementInstance): void {
  remove(indexesOf(state).childrenOf, element.scopeKey, element.key);
}

export function indexWait(state: InstanceState, wait: Wait): void {
  const index = indexesOf(state);
  add(index.waitsOf, wait.owner, wait.key);
  if (wait.kind === 'condition') index.conditions++;
}

export function unindexWait(state: InstanceState, wait: Wait): void {
  const index = indexesOf(state);
  remove(index.waitsOf, wait.owner, wait.key);
  if (wait.kind === 'condition') index.conditions--;
}

function add(index: Map<Key, Set<Key>>, at: Key, key: Key): void {
  const keys = index.get(at);
  if (keys) keys.add(key);
  else index.set(at, new Set([key]));
}

function remove(index: Map<Key, Set<Key>>, at: Key, key: Key): void {
  const keys = index.get(at);
  keys?.delete(key);
  if (keys?.size === 0) index.delete(at);
}
