import type { Flow, Node } from '../graph/process-graph.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { truthIn } from './values.ts';

/** Takes the flows that leave an element: as the element says, or by the rules of activities and events. */
export function takeFlows(turn: Turn, node: Node, self: ElementInstance): Failure | void {
  if (node.element.complete) return node.element.complete(turn, node, self);
  return takeByCondition(turn, node, self);
}

/**
 * Activities and events: unconditional flows and those whose condition is true; the default when no condition
 * held, whatever the unconditional ones (SF-1 to SF-6, SF-9).
 */
export function takeByCondition(turn: Turn, node: Node, self: ElementInstance): Failure | void {
  return takeTrue(turn, node, self, turn.variables(self.scopeKey), { besidePlain: true });
}

interface Taking {
  /** The default is taken when no condition held, even if an unconditional flow is there (SF-4). */
  readonly besidePlain?: boolean;
  /** No flow at all is no failure (GW-CPX-9). */
  readonly mayBeNone?: boolean;
}

/** All conditions are evaluated before one flow is taken, in the scope of the source (SF-6, SF-8). */
export function takeTrue(
  turn: Turn,
  node: Node,
  self: ElementInstance,
  view: VariableView,
  { besidePlain, mayBeNone }: Taking = {},
): Failure | void {
  const taken = new Set<Flow>();
  let held = false;
  for (const flow of node.outgoing) {
    if (flow === node.defaultFlow) continue;
    const test = flow.condition ? truthIn(turn, flow.condition, view) : undefined;
    if (test && !test.ok) return test.failure;
    if (test?.value ?? true) taken.add(flow);
    held ||= test?.value ?? !besidePlain;
  }
  if (!held && node.defaultFlow) taken.add(node.defaultFlow);
  if (taken.size === 0 && node.outgoing.length > 0 && !mayBeNone) return noFlow(node);
  for (const flow of node.outgoing) if (taken.has(flow)) turn.take(flow, self);
}

export function noFlow(node: Node): Failure {
  return {
    code: 'CONDITION_ERROR',
    message: `Expected a condition of '${node.elementId}' to be true, or a default flow, but found neither`,
  };
}
