import { Buffer } from 'node:buffer';
import {
  decodeKey,
  dumpState,
  loadState,
  type ElementInstance,
  type InstanceState,
  type JsonText,
} from '@iter/engine-core';
import { localKey } from '../global-key.ts';
import type { StoredInstance } from '../ports/instance-store.ts';

/** The state for the store; the values of variables stay out, they have rows of their own. */
export function encodeState(state: InstanceState): Uint8Array {
  const elements = new Map<number, ElementInstance>();
  for (const [key, element] of state.elements)
    elements.set(key, element.variables?.size ? { ...element, variables: new Map() } : element);
  return Buffer.from(dumpState({ ...state, elements }));
}

/** The state as it was when it was encoded, its live scopes filled from the rows of variables. */
export function decodeState(stored: StoredInstance): InstanceState {
  const state = loadState(Buffer.from(stored.state).toString());
  const found = stored.variables
    .map((row) => ({ row, key: keyIn(state, row.variableKey), scope: keyIn(state, row.scopeKey) }))
    .sort((a, b) => a.key - b.key);
  for (const { row, key, scope } of found)
    state.elements.get(scope)?.variables?.set(row.name, { key, value: row.value as JsonText });
  return state;
}

function keyIn(state: InstanceState, text: string): number {
  const key = decodeKey(text);
  const local = key && localKey(state, key);
  if (local === undefined) throw new Error(`Expected a key of instance ${state.numbers[0]}, but got ${text}`);
  return local;
}
