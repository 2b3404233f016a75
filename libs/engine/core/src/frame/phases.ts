import type { ElementInstance } from '../state/instance-state.ts';
import type { StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { raiseFailed } from './incidents.ts';

type PhasedStep = StepOf<'enter'> | StepOf<'leave'>;
/** `true`: something is awaited, and its answer goes on. `listener` is where the listeners go on. */
type Phase = (turn: Turn, self: ElementInstance, listener: number) => boolean | void;
export type Phases<S extends PhasedStep> = readonly (readonly [name: S['phase'], run: Phase])[];

/**
 * Runs the phases of entering or leaving from the one of the step on. One that fails is repeated when its incident
 * is resolved; those before it are not (TURN-10). @returns whether all have been run.
 */
export function runPhases<S extends PhasedStep>(
  turn: Turn,
  self: ElementInstance,
  step: S,
  phases: Phases<S>,
): boolean {
  let begun = false;
  for (const [phase, run] of phases) {
    begun ||= phase === step.phase;
    if (!begun) continue;
    const listener = phase === step.phase ? (step.listener ?? 0) : 0;
    try {
      if (run(turn, self, listener)) return false;
    } catch (error) {
      const retry = { do: step.do, key: self.key, phase, ...(listener > 0 && { listener }) } as S;
      raiseFailed(turn, self.key, error, { retry });
      return false;
    }
  }
  return true;
}
