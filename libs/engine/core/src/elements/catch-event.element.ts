import type { CatchModel } from '../graph/element-models.ts';
import type { Element } from './element.ts';

/** Start, boundary and intermediate catch events, and receive tasks: the frame opens what they catch. */
export const catchEvent: Element<CatchModel> = {
  activate(turn, node, self) {
    if (!node.catches.some(({ role }) => role === 'self')) turn.complete(self);
  },
};
