import { definitionsOf, textAt } from '../compile/event-definitions.ts';
import type { ElementSource } from '../compile/sources.ts';
import { defineElement } from './element.ts';

export interface CatchModel {
  /** A receive task that starts instances (INS-13). */
  readonly instantiates: boolean;
  /** Name of the link whose throws come here (LNK-1). */
  readonly link: string | undefined;
}

/** Start, boundary and intermediate catch events, and receive tasks: the frame opens what they catch. */
export const catchEvent = defineElement<CatchModel>({
  compile: (source) => ({
    instantiates: source.$type === 'bpmn:ReceiveTask' && source.get('instantiate') === true,
    link: source.$type === 'bpmn:ReceiveTask' ? undefined : linkIn(source),
  }),
  activate(turn, node, self) {
    if (!node.catches.some(({ role }) => role === 'self')) turn.complete(self);
  },
});

export function linkIn(source: ElementSource): string | undefined {
  const link = definitionsOf(source).find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
  return link && textAt(link, 'name');
}
