import type { CatchSpec, ElementKind, Flow, Node, NodeOf } from '@iter/engine-core';
import type { Source } from './diagram-reader.ts';

/** A node while the passes of the compiler fill it; frozen in meaning once they are done. */
export type Draft = Mutable<
  Omit<NodeOf<ElementKind>, 'parent' | 'children' | 'incoming' | 'outgoing' | 'catches'>
> & {
  parent: Draft | undefined;
  children: Draft[];
  incoming: Flow[];
  outgoing: Flow[];
  catches: CatchSpec[];
};
/** A draft as others refer to it: its kind and its model were made together, which TypeScript cannot see. */
export function nodeOf(draft: Draft): Node {
  return draft as Node;
}
type Mutable<T> = { -readonly [Member in keyof T]: T[Member] };

export interface Drafts {
  readonly root: Draft;
  readonly nodes: Map<string, Draft>;
  readonly flows: Map<string, Flow>;
  /** The element of the diagram a node was made of. */
  readonly sources: Map<Draft, Source>;
}
