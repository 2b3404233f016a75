import type { ElementSource } from '../compile/sources.ts';
import { takeTrue } from '../frame/flows.ts';
import { complexView } from '../frame/joins.ts';
import type { Expression } from '../graph/process-graph.ts';
import { defineElement } from './element.ts';

export interface ComplexModel {
  readonly activationCondition: Expression | undefined;
}

/** Starts when its activation condition is true and resets when nothing more can come (GW-CPX-1 to GW-CPX-12). */
export const complexGateway = defineElement<ComplexModel>({
  joins: 'activation-condition',
  compile(source, sources) {
    const condition = source.get('activationCondition') as ElementSource | undefined;
    return { activationCondition: sources.feel(source, condition?.get('body')) };
  },
  activate: (turn, _node, self) => turn.complete(self),
  complete(turn, node, self) {
    const resets = self.cause?.resets === true;
    return takeTrue(turn, node, self, complexView(turn, node, self.scopeKey, !resets), { mayBeNone: resets });
  },
});
