import type { StoredEffect } from './effects.ts';

/** One trigger of a parallel multiple start event has come. */
export interface StartOccurrence {
  readonly tenantId: string;
  readonly definitionKey: string;
  readonly processId: string;
  readonly elementId: string;
  /** Position of the definition on the event. */
  readonly definition: number;
  /** Of the message that came; empty for what has none. */
  readonly correlationKey: string;
  /** JSON object of name → JSON text. */
  readonly variables: string;
}

/** Triggers that have come for parallel multiple start events which still wait for others (INS-12). */
export interface StartOccurrenceStore {
  /**
   * Keeps the occurrence in place of the outbox row `consumes`. With one of each of `needed` definitions under the
   * correlation key these are taken away, the oldest of each, and the outbox row that `start` makes of their
   * variables, in order of arrival, is written and returned; otherwise the start lock of the key is free again.
   */
  keep(
    occurrence: StartOccurrence,
    needed: number,
    consumes: string | null,
    start: (variables: readonly string[]) => StoredEffect,
  ): Promise<StoredEffect | undefined>;
}
