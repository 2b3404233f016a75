import type { EngineEvent } from '../events/engine-event.ts';
import type { Appliers, Change } from './change.ts';
import { compensationAppliers } from './compensation.applier.ts';
import { elementAppliers } from './element.applier.ts';
import { flowAppliers } from './flow.applier.ts';
import { incidentAppliers } from './incident.applier.ts';
import { instanceAppliers } from './instance.applier.ts';
import { waitAppliers } from './wait.applier.ts';

const appliers: Appliers = {
  ...instanceAppliers,
  ...elementAppliers,
  ...flowAppliers,
  ...waitAppliers,
  ...compensationAppliers,
  ...incidentAppliers,
};

/** The only way a state changes. @throws Error when an invariant would break: a bug of the engine. */
export function apply(change: Change, event: EngineEvent): void {
  // The mapped type makes the table total; TypeScript cannot follow one event through it.
  const applier = appliers[event.type] as (change: Change, event: EngineEvent) => void;
  applier(change, event);
  change.state.lastEvent++;
}
