import type { LoopModel } from '../graph/element-models.ts';
import { truth } from '../frame/values.ts';
import { setLocal } from '../frame/variables.ts';
import { toJsonText } from '../json-text.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { Element } from './element.ts';

/** A standard loop: run, then ask, and go on while the condition is true (LOOP-1 to LOOP-9). */
export const loopBody: Element<LoopModel> = {
  activate(turn, _node, self) {
    count(turn, self, 0);
    turn.goOn(self, 0);
  },
  goOn(turn, node, self, iterations) {
    const { maximum, condition, testBefore } = node.model;
    const [inner] = node.children;
    const ended = maximum !== undefined && iterations >= maximum;
    // loopMaximum counts iterations and ends the loop without asking; one without testBefore runs once anyway.
    const asks = testBefore || iterations > 0;
    const more = !asks || (!ended && (!condition || truth(turn, condition, self.key)));
    if (!more || !inner) return turn.complete(self);
    const loopCounter = iterations + 1;
    count(turn, self, loopCounter);
    turn.activate(inner, self.key, { cause: { loopCounter } });
  },
  childEnded: (turn, _node, self) => turn.goOn(self, self.loop?.started ?? 0),
  settled: () => undefined,
};

function count(turn: Turn, { key }: ElementInstance, started: number): void {
  turn.emit({ type: 'loop-advanced', key, loop: { started } });
  setLocal(turn, key, { loopCounter: toJsonText(started) });
}
