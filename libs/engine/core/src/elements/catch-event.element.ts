import type { Element } from './element.ts';

/** Start, boundary and intermediate catch events, and receive tasks: the frame opens what they catch. */
export const catchEvent: Element = {
  activate(turn, node, self) {
    if (!node.catches.some(({ role }) => role === 'self')) turn.complete(self);
  },
};
