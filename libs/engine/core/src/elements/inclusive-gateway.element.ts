import { takeTrue } from '../frame/flows.ts';
import type { Element } from './element.ts';

/** Waits for all flows that can still come, then takes every flow whose condition is true (GW-INC-1 to GW-INC-11). */
export const inclusiveGateway: Element = {
  joins: 'every-reachable-flow',
  activate: (turn, _node, self) => turn.complete(self),
  complete: (turn, node, self) => takeTrue(turn, node, self, turn.variables(self.scopeKey)),
};
