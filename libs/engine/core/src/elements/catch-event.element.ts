import { defineElement } from './element.ts';

/** Start, boundary and intermediate catch events, and receive tasks: the frame opens what they catch. */
export const catchEvent = defineElement({
  compile: () => undefined,
  activate(turn, node, self) {
    if (node.catches.length === 0) turn.complete(self);
  },
});
