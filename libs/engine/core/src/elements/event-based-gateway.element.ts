import type { EventGatewayModel } from '../graph/element-models.ts';
import type { Element } from './element.ts';

/**
 * Waits for all its branches at once; the first event takes its flow, the others are withdrawn (GW-EVB-1 to
 * GW-EVB-8). One that instantiates and is parallel has its branches as waits of their own (INS-15).
 */
export const eventBasedGateway: Element<EventGatewayModel> = {
  activate(turn, node, self) {
    if (!node.model.parallel) return;
    for (const { target } of node.outgoing) turn.activate(target, self.scopeKey);
    turn.complete(self);
  },
  complete: () => undefined,
};
