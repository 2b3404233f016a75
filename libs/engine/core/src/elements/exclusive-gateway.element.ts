import { noFlow } from '../frame/flows.ts';
import { truth } from '../frame/values.ts';
import type { Element } from './element.ts';

/** Each token takes the first flow whose condition is true, in document order (GW-EXC-1 to GW-EXC-5). */
export const exclusiveGateway: Element = {
  activate: (turn, _node, self) => turn.complete(self),
  complete(turn, node, self) {
    const { outgoing, defaultFlow } = node;
    const chosen = outgoing.find(
      (flow) => flow !== defaultFlow && (!flow.condition || truth(turn, flow.condition, self.scopeKey)),
    );
    const flow = chosen ?? defaultFlow;
    if (flow) turn.take(flow, self);
    else noFlow(node);
  },
};
