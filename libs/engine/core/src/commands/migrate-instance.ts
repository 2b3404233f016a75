import { specIn } from '../frame/catch-of-wait.ts';
import { openCatches } from '../frame/catches.ts';
import { attempt } from '../frame/incidents.ts';
import type { ElementId, Node, NodeId, ProcessGraph } from '../graph/process-graph.ts';
import type { ElementInstance, InstanceState } from '../state/instance-state.ts';
import type { Wait } from '../state/wait.ts';
import { runTurn } from '../turn/advance.ts';
import type { Env } from '../turn/env.ts';
import type { Outcome } from '../turn/outcome.ts';
import { Turn } from '../turn/turn.ts';
import { reject } from './command.ts';

/** Element of the present version → element of the target; elements that are not named keep their id. */
export type MigrationMapping = ReadonlyMap<ElementId, ElementId>;

/** What does not fit, "Expected …, but …"; nothing: the instance can be migrated. A dry run. */
export function checkMigration(
  source: ProcessGraph,
  target: ProcessGraph,
  state: InstanceState,
  mapping: MigrationMapping,
): string[] {
  const problems: string[] = [];
  const becomes = (nodeId: NodeId): NodeId => mapped(nodeId, mapping, source, target);
  if (state.status !== 'active' && state.status !== 'suspended')
    problems.push(`Expected a running instance, but it is ${state.status}`);
  if (state.parked.length > 0)
    problems.push('Expected the instance to be at rest, but steps of a long turn are left');
  for (const { nodeId, scopeKey, key } of state.elements.values()) {
    const kind = source.nodes.get(nodeId)?.kind;
    const to = target.nodes.get(becomes(nodeId));
    const scope = state.elements.get(scopeKey);
    if (!to) problems.push(`Expected an element for '${nodeId}' (${key}) in the target, but there is none`);
    else if (to.kind !== kind) problems.push(`Expected '${to.id}' to be a ${kind}, but it is a ${to.kind}`);
    else if (scope && to.parent?.id !== becomes(scope.nodeId))
      problems.push(
        `Expected '${to.id}' to lie in the scope that '${scope.nodeId}' becomes, but it does not`,
      );
  }
  for (const nodes of state.joins.values())
    for (const [nodeId, flows] of nodes)
      for (const id of flows.keys())
        if (target.flows.get(id)?.target.id !== nodeId)
          problems.push(
            `Expected flow '${id}' to lead to '${nodeId}' in the target, where it waits, but it does not`,
          );
  for (const { nodeId } of state.compensations.values())
    if (!target.nodes.has(becomes(nodeId)))
      problems.push(`Expected completed '${nodeId}' to be in the target for its compensation, but it is not`);
  return problems;
}

/**
 * Moves a running instance to another version: element instances, tasks and jobs stay what they are; events that
 * are waited for stay where the target waits for them too, the others are closed, new ones are opened.
 * Nothing moves unless all fits.
 */
export function migrateInstance(
  source: ProcessGraph,
  target: ProcessGraph,
  state: InstanceState,
  plan: { readonly definitionKey: string; readonly mapping: MigrationMapping },
  env: Env,
): Outcome {
  const { definitionKey, mapping } = plan;
  return runTurn(new Turn(target, state, env), 0, (turn) => {
    const problems = checkMigration(source, target, state, mapping);
    if (problems.length > 0) reject('INVALID_STATE', problems.join('; '));
    const waits = [...state.waits.values()].map(
      (wait) => [wait, specIn(ownerNode(source, state, wait), wait)] as const,
    );
    turn.emit({ type: 'instance-migrated', definitionKey });
    for (const { key, nodeId } of state.elements.values()) {
      const to = target.nodes.get(mapped(nodeId, mapping, source, target));
      if (to) turn.emit({ type: 'element-migrated', key, nodeId: to.id, elementId: to.elementId });
    }
    for (const [wait, was] of waits) {
      const elementId = mapping.get(wait.elementId) ?? wait.elementId;
      const now = specIn(ownerNode(target, state, wait), { ...wait, elementId });
      if ('definition' in wait && (!now || now.role !== was?.role || now.trigger.on !== was.trigger.on))
        turn.emit({ type: 'wait-closed', key: wait.key, reason: 'canceled' });
      else turn.emit({ type: 'wait-migrated', key: wait.key, elementId });
    }
    for (const self of state.elements.values()) openNew(turn, self);
  });
}

/** Catches that the target has and that are not yet waited for. */
function openNew(turn: Turn, self: ElementInstance): void {
  if (self.status !== 'activated' || self.interruption) return;
  const node = turn.nodeOf(self);
  const open = turn.waitsOf(self.key).map((wait) => specIn(node, wait));
  const fresh = node.catches.filter((spec) => spec.role !== 'self' && !open.includes(spec));
  attempt(turn, self.key, () => openCatches(turn, self, fresh));
}

function ownerNode(graph: ProcessGraph, state: InstanceState, { owner }: Wait): Node | undefined {
  return graph.nodes.get(state.elements.get(owner)?.nodeId ?? '');
}

/** The node an element becomes; the process becomes the process, whatever its id. */
function mapped(
  nodeId: NodeId,
  mapping: MigrationMapping,
  source: ProcessGraph,
  target: ProcessGraph,
): NodeId {
  if (nodeId === source.root.id) return target.root.id;
  const [elementId = '', inner] = nodeId.split('#');
  const to = mapping.get(elementId) ?? elementId;
  return inner === undefined ? to : `${to}#${inner}`;
}
