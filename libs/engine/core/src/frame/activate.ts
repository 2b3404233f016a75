import type { Node, NodeId } from '../graph/process-graph.ts';
import { isEmpty } from '../state/indexes.ts';
import { ROOT_KEY, type ElementInstance, type Key, type StartAt } from '../state/instance-state.ts';
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
  const node = turn.node(nodeId);
  if (flowId !== undefined && !passJoin(turn, node, scopeKey)) return;
  if (scope && holdsBack(turn, scope, node)) return hold(turn, scope, step);
  const key = node.parent ? turn.newKey() : ROOT_KEY;
  const { elementId, kind } = node;
  const made = { key, nodeId, elementId, kind, scopeKey, ...(cause && { cause }) };
  turn.emit({ type: 'element-activating', ...made });
  if (locals) setLocal(turn, key, locals);
  rejoinLater(turn, scopeKey);
  enter(turn, { do: 'enter', key, phase: 'inputs' });
}

/** A sequential ad-hoc sub-process has one inner element at a time (ADH-6). */
function holdsBack(turn: Turn, scope: ElementInstance, node: Node): boolean {
  const around = turn.nodeOf(scope);
  if (around.kind !== 'ad-hoc-sub-process' || !around.model.sequential) return false;
  return node.kind !== 'event-sub-process' && !isEmpty(turn.state, scope.key);
}

/** Followers of flows go before elements that were asked for. */
function hold(turn: Turn, scope: ElementInstance, step: StepOf<'activate'>): void {
  const held = scope.held ?? [];
  const flows = held.filter(({ flowId }) => flowId !== undefined);
  const asked = held.filter(({ flowId }) => flowId === undefined);
  const steps = step.flowId === undefined ? [...flows, ...asked, step] : [...flows, step, ...asked];
  turn.emit({ type: 'activations-held', key: scope.key, steps });
}

/**
 * Enters a scope: the triggered event, or the elements that were asked for (INS-19), or else its start nodes get
 * a token each. One with nothing inside completes at once (SUB-4).
 */
export function startContent(turn: Turn, self: ElementInstance): void {
  const node = turn.nodeOf(self);
  const { trigger, startAt } = self.cause ?? {};
  if (trigger) {
    turn.activate(turn.node(trigger.nodeId), self.key, { cause: { trigger } });
    awaitOthers(turn, node, self.key, trigger.nodeId);
  } else if (startAt) startBefore(turn, node, self.key, startAt);
  else for (const start of node.startNodes) turn.activate(start, self.key);
  if (node.children.length > 0) turn.schedule({ do: 'settle', key: self.key });
  else turn.complete(self);
}

/** The first event of instantiating gateways has come; what they also wait for is awaited (INS-15, INS-16). */
function awaitOthers(turn: Turn, scope: Node, scopeKey: Key, first: NodeId): void {
  for (const node of scope.children) {
    if (node.kind !== 'event-based-gateway' || !node.model.instantiates) continue;
    const targets = node.outgoing.map(({ target }) => target);
    const others = targets.filter(({ id }) => id !== first);
    if (others.length === targets.length) turn.activate(node, scopeKey);
    else if (node.model.parallel) for (const other of others) turn.activate(other, scopeKey);
  }
}

/** Activates elements inside a scope; those deeper down are reached through the scopes between. */
export function startBefore(turn: Turn, node: Node, scopeKey: Key, starts: readonly StartAt[]): void {
  const inner = new Map<Node, StartAt[]>();
  for (const start of starts) {
    const target = turn.node(start.nodeId);
    let child = target;
    while (child.parent && child.parent !== node) child = child.parent;
    if (child === target) turn.activate(child, scopeKey, { locals: start.variables });
    else inner.set(child, [...(inner.get(child) ?? []), start]);
  }
  for (const [child, startAt] of inner) turn.activate(child, scopeKey, { cause: { startAt } });
}
