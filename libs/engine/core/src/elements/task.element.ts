import { defineElement } from './element.ts';

/** Undefined and manual tasks pass through; they are element instances without a wait (TSK-1). */
export const passThrough = defineElement({
  compile: () => undefined,
  activate: (turn, _node, self) => turn.complete(self),
});
