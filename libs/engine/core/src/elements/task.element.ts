import type { Element } from './element.ts';

/** Undefined and manual tasks pass through; they are element instances without a wait (TSK-1). */
export const passThrough: Element = { activate: (turn, _node, self) => turn.complete(self) };
