import type { ComplexModel } from '../graph/element-models.ts';
import { takeTrue } from '../frame/flows.ts';
import { complexView } from '../frame/joins.ts';
import type { Element } from './element.ts';

/** Starts when its activation condition is true and resets when nothing more can come (GW-CPX-1 to GW-CPX-12). */
export const complexGateway: Element<ComplexModel> = {
  joins: 'activation-condition',
  activate: (turn, _node, self) => turn.complete(self),
  complete(turn, node, self) {
    const resets = self.cause?.resets === true;
    takeTrue(turn, node, self, complexView(turn, node, self.scopeKey, !resets), { mayBeNone: resets });
  },
};
