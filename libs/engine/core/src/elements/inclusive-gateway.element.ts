import { takeTrue } from '../frame/flows.ts';
import { defineElement } from './element.ts';

/** Waits for all flows that can still come, then takes every flow whose condition is true (GW-INC-1 to GW-INC-11). */
export const inclusiveGateway = defineElement({
  joins: 'every-reachable-flow',
  compile: () => undefined,
  activate: (turn, _node, self) => turn.complete(self),
  complete: (turn, node, self) => takeTrue(turn, node, self, turn.variables(self.scopeKey)),
});
