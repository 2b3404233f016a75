import type { ElementKind, FlowId, Node, NodeId } from '@iter/engine-core';
import { elementAt } from './diagram-reader.ts';
import { nodeOf, type Draft, type Drafts } from './draft.ts';

const joining: readonly ElementKind[] = ['inclusive-gateway', 'complex-gateway'];

/**
 * For each inclusive and complex join and each of its incoming flows: the nodes from which that flow can be
 * reached without visiting the join. Boundary events follow their activity, a link catch its throws; no path
 * crosses a scope (GW-INC-2, GW-INC-8).
 */
export function findReach(drafts: Drafts): void {
  for (const join of drafts.nodes.values()) {
    if (!joining.includes(join.kind)) continue;
    join.reach = new Map<FlowId, ReadonlySet<NodeId>>(
      join.incoming.map(({ id, source }) => [id, backwards(source, join, drafts)]),
    );
  }
}

function backwards(from: Node, join: Draft, drafts: Drafts): Set<NodeId> {
  const found = new Set<NodeId>();
  const open = [from];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node === join || found.has(node.id)) continue;
    found.add(node.id);
    open.push(...before(node, drafts));
  }
  return found;
}

function before(node: Node, { nodes, sources }: Drafts): Node[] {
  const flows = node.incoming.map(({ source }) => source);
  if (node.kind === 'boundary-event') {
    const host = elementAt(sources.get(node as Draft), 'attachedToRef');
    const attached = nodes.get(host?.id ?? '');
    return attached ? [...flows, nodeOf(attached)] : flows;
  }
  const link = linkOf(node);
  if (link === undefined) return flows;
  const throwsIt = ({ model }: Node): boolean =>
    model !== undefined &&
    'throws' in model &&
    model.throws.some((one) => 'what' in one && one.what === 'link' && one.name === link);
  return [...flows, ...(node.parent?.children.filter(throwsIt) ?? [])];
}

/** Name of the link whose throws come to a node. */
export function linkOf({ model }: Pick<Node, 'model'>): string | undefined {
  return model && 'link' in model ? model.link : undefined;
}
