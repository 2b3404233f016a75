import type { ElementSource, Sources } from '../compile/sources.ts';
import { definitionsOf } from '../compile/event-definitions.ts';
import type { Node } from '../graph/process-graph.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { linkIn } from './catch-event.element.ts';
import { defineElement } from './element.ts';
import { resultKinds, type ResultModel } from './results/index.ts';

export interface ThrowModel {
  readonly link: string | undefined;
  readonly results: readonly ResultModel[];
}

/**
 * Intermediate throw and end events: every result in document order, then the token goes on or ends (EV-8, END-3,
 * END-9, MUL-3). A result that is awaited goes on with the next by `turn.goOn`.
 */
export const throwEvent = defineElement<ThrowModel>({
  compile: (source: ElementSource, sources: Sources) => ({
    link: linkIn(source),
    results: definitionsOf(source).flatMap((definition) => {
      const kind = resultKinds[definition.$type];
      return kind ? [kind(definition, source, sources)] : [];
    }),
  }),
  activate: (turn, node, self) => next(turn, node, self, 0),
  goOn: (turn, node, self, at) => next(turn, node, self, at),
});

function next(turn: Turn, node: Node<ThrowModel>, self: ElementInstance, from: number): Failure | void {
  for (const [at, result] of node.model.results.entries()) {
    if (at < from) continue;
    const outcome = result.act(turn, node, self, at + 1);
    if (outcome === 'waits') return;
    if (outcome) return outcome;
  }
  turn.complete(self);
}
