import type { Node } from '../graph/process-graph.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { EnterPhase, StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { openCatches } from './catches.ts';
import { isSetUpAgain, undoContent } from './compensation.ts';
import { raise } from './incidents.ts';
import { runListeners } from './listeners.ts';
import { mapInputs } from './mappings.ts';
import { takeTrigger } from './triggers.ts';

/**
 * Entering, in this order (ACT-3): input mappings, start listeners, catchers, work. Listeners come before the
 * catchers, as Camunda 8 does: what they set is seen by the expressions of timers and messages.
 * A phase that fails is repeated when its incident is resolved; those before it are not (TURN-10).
 */
const phases: readonly EnterPhase[] = ['inputs', 'listeners', 'catches', 'work'];

export function enter(turn: Turn, step: StepOf<'enter'>): void {
  const self = turn.state.elements.get(step.key);
  if (!self || (self.status !== 'activating' && step.phase !== 'work')) return;
  const node = turn.nodeOf(self);
  if (isSetUpAgain(turn, self)) {
    turn.emit({ type: 'element-activated', key: self.key });
    return undoContent(turn, node, self);
  }
  let listener = step.listener ?? 0;
  for (const phase of phases.slice(phases.indexOf(step.phase))) {
    const result = perform(turn, phase, node, self, listener);
    if (result === 'waits') return;
    if (result) {
      const retry: StepOf<'enter'> = { do: 'enter', key: self.key, phase, ...(listener > 0 && { listener }) };
      return raise(turn, self.key, result, { retry });
    }
    listener = 0;
  }
}

function perform(
  turn: Turn,
  phase: EnterPhase,
  node: Node,
  self: ElementInstance,
  listener: number,
): Failure | 'waits' | void {
  switch (phase) {
    case 'inputs':
      return mapInputs(turn, node, self);
    case 'listeners':
      return runListeners(turn, node, self, 'start', listener);
    case 'catches': {
      // What has brought it about is not waited for again.
      const happened = self.cause?.trigger?.nodeId === node.id;
      const specs = happened ? node.catches.filter(({ role }) => role !== 'self') : node.catches;
      const failure = openCatches(turn, node, self, specs);
      if (!failure) turn.emit({ type: 'element-activated', key: self.key });
      return failure;
    }
    case 'work':
      return self.status === 'activated' ? work(turn, node, self) : undefined;
  }
}

/** An event that has happened already is taken over; anything else does its own work. */
function work(turn: Turn, node: Node, self: ElementInstance): Failure | void {
  const trigger = self.cause?.trigger;
  if (trigger?.nodeId !== node.id) return node.element.activate(turn, node, self);
  takeTrigger(turn, node, self, trigger.variables);
  turn.complete(self);
}
