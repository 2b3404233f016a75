import type { Node } from '../graph/process-graph.ts';
import { indexesOf } from '../state/indexes.ts';
import type { ElementInstance, Key, StartAt } from '../state/instance-state.ts';
import type { StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { enter } from './enter.ts';
import { passJoin, rejoinLater } from './joins.ts';
import { setLocal } from './variables.ts';

/** The guard of every entry: the scope must be alive, and a join satisfied; then the element instance is made. */
export function activate(turn: Turn, step: StepOf<'activate'>): void {
  const { nodeId, scopeKey, flowId, locals, cause } = step;
  const scope = turn.state.elements.get(scopeKey);
  // A step for a scope that has ended is dropped (TURN-8).
  if (scope && scope.status !== 'activated') return;
  if (!scope && scopeKey >= 0) return;
  const node = nodeIn(turn, nodeId);
  if (flowId !== undefined && !passJoin(turn, node, scopeKey, flowId)) return;
  const key = create(turn, node, scopeKey, cause);
  if (locals) setLocal(turn, key, locals);
  rejoinLater(turn, scopeKey);
  enter(turn, { do: 'enter', key, phase: 'inputs' });
}

function create(turn: Turn, node: Node, scopeKey: Key, cause: StepOf<'activate'>['cause']): Key {
  const root = node.parent === undefined;
  const key = root ? 0 : turn.newKey();
  turn.emit({
    type: 'element-activating',
    key,
    nodeId: node.id,
    elementId: node.elementId,
    kind: node.kind,
    scopeKey,
    ...(cause && { cause }),
  });
  return key;
}

export function nodeIn(turn: Turn, nodeId: string): Node {
  const node = turn.graph.nodes.get(nodeId);
  if (!node)
    throw new Error(`Expected node '${nodeId}' in process '${turn.graph.processId}', but there is none`);
  return node;
}

/**
 * Enters a scope: the triggered event, or the elements that were asked for (INS-19), or else its start nodes get
 * a token each. One with nothing inside completes at once (SUB-4).
 */
export function startContent(turn: Turn, node: Node, self: ElementInstance): void {
  const { trigger, startAt } = self.cause ?? {};
  if (trigger) turn.activate(nodeIn(turn, trigger.nodeId), self.key, { cause: { trigger } });
  else if (startAt) startBefore(turn, node, self.key, startAt);
  else for (const start of node.startNodes) turn.activate(start, self.key);
  if (node.children.length > 0) turn.schedule({ do: 'settle', key: self.key });
  else turn.complete(self);
}

/** Activates elements inside a scope; those deeper down are reached through the scopes between. */
export function startBefore(turn: Turn, node: Node, scopeKey: Key, starts: readonly StartAt[]): void {
  const inner = new Map<Node, StartAt[]>();
  for (const start of starts) {
    const target = nodeIn(turn, start.nodeId);
    let child = target;
    while (child.parent && child.parent !== node) child = child.parent;
    if (child === target) turn.activate(child, scopeKey, { locals: start.variables });
    else inner.set(child, [...(inner.get(child) ?? []), start]);
  }
  for (const [child, startAt] of inner) turn.activate(child, scopeKey, { cause: { startAt } });
}

/** Whether anything lives in a scope. */
export function isEmpty(turn: Turn, scopeKey: Key): boolean {
  return !indexesOf(turn.state).childrenOf.has(scopeKey);
}
