import type { ComplexModel } from '../graph/element-models.ts';
import type { FlowId, Node, NodeId, NodeWith } from '../graph/process-graph.ts';
import { listOf, objectOf, toJsonText, type JsonText } from '../json-text.ts';
import type { Key } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { attempt } from './incidents.ts';
import { truth } from './values.ts';
import { overlay } from './views.ts';

/** Flows that wait at a node, with how often. */
function waitingAt(turn: Turn, { id }: { readonly id: NodeId }, scopeKey: Key): ReadonlyMap<FlowId, number> {
  return turn.state.joins.get(scopeKey)?.get(id) ?? new Map<FlowId, number>();
}

/** Incoming flows on which at least one token waits. */
function filledAt(turn: Turn, node: Node, scopeKey: Key): FlowId[] {
  const waiting = waitingAt(turn, node, scopeKey);
  return node.incoming.map(({ id }) => id).filter((id) => waiting.has(id));
}

/** Whether a flow that arrives lets its node be entered; if so the flows it consumes are gone. */
export function passJoin(turn: Turn, node: Node, scopeKey: Key): boolean {
  if (!turn.behavior(node).joins && node.startQuantity === 1) return true;
  const flowIds = consumed(turn, node, scopeKey);
  if (flowIds) turn.emit({ type: 'join-passed', nodeId: node.id, scopeKey, flowIds });
  return flowIds !== undefined;
}

/** The flows that let the node be entered now; those over them stay for the next time. */
function consumed(turn: Turn, node: Node, scopeKey: Key): readonly FlowId[] | undefined {
  const { joins } = turn.behavior(node);
  if (!joins) {
    // A start quantity, over all flows together (ACT-1, ACT-2).
    const waiting = waitingAt(turn, node, scopeKey);
    const all = [...waiting].flatMap(([id, count]) => Array<FlowId>(count).fill(id));
    return all.length >= node.startQuantity ? all.slice(0, node.startQuantity) : undefined;
  }
  const filled = filledAt(turn, node, scopeKey);
  switch (joins) {
    // One of each (GW-PAR-1, GW-PAR-2).
    case 'every-flow':
      return filled.length === node.incoming.length ? filled : undefined;
    // One of each that is there, once no other can come (GW-INC-1 to GW-INC-4).
    case 'every-reachable-flow':
      return filled.length > 0 && !canStillArrive(turn, node, scopeKey, filled) ? filled : undefined;
    case 'activation-condition':
      return filled.length > 0 && starts(turn, node, scopeKey, filled) ? filled : undefined;
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
  const queued = turn.agenda.queuedIn(scopeKey).map(({ nodeId }) => nodeId);
  const waiting = [...(turn.state.joins.get(scopeKey)?.keys() ?? [])];
  return [...active, ...queued, ...waiting].filter((nodeId) => nodeId !== join);
}

/** What the expressions of a complex gateway see beside the variables of its scope (GW-CPX-3, GW-CPX-6). */
export function complexView(
  turn: Turn,
  node: NodeWith<ComplexModel>,
  scopeKey: Key,
  waitingForStart: boolean,
): VariableView {
  const waiting = waitingAt(turn, node, scopeKey);
  const counts = node.incoming.map(({ id }) =>
    objectOf({ flow: toJsonText(id), count: toJsonText(waiting.get(id) ?? 0) }),
  );
  const own = new Map<string, JsonText>([
    ['activationCount', toJsonText(node.incoming.filter(({ id }) => waiting.has(id)).length)],
    ['activationCounts', listOf(counts)],
    ['waitingForStart', toJsonText(waitingForStart)],
  ]);
  return overlay(turn.variables(scopeKey), own);
}

/**
 * A complex gateway starts when its condition is true, then waits for its reset, which comes when nothing can
 * reach the flows it has not used (GW-CPX-1 to GW-CPX-12).
 */
function starts(turn: Turn, node: Node, scopeKey: Key, flowIds: readonly FlowId[]): boolean {
  if (node.kind !== 'complex-gateway' || !node.model.activationCondition) return true;
  if (turn.state.resets.get(scopeKey)?.has(node.id)) return false;
  const { activationCondition } = node.model;
  let starting = false;
  const about = { retry: { do: 'rejoin', scopeKey }, elementId: node.elementId } as const;
  const asked = (): boolean =>
    (starting = truth(turn, activationCondition, complexView(turn, node, scopeKey, true)));
  attempt(turn, scopeKey, asked, about);
  if (starting) turn.emit({ type: 'reset-awaited', nodeId: node.id, scopeKey, flowIds });
  return starting;
}

/** Whoever moves or ends may release a join of its scope, and a variable a complex one (GW-INC-7, GW-CPX-2). */
export function rejoinLater(turn: Turn, scopeKey: Key): void {
  const waiting = [...(turn.state.joins.get(scopeKey)?.keys() ?? [])];
  const asks = waiting.some((id) => turn.behavior(turn.node(id)).joins !== 'every-flow');
  if (asks || turn.state.resets.has(scopeKey)) turn.schedule({ do: 'rejoin', scopeKey });
}

/** Asks the joins of a scope again; those that may go on are entered. */
export function rejoin(turn: Turn, { scopeKey }: { readonly scopeKey: Key }): void {
  if (turn.state.elements.get(scopeKey)?.status !== 'activated') return;
  for (const nodeId of turn.state.resets.get(scopeKey)?.keys() ?? [])
    reset(turn, turn.node(nodeId), scopeKey);
  for (const nodeId of turn.state.joins.get(scopeKey)?.keys() ?? []) {
    const node = turn.node(nodeId);
    if (turn.behavior(node).joins !== 'every-flow' && passJoin(turn, node, scopeKey))
      turn.activate(node, scopeKey);
  }
}

/** Uses the flows that came after the start, if no other can come, and asks the outgoing flows again (GW-CPX-7 to GW-CPX-10). */
function reset(turn: Turn, node: Node, scopeKey: Key): void {
  const used = turn.state.resets.get(scopeKey)?.get(node.id) ?? [];
  const filled = filledAt(turn, node, scopeKey);
  if (canStillArrive(turn, node, scopeKey, [...filled, ...used])) return;
  const late = filled.filter((id) => !used.includes(id));
  if (late.length > 0) turn.emit({ type: 'join-passed', nodeId: node.id, scopeKey, flowIds: late });
  turn.activate(node, scopeKey, { cause: { resets: true } });
  turn.emit({ type: 'reset-done', nodeId: node.id, scopeKey });
  turn.schedule({ do: 'rejoin', scopeKey });
}
