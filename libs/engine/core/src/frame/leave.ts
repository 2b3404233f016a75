import { isEmpty } from '../state/indexes.ts';
import type { Node } from '../graph/process-graph.ts';
import { ROOT_KEY, type ElementInstance, type Failure, type Key } from '../state/instance-state.ts';
import type { LeavePhase, StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { closeWaits } from './catches.ts';
import { isSetUpAgain, registerCompensation, undone } from './compensation.ts';
import { endInstance } from './ending.ts';
import { takeFlows } from './flows.ts';
import { dropIncidents, raise } from './incidents.ts';
import { rejoinLater } from './joins.ts';
import { runListeners } from './listeners.ts';
import { mapOutputs } from './mappings.ts';

/**
 * Leaving, in this order (ACT-4): catchers closed, output mappings, end listeners, compensation record, flows.
 * Listeners come after the mappings, as in Camunda 8. Own boundary conditions do not see the outputs (CND-8).
 */
const phases: readonly LeavePhase[] = ['outputs', 'listeners', 'flows'];

export function beginLeaving(turn: Turn, key: Key): void {
  const self = turn.state.elements.get(key);
  if (self?.status !== 'activated') return;
  turn.emit({ type: 'element-completing', key });
  closeWaits(turn, key, 'canceled');
  // Of a condition that could not be asked, or a job that was done after all.
  dropIncidents(turn, key);
  leave(turn, { do: 'leave', key, phase: 'outputs' });
}

export function leave(turn: Turn, step: StepOf<'leave'>): void {
  const self = turn.state.elements.get(step.key);
  if (self?.status !== 'completing') return;
  const node = turn.nodeOf(self);
  let listener = step.listener ?? 0;
  const due = isSetUpAgain(turn, self) ? [] : phases.slice(phases.indexOf(step.phase));
  for (const phase of due) {
    const result = perform(turn, phase, node, self, listener);
    if (result === 'waits') return;
    if (result) {
      const retry: StepOf<'leave'> = { do: 'leave', key: self.key, phase, ...(listener > 0 && { listener }) };
      return raise(turn, self.key, result, { retry });
    }
    listener = 0;
  }
  finish(turn, node, self);
}

function perform(
  turn: Turn,
  phase: LeavePhase,
  node: Node,
  self: ElementInstance,
  listener: number,
): Failure | 'waits' | void {
  switch (phase) {
    case 'outputs':
      return mapOutputs(turn, node, self);
    case 'listeners':
      return runListeners(turn, node, self, 'end', listener);
    case 'flows':
      return tellScope(turn, self) ?? takeFlows(turn, node, self);
  }
}

/** The scope is asked while the variables of the child can still be read. */
function tellScope(turn: Turn, self: ElementInstance): Failure | undefined {
  const scope = turn.state.elements.get(self.scopeKey);
  if (!scope || !isAsked(turn, scope, self)) return undefined;
  const node = turn.nodeOf(scope);
  return node.element.childCompleting?.(turn, node, scope, self) ?? undefined;
}

function finish(turn: Turn, node: Node, self: ElementInstance): void {
  registerCompensation(turn, node, self);
  turn.emit({ type: 'element-completed', key: self.key });
  if (self.key === ROOT_KEY) return endInstance(turn, 'completed', self);
  childGone(turn, self, 'completed');
}

/** A scope has no say about handlers, nor while it is taken over, ended or undone. */
function isAsked(turn: Turn, scope: ElementInstance, child: ElementInstance): boolean {
  const taken = scope.status !== 'activated' || scope.interruption?.phase === 'waiting';
  return !taken && !child.cause?.undoes && !isSetUpAgain(turn, scope);
}

/** Tells the scope that a child has gone; what is left in it is asked when all steps before have run. */
export function childGone(turn: Turn, child: ElementInstance, how: 'completed' | 'terminated'): void {
  const scope = turn.state.elements.get(child.scopeKey);
  if (!scope) return;
  if (how === 'completed') undone(turn, scope, child);
  if (isAsked(turn, scope, child)) {
    const node = turn.nodeOf(scope);
    const failure = node.element.childEnded?.(turn, node, scope, { instance: child, how });
    if (failure) raise(turn, scope.key, failure);
    rejoinLater(turn, scope.key);
  } else if (!isEmpty(turn.state, scope.key)) return;
  turn.schedule({ do: 'settle', key: scope.key });
}
