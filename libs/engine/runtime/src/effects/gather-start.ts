import type { Values } from '@iter/engine-core';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import type { Actor } from '../engine.ts';
import type { StoredEffect } from '../ports/effects.ts';
import type { StartOccurrenceStore } from '../ports/start-occurrences.ts';
import type { Payload } from './payload.ts';

type Start = Extract<Payload, { do: 'start' }>;

/** What came for a start event: the outbox row that brought it, if it was one. */
export interface StartTrigger {
  readonly key: string | null;
  readonly tenantId: string;
  readonly actor: Actor;
  readonly payload: Start;
}

/** How many triggers must come before the event starts an instance; 0 where they have, or one is enough. */
export function triggersNeeded({ graph }: CompiledDefinition, { elementId, definition }: Start): number {
  const spec = graph.starts.find(({ node, index }) => node.elementId === elementId && index === definition);
  return spec && spec.needed > 1 ? spec.needed : 0;
}

/**
 * Keeps a trigger of a parallel multiple start event; the last one that is needed makes the start, with the
 * variables of all, later over earlier (INS-12).
 */
export function gatherStart(
  store: StartOccurrenceStore,
  { key, tenantId, actor, payload }: StartTrigger,
  needed: number,
  effectKey: string,
): Promise<StoredEffect | undefined> {
  const { definitionKey, processId, elementId, definition, startedByKey, variables } = payload;
  const occurrence = {
    tenantId,
    definitionKey,
    processId,
    elementId,
    definition: definition ?? 0,
    correlationKey: startedByKey ?? '',
    variables: JSON.stringify(variables),
  };
  return store.keep(occurrence, needed, key, (all) => {
    const merged = Object.assign({}, ...all.map((text) => JSON.parse(text) as Values)) as Values;
    const start: Start = { ...payload, definition: null, variables: merged };
    return { key: effectKey, tenantId, target: 0, payload: JSON.stringify(start), actor };
  });
}
