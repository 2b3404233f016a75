import type { Flow, Node } from '../graph/process-graph.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { fail } from './incidents.ts';
import { truth } from './values.ts';

/**
 * Activities and events: unconditional flows and those whose condition is true; the default when no condition
 * held, whatever the unconditional ones (SF-1 to SF-6, SF-9).
 */
export function takeByCondition(turn: Turn, node: Node, self: ElementInstance): void {
  takeTrue(turn, node, self, turn.variables(self.scopeKey), { besidePlain: true });
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
  node: Pick<Node, 'elementId' | 'outgoing' | 'defaultFlow'>,
  self: ElementInstance,
  view: VariableView,
  { besidePlain = false, mayBeNone = false }: Taking = {},
): void {
  const taken = new Set<Flow>();
  let held = false;
  for (const flow of node.outgoing) {
    if (flow === node.defaultFlow) continue;
    const test = flow.condition && truth(turn, flow.condition, view);
    if (test ?? true) taken.add(flow);
    held ||= test ?? !besidePlain;
  }
  if (!held && node.defaultFlow) taken.add(node.defaultFlow);
  if (taken.size === 0 && !mayBeNone) noFlow(node);
  for (const flow of node.outgoing) if (taken.has(flow)) turn.take(flow, self);
}

/** Nothing for a node without outgoing flow: its token ends (END-2, GW-EXC-5). */
export function noFlow({ elementId, outgoing }: Pick<Node, 'elementId' | 'outgoing'>): void {
  if (outgoing.length === 0) return;
  fail(
    `Expected a condition of '${elementId}' to be true, or a default flow, but found neither`,
    'CONDITION_ERROR',
  );
}
