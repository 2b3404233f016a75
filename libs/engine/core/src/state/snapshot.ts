import type { ElementInstance, InstanceState } from './instance-state.ts';

/** Raised by one when the shape of the state changes; `loadState` reads all that were ever written. */
export const SNAPSHOT_FORMAT = 1;

/** The state as JSON text, for the store. Maps become lists of entries in their order. */
export function dumpState(state: InstanceState): string {
  return JSON.stringify({ format: SNAPSHOT_FORMAT, state }, (_name, value: unknown) =>
    value instanceof Map ? { '~': [...(value as Map<unknown, unknown>)] } : value,
  );
}

/**
 * The state a text was made of; equal to it in every respect.
 * @throws Error for a format this version does not know.
 */
export function loadState(text: string): InstanceState {
  const { format, state } = JSON.parse(text, (_name, value: unknown) =>
    isEntries(value) ? new Map(value['~']) : value,
  ) as { format: number; state: InstanceState };
  if (format !== SNAPSHOT_FORMAT)
    throw new Error(`Expected a snapshot of format ${SNAPSHOT_FORMAT}, but got ${format}`);
  // JSON has no `undefined`, but a state has all its members, in their order.
  return { ...newState(0, ''), ...state };
}

function isEntries(value: unknown): value is { '~': [unknown, unknown][] } {
  return typeof value === 'object' && value !== null && '~' in value && Array.isArray(value['~']);
}

/** A state in which nothing has happened yet; its first command is `start-instance`. */
export function newState(instance: number, definitionKey: string): InstanceState {
  return {
    numbers: [instance],
    definitionKey,
    status: 'new',
    businessId: undefined,
    parent: undefined,
    lastKey: 0,
    lastEvent: 0,
    elements: new Map<number, ElementInstance>(),
    waits: new Map(),
    joins: new Map(),
    resets: new Map(),
    compensations: new Map(),
    incidents: new Map(),
    parked: [],
    stepsSpent: 0,
  };
}
