import { noFlow } from '../frame/flows.ts';
import { truth } from '../frame/values.ts';
import { defineElement } from './element.ts';

/** Each token takes the first flow whose condition is true, in document order (GW-EXC-1 to GW-EXC-5). */
export const exclusiveGateway = defineElement({
  compile: () => undefined,
  activate: (turn, _node, self) => turn.complete(self),
  complete(turn, node, self) {
    for (const flow of node.outgoing) {
      if (flow === node.defaultFlow) continue;
      if (!flow.condition) return turn.take(flow, self);
      const test = truth(turn, flow.condition, self.scopeKey);
      if (!test.ok) return test.failure;
      if (test.value) return turn.take(flow, self);
    }
    if (node.defaultFlow) return turn.take(node.defaultFlow, self);
    return node.outgoing.length > 0 ? noFlow(node) : undefined;
  },
});
