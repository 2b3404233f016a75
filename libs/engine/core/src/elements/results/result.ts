import type { ElementSource, Sources } from '../../compile/sources.ts';
import type { Node } from '../../graph/process-graph.ts';
import type { ElementInstance, Failure } from '../../state/instance-state.ts';
import type { Turn } from '../../turn/turn.ts';

/** One event definition of a throw or end event, ready to act. */
export interface ResultModel {
  /** `waits`: the event stays and goes on by `turn.goOn(self, next)`, or is ended by what it did. */
  act(turn: Turn, node: Node, self: ElementInstance, next: number): Failure | 'waits' | void;
}
export type ResultKind = (definition: ElementSource, event: ElementSource, sources: Sources) => ResultModel;
