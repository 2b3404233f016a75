import type { CatchSpec, Node } from '../graph/process-graph.ts';
import type { Wait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';

/** The catch a wait was opened for. */
export function specOf(turn: Turn, wait: Wait): CatchSpec | undefined {
  const owner = turn.state.elements.get(wait.owner);
  return owner && specIn(turn.nodeOf(owner), wait);
}

export function specIn(owner: Node | undefined, wait: Wait): CatchSpec | undefined {
  if (!('definition' in wait)) return undefined;
  return owner?.catches.find(
    ({ node, index }) => node.elementId === wait.elementId && index === wait.definition,
  );
}
