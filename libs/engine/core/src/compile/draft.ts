import type { CatchSpec, Flow, Node } from '../graph/process-graph.ts';
import type { ElementSource } from './sources.ts';

/** A node while the passes of the compiler fill it; frozen in meaning once they are done. */
export type Draft = Mutable<Omit<Node, 'parent' | 'children' | 'incoming' | 'outgoing' | 'catches'>> & {
  parent: Draft | undefined;
  children: Draft[];
  incoming: Flow[];
  outgoing: Flow[];
  catches: CatchSpec[];
};
type Mutable<T> = { -readonly [Member in keyof T]: T[Member] };

export interface Drafts {
  readonly root: Draft;
  readonly nodes: Map<string, Draft>;
  readonly flows: Map<string, Flow>;
  /** The element of the diagram a node was made of. */
  readonly sources: Map<Draft, ElementSource>;
}
