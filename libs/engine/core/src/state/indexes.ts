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

/** An element instance is there, or has gone. */
export function indexElement(state: InstanceState, { scopeKey, key }: ElementInstance, there = true): void {
  note(indexesOf(state).childrenOf, scopeKey, key, there);
}

/** A wait is open, or was closed. */
export function indexWait(state: InstanceState, { owner, key, kind }: Wait, there = true): void {
  const index = indexesOf(state);
  note(index.waitsOf, owner, key, there);
  if (kind === 'condition') index.conditions += there ? 1 : -1;
}

function note(index: Map<Key, Set<Key>>, at: Key, key: Key, there: boolean): void {
  const keys = index.get(at) ?? new Set();
  if (there) index.set(at, keys.add(key));
  else if (keys.delete(key) && keys.size === 0) index.delete(at);
}

/** An element instance and the scopes around it, outwards. */
export function scopesFrom({ elements }: Pick<InstanceState, 'elements'>, key: Key): ElementInstance[] {
  const scopes: ElementInstance[] = [];
  for (let scope = elements.get(key); scope; scope = elements.get(scope.scopeKey)) scopes.push(scope);
  return scopes;
}
