import type { FlowId, Node } from '../graph/process-graph.ts';
import type { Key } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';

/**
 * Whether a flow that arrives lets its node be entered. At a parallel join one flow of each kind is consumed, at a
 * start quantity as many as are needed; what is over stays for the next time (GW-PAR-1, GW-PAR-2, ACT-1, ACT-2).
 */
export function passJoin(turn: Turn, node: Node, scopeKey: Key, flowId: FlowId): boolean {
  if (!node.element.joins && node.startQuantity === 1) return true;
  const waiting = turn.state.joins.get(scopeKey)?.get(node.id);
  const consumed = node.element.joins
    ? oneOfEach(node, waiting)
    : quantity(node.startQuantity, waiting, flowId);
  if (!consumed) return false;
  turn.emit({ type: 'join-passed', nodeId: node.id, scopeKey, flowIds: consumed });
  return true;
}

function oneOfEach(node: Node, waiting: ReadonlyMap<FlowId, number> | undefined): FlowId[] | undefined {
  const flowIds = node.incoming.map(({ id }) => id);
  return flowIds.every((id) => waiting?.has(id)) ? flowIds : undefined;
}

function quantity(
  needed: number,
  waiting: ReadonlyMap<FlowId, number> | undefined,
  last: FlowId,
): FlowId[] | undefined {
  const flowIds = [...(waiting ?? [])].flatMap(([id, count]) => Array<FlowId>(count).fill(id));
  if (flowIds.length < needed) return undefined;
  return [last, ...flowIds.filter((_id, at) => at !== flowIds.indexOf(last))].slice(0, needed);
}

/** Whoever moves or ends may release a join of its scope (GW-INC-7). */
export function rejoinLater(_turn: Turn, _scopeKey: Key): void {}

export function rejoin(_turn: Turn, _scopeKey: Key): void {}

/** Asks the joins of a scope that is about to settle; true when one of them goes on. */
export function askJoins(_turn: Turn, _scopeKey: Key): boolean {
  return false;
}
