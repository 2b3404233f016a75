import type { Element } from './element.ts';

/** Waits for one token on every incoming flow, then puts one on every outgoing flow (GW-PAR-1 to GW-PAR-5). */
export const parallelGateway: Element = {
  joins: 'every-flow',
  activate: (turn, _node, self) => turn.complete(self),
  complete(turn, node, self) {
    for (const flow of node.outgoing) turn.take(flow, self);
  },
};
