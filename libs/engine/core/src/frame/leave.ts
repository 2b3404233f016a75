import { isEmpty } from '../state/indexes.ts';
import { ROOT_KEY, type ElementInstance } from '../state/instance-state.ts';
import type { StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { closeWaits } from './catches.ts';
import { isSetUpAgain, registerCompensation, undone } from './compensation.ts';
import { endInstance } from './end-instance.ts';
import { takeByCondition } from './flows.ts';
import { attempt, dropIncidents } from './incidents.ts';
import { rejoinLater } from './joins.ts';
import { runListeners } from './listeners.ts';
import { mapOutputs } from './mappings.ts';
import { runPhases, type Phases } from './phases.ts';

/**
 * Leaving, in this order (ACT-4): catchers closed, output mappings, end listeners, compensation record, flows.
 * Listeners come after the mappings, as in Camunda 8. Own boundary conditions do not see the outputs (CND-8).
 */
const phases: Phases<StepOf<'leave'>> = [
  ['outputs', mapOutputs],
  ['listeners', (turn, self, from) => runListeners(turn, self, 'end', from)],
  ['flows', takeFlows],
];

export function beginLeaving(turn: Turn, { key }: { readonly key: number }): void {
  if (turn.state.elements.get(key)?.status !== 'activated') return;
  turn.emit({ type: 'element-completing', key });
  closeWaits(turn, key, 'canceled');
  // Of a condition that could not be asked, or a job that was done after all.
  dropIncidents(turn, { owner: key });
  leave(turn, { do: 'leave', key, phase: 'outputs' });
}

export function leave(turn: Turn, step: StepOf<'leave'>): void {
  const self = turn.state.elements.get(step.key);
  if (self?.status !== 'completing') return;
  if (!isSetUpAgain(turn, self) && !runPhases(turn, self, step, phases)) return;
  registerCompensation(turn, self);
  turn.emit({ type: 'element-completed', key: self.key });
  if (self.key === ROOT_KEY) endInstance(turn, 'completed', self);
  else childGone(turn, self, 'completed');
}

/** The scope is asked while the variables of the child can still be read; then flows are taken. */
function takeFlows(turn: Turn, self: ElementInstance): void {
  const scope = turn.scopeOf(self);
  const around = scope && turn.nodeOf(scope);
  if (around && isAsked(turn, scope, self))
    turn.behavior(around).childCompleting?.(turn, around, scope, self);
  const node = turn.nodeOf(self);
  const { complete } = turn.behavior(node);
  if (complete) complete(turn, node, self);
  else takeByCondition(turn, node, self);
}

/** A scope has no say about handlers, nor while it is taken over, ended or undone. */
function isAsked(turn: Turn, scope: ElementInstance, child: ElementInstance): boolean {
  const taken = scope.status !== 'activated' || scope.interruption?.phase === 'waiting';
  return !taken && !child.cause?.undoes && !isSetUpAgain(turn, scope);
}

/** Tells the scope that a child has gone; what is left in it is asked when all steps before have run. */
export function childGone(turn: Turn, instance: ElementInstance, how: 'completed' | 'terminated'): void {
  const scope = turn.scopeOf(instance);
  if (!scope) return;
  if (how === 'completed') undone(turn, scope, instance);
  if (isAsked(turn, scope, instance)) {
    const node = turn.nodeOf(scope);
    attempt(turn, scope.key, () => turn.behavior(node).childEnded?.(turn, node, scope, { instance, how }));
    rejoinLater(turn, scope.key);
  } else if (!isEmpty(turn.state, scope.key)) return;
  turn.schedule({ do: 'settle', key: scope.key });
}
