import { defineElement } from './element.ts';

export interface EventGatewayModel {
  readonly instantiates: boolean;
  /** All its events must come (INS-15). */
  readonly parallel: boolean;
}

/**
 * Waits for all its branches at once; the first event takes its flow, the others are withdrawn (GW-EVB-1 to
 * GW-EVB-8). One that instantiates and is parallel has its branches as waits of their own (INS-15).
 */
export const eventBasedGateway = defineElement<EventGatewayModel>({
  compile: (source) => ({
    instantiates: source.get('instantiate') === true,
    parallel: source.get('eventGatewayType') === 'Parallel',
  }),
  activate(turn, node, self) {
    if (!node.model.parallel) return;
    for (const { target } of node.outgoing) turn.activate(target, self.scopeKey);
    turn.complete(self);
  },
  complete: () => undefined,
});
