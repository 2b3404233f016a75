import type { Flow, ProcessGraph } from '@iter/engine-core';

/** Conditions of the flows that lead, from each gateway, the shortest way to what is wanted. */
export function conditionsTowards(graph: ProcessGraph, wanted: ReadonlySet<string>): string[] {
  const distances = distancesTo(graph, wanted);
  const distanceOf = ({ id, target }: Flow): number =>
    wanted.has(id) ? 0 : 1 + (distances.get(target.id) ?? Number.POSITIVE_INFINITY);
  return [...graph.nodes.values()].flatMap(({ outgoing }) => {
    const nearest = Math.min(...outgoing.map(distanceOf));
    return outgoing.flatMap((flow) =>
      Number.isFinite(nearest) &&
      distanceOf(flow) === nearest &&
      flow.condition !== undefined &&
      'source' in flow.condition
        ? [flow.condition.source]
        : [],
    );
  });
}

/** How many steps lie between each node and the nearest wanted node or flow. */
function distancesTo({ nodes, flows }: ProcessGraph, wanted: ReadonlySet<string>): Map<string, number> {
  const before = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    before.set(to, [...(before.get(to) ?? []), from]);
  };
  for (const { source, target } of flows.values()) link(source.id, target.id);
  for (const node of nodes.values()) {
    for (const { role, node: event } of node.catches) if (role === 'boundary') link(node.id, event.id);
    for (const child of node.children) link(node.id, child.id);
  }
  const distances = new Map<string, number>();
  for (const id of nodes.keys()) if (wanted.has(id)) distances.set(id, 0);
  for (const { id, source } of flows.values()) if (wanted.has(id)) distances.set(source.id, 0);
  for (const [id, distance] of distances) {
    for (const earlier of before.get(id) ?? []) {
      if (!distances.has(earlier)) distances.set(earlier, distance + 1);
    }
  }
  return distances;
}
