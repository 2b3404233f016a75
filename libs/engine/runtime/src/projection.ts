import type { EngineEvent, InstanceState, ProcessGraph } from '@iter/engine-core';
import type { Actor } from './engine.ts';
import type { InstanceFacts } from './ports.ts';

/** A turn as projections see it: its events in order, and what they are about. */
export interface ProjectedTurn {
  readonly facts: InstanceFacts;
  readonly graph: ProcessGraph;
  /** Number of the turn, 1 for the first; counted on by one each. */
  readonly turn: number;
  /** Epoch milliseconds of the tenant's clock. */
  readonly at: number;
  readonly actor: Actor;
  /** Type of the command that ran. */
  readonly command: string;
  readonly events: readonly EngineEvent[];
  /** The state after the turn, to read only; elements that ended in this turn are gone from it. */
  readonly state: InstanceState;
}
