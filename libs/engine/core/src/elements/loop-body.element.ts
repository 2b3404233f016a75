import type { ElementSource } from '../compile/sources.ts';
import { truth } from '../frame/values.ts';
import { setLocal } from '../frame/variables.ts';
import type { Expression } from '../graph/process-graph.ts';
import { toJsonText } from '../json-text.ts';
import { defineElement } from './element.ts';

export interface LoopModel {
  readonly testBefore: boolean;
  readonly maximum: number | undefined;
  readonly condition: Expression | undefined;
}

/** A standard loop: run, then ask, and go on while the condition is true (LOOP-1 to LOOP-9). */
export const loopBody = defineElement<LoopModel>({
  compile(source, sources) {
    const loop = source.get('loopCharacteristics') as ElementSource;
    const maximum = loop.get('loopMaximum');
    const condition = loop.get('loopCondition') as ElementSource | undefined;
    return {
      testBefore: loop.get('testBefore') === true,
      maximum: typeof maximum === 'number' ? maximum : undefined,
      condition: sources.feel(source, condition?.get('body')),
    };
  },
  activate(turn, _node, self) {
    turn.emit({ type: 'loop-advanced', key: self.key, loop: { started: 0 } });
    setLocal(turn, self.key, { loopCounter: toJsonText(0) });
    turn.goOn(self, 0);
  },
  goOn(turn, node, self, iterations) {
    const { maximum, condition, testBefore } = node.model;
    const ended = maximum !== undefined && iterations >= maximum;
    const asks = condition && !ended && (testBefore || iterations > 0);
    const more = asks ? truth(turn, condition, self.key) : ({ ok: true, value: !ended } as const);
    if (!more.ok) return more.failure;
    const [inner] = node.children;
    // loopMaximum counts iterations and ends the loop without asking; one without testBefore runs once anyway.
    if ((!more.value && (testBefore || iterations > 0)) || !inner) return turn.complete(self);
    const loopCounter = iterations + 1;
    turn.emit({ type: 'loop-advanced', key: self.key, loop: { started: loopCounter } });
    setLocal(turn, self.key, { loopCounter: toJsonText(loopCounter) });
    turn.activate(inner, self.key, { cause: { loopCounter } });
  },
  childEnded(turn, _node, self) {
    turn.goOn(self, self.loop?.started ?? 0);
  },
  settled: () => undefined,
});
