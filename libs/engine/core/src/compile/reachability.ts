import type { FlowId, Node, NodeId } from '../graph/process-graph.ts';
import type { Draft, Drafts } from './draft.ts';
import type { ElementSource } from './sources.ts';

/**
 * For each inclusive and complex join and each of its incoming flows: the nodes from which that flow can be
 * reached without visiting the join. Boundary events follow their activity, a link catch its throws; no path
 * crosses a scope (GW-INC-2, GW-INC-8).
 */
export function findReach(drafts: Drafts): void {
  for (const join of drafts.nodes.values()) {
    const { joins } = join.element;
    if (joins !== 'every-reachable-flow' && joins !== 'activation-condition') continue;
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
    const host = sources.get(node as Draft)?.get('attachedToRef') as ElementSource | undefined;
    const attached = nodes.get(host?.id ?? '');
    return attached ? [...flows, attached] : flows;
  }
  const link = linkOf(node);
  if (link === undefined || node.kind !== 'intermediate-catch-event') return flows;
  const throws = node.parent?.children.filter((other) => other !== node && linkOf(other) === link) ?? [];
  return [...flows, ...throws];
}

function linkOf(node: Node): string | undefined {
  return (node.model as { readonly link?: string } | undefined)?.link;
}
