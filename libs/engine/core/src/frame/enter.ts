import type { ElementInstance } from '../state/instance-state.ts';
import type { StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { openCatches } from './catches.ts';
import { isSetUpAgain, undoContent } from './compensation.ts';
import { runListeners } from './listeners.ts';
import { mapInputs, takeTrigger } from './mappings.ts';
import { runPhases, type Phases } from './phases.ts';

/**
 * Entering, in this order (ACT-3): input mappings, start listeners, catchers, work. Listeners come before the
 * catchers, as Camunda 8 does: what they set is seen by the expressions of timers and messages.
 */
const phases: Phases<StepOf<'enter'>> = [
  ['inputs', mapInputs],
  ['listeners', (turn, self, from) => runListeners(turn, self, 'start', from)],
  ['catches', arm],
  ['work', work],
];

export function enter(turn: Turn, step: StepOf<'enter'>): void {
  const self = turn.state.elements.get(step.key);
  if (!self || (self.status !== 'activating' && step.phase !== 'work')) return;
  if (!isSetUpAgain(turn, self)) return void runPhases(turn, self, step, phases);
  turn.emit({ type: 'element-activated', key: self.key });
  undoContent(turn, self);
}

function arm(turn: Turn, self: ElementInstance): void {
  const { id, catches } = turn.nodeOf(self);
  // What has brought it about is not waited for again.
  const happened = self.cause?.trigger?.nodeId === id;
  openCatches(turn, self, happened ? catches.filter(({ role }) => role !== 'self') : catches);
  turn.emit({ type: 'element-activated', key: self.key });
}

/** An event that has happened already is taken over; anything else does its own work. */
function work(turn: Turn, self: ElementInstance): void {
  if (self.status !== 'activated') return;
  const node = turn.nodeOf(self);
  const trigger = self.cause?.trigger;
  if (trigger?.nodeId !== node.id) return turn.behavior(node).activate(turn, node, self);
  takeTrigger(turn, self, trigger.variables);
  turn.complete(self);
}
