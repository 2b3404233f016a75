import type { ComplexModel } from '../elements/complex-gateway.element.ts';
import type { FlowId, Node, NodeId } from '../graph/process-graph.ts';
import { listOf, objectOf, toJsonText, type JsonText } from '../json-text.ts';
import type { Key } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { raise } from './incidents.ts';
import { truthIn } from './values.ts';
import { overlay } from './views.ts';

type Waiting = ReadonlyMap<FlowId, number>;

function waitingAt(turn: Turn, node: Node, scopeKey: Key): Waiting {
  return turn.state.joins.get(scopeKey)?.get(node.id) ?? new Map();
}

/** Whether a flow that arrives lets its node be entered; if so the flows it consumes are gone. */
export function passJoin(turn: Turn, node: Node, scopeKey: Key): boolean {
  if (!node.element.joins && node.startQuantity === 1) return true;
  const waiting = waitingAt(turn, node, scopeKey);
  const flowIds = consumed(turn, node, scopeKey, waiting);
  if (!flowIds) return false;
  turn.emit({ type: 'join-passed', nodeId: node.id, scopeKey, flowIds });
  return true;
}

/** The flows that let the node be entered now; those over them stay for the next time. */
function consumed(turn: Turn, node: Node, scopeKey: Key, waiting: Waiting): FlowId[] | undefined {
  const present = node.incoming.map(({ id }) => id).filter((id) => waiting.has(id));
  switch (node.element.joins) {
    // One of each kind (GW-PAR-1, GW-PAR-2).
    case 'every-flow':
      return present.length === node.incoming.length ? present : undefined;
    // One of each that is there, once no other can come (GW-INC-1 to GW-INC-4).
    case 'every-reachable-flow':
      return present.length > 0 && !canStillArrive(turn, node, scopeKey, present) ? present : undefined;
    case 'activation-condition':
      return present.length > 0 ? activated(turn, node, scopeKey, present) : undefined;
    // A start quantity, over all flows together (ACT-1, ACT-2).
    default: {
      const all = [...waiting].flatMap(([id, count]) => Array<FlowId>(count).fill(id));
      return all.length >= node.startQuantity ? all.slice(0, node.startQuantity) : undefined;
    }
  }
}

/**
 * Whether a token of the scope can reach an empty flow of the join by a path that does not visit the join, and
 * none of the flows that count as filled (GW-INC-2, GW-INC-3, GW-INC-8, GW-INC-9).
 */
function canStillArrive(turn: Turn, node: Node, scopeKey: Key, filled: readonly FlowId[]): boolean {
  const reaches = (token: NodeId, id: FlowId): boolean => node.reach.get(id)?.has(token) ?? false;
  const empty = node.incoming.map(({ id }) => id).filter((id) => !filled.includes(id));
  return tokensIn(turn, scopeKey, node.id).some(
    (token) => empty.some((id) => reaches(token, id)) && !filled.some((id) => reaches(token, id)),
  );
}

/** Where the tokens of a scope are, apart from those that wait at the join itself. */
function tokensIn(turn: Turn, scopeKey: Key, join: NodeId): NodeId[] {
  const active = turn.children(scopeKey).map(({ nodeId }) => nodeId);
  const queued = turn.queuedIn(scopeKey).map(({ nodeId }) => nodeId);
  const waiting = [...(turn.state.joins.get(scopeKey)?.keys() ?? [])];
  return [...active, ...queued, ...waiting].filter((nodeId) => nodeId !== join);
}

/** What the expressions of a complex gateway see beside the variables of its scope (GW-CPX-3, GW-CPX-6). */
export function complexView(turn: Turn, node: Node, scopeKey: Key, waitingForStart: boolean): VariableView {
  const waiting = waitingAt(turn, node, scopeKey);
  const counts = node.incoming.map(({ id }) =>
    objectOf({ flow: toJsonText(id), count: toJsonText(waiting.get(id) ?? 0) }),
  );
  const present = node.incoming.filter(({ id }) => waiting.has(id)).length;
  const own = new Map<string, JsonText>([
    ['activationCount', toJsonText(present)],
    ['activationCounts', listOf(counts)],
    ['waitingForStart', toJsonText(waitingForStart)],
  ]);
  return overlay(turn.variables(scopeKey), own);
}

/**
 * A complex gateway starts when its condition is true, then waits for its reset, which comes when nothing can
 * reach the flows it has not used (GW-CPX-1 to GW-CPX-12).
 */
function activated(turn: Turn, node: Node, scopeKey: Key, present: FlowId[]): FlowId[] | undefined {
  const { activationCondition } = node.model as ComplexModel;
  if (!activationCondition) return present;
  if (turn.state.resets.get(scopeKey)?.has(node.id)) return undefined;
  const test = truthIn(turn, activationCondition, complexView(turn, node, scopeKey, true));
  if (!test.ok)
    raise(turn, scopeKey, test.failure, { retry: { do: 'rejoin', scopeKey }, elementId: node.elementId });
  if (!test.ok || !test.value) return undefined;
  turn.emit({ type: 'reset-awaited', nodeId: node.id, scopeKey, flowIds: present });
  return present;
}

/** Whoever moves or ends may release a join of its scope, and a variable a complex one (GW-INC-7, GW-CPX-2). */
export function rejoinLater(turn: Turn, scopeKey: Key): void {
  const waiting = [...(turn.state.joins.get(scopeKey)?.keys() ?? [])];
  const asks = waiting.some((id) => turn.node(id).element.joins !== 'every-flow');
  if (asks || turn.state.resets.has(scopeKey)) turn.schedule({ do: 'rejoin', scopeKey });
}

/** Asks the joins of a scope again; those that may go on are entered. */
export function rejoin(turn: Turn, scopeKey: Key): void {
  if (turn.state.elements.get(scopeKey)?.status !== 'activated') return;
  for (const nodeId of turn.state.resets.get(scopeKey)?.keys() ?? [])
    reset(turn, turn.node(nodeId), scopeKey);
  for (const nodeId of turn.state.joins.get(scopeKey)?.keys() ?? []) {
    const node = turn.node(nodeId);
    if (node.element.joins !== 'every-flow' && passJoin(turn, node, scopeKey)) turn.activate(node, scopeKey);
  }
}

/** Uses the flows that came after the start, if no other can come, and asks the outgoing flows again (GW-CPX-7 to GW-CPX-10). */
function reset(turn: Turn, node: Node, scopeKey: Key): void {
  const used = turn.state.resets.get(scopeKey)?.get(node.id) ?? [];
  const waiting = waitingAt(turn, node, scopeKey);
  const present = node.incoming.map(({ id }) => id).filter((id) => waiting.has(id));
  if (canStillArrive(turn, node, scopeKey, [...present, ...used])) return;
  const late = present.filter((id) => !used.includes(id));
  if (late.length > 0) turn.emit({ type: 'join-passed', nodeId: node.id, scopeKey, flowIds: late });
  turn.activate(node, scopeKey, { cause: { resets: true } });
  turn.emit({ type: 'reset-done', nodeId: node.id, scopeKey });
  turn.schedule({ do: 'rejoin', scopeKey });
}
