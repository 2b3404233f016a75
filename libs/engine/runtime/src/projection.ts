import type { EngineEvent, InstanceState, Key, ProcessGraph, Wait } from '@iter/engine-core';
import type { Actor } from './engine.ts';
import type { InstanceFacts } from './ports/instance-store.ts';
import type { RowChange, TableSpec } from './rows.ts';

/** A turn as projections see it: its events in order, and what they are about. */
export interface ProjectedTurn {
  readonly facts: InstanceFacts;
  readonly graph: ProcessGraph;
  /** Number of the turn, 1 for the first; counted on by one each. */
  readonly turn: number;
  /** Epoch milliseconds of the tenant's clock. */
  readonly at: number;
  /** Epoch milliseconds of this machine; for what is meant for workers and not for people. */
  readonly realTime: number;
  readonly actor: Actor;
  /** Why, where who asked said so. */
  readonly reason: string | undefined;
  /** Type of the command that ran. */
  readonly command: string;
  readonly events: readonly EngineEvent[];
  /** The state after the turn, to read only; elements that ended in this turn are gone from it. */
  readonly state: InstanceState;
  /** The waits that were closed in this turn, as they last were: `wait-closed` only names them. */
  readonly closedWaits: ReadonlyMap<Key, Wait>;
}

/** Row changes of one turn, written in its transaction; pure. */
export interface Projection {
  readonly tables: readonly TableSpec[];
  project(turn: ProjectedTurn): readonly RowChange[];
}
