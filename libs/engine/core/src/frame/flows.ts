import type { Flow, Node } from '../graph/process-graph.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { Result } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { truth } from './values.ts';

/** Takes the flows that leave an element: as the element says, or by the rules of activities and events. */
export function takeFlows(turn: Turn, node: Node, self: ElementInstance): Failure | void {
  if (node.element.complete) return node.element.complete(turn, node, self);
  return takeByCondition(turn, node, self);
}

/**
 * Unconditional flows and those whose condition is true; the default when no condition held, whatever the
 * unconditional ones (SF-1 to SF-6, SF-9).
 */
export function takeByCondition(turn: Turn, node: Node, self: ElementInstance): Failure | void {
  const chosen = trueConditions(turn, node, self);
  if (!chosen.ok) return chosen.failure;
  const plain = node.outgoing.filter((flow) => !flow.condition && flow !== node.defaultFlow);
  const taken = new Set([...plain, ...chosen.value]);
  if (chosen.value.length === 0 && node.defaultFlow) taken.add(node.defaultFlow);
  if (taken.size === 0 && node.outgoing.length > 0) return noFlow(node);
  for (const flow of node.outgoing) if (taken.has(flow)) turn.take(flow, self);
}

/** All conditions are evaluated before one flow is taken, in the scope of the source (SF-6, SF-8). */
export function trueConditions(turn: Turn, node: Node, self: ElementInstance): Result<readonly Flow[]> {
  const taken: Flow[] = [];
  for (const flow of node.outgoing) {
    if (!flow.condition || flow === node.defaultFlow) continue;
    const test = truth(turn, flow.condition, self.scopeKey);
    if (!test.ok) return test;
    if (test.value) taken.push(flow);
  }
  return { ok: true, value: taken };
}

export function noFlow(node: Node): Failure {
  return {
    code: 'CONDITION_ERROR',
    message: `Expected a condition of '${node.elementId}' to be true, or a default flow, but found neither`,
  };
}
