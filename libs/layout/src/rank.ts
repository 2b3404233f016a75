import type { Level, LevelEdge } from './level.ts';

export interface Ranking {
  /** Column of every node, from 0. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Edges that lead back to an earlier column. */
  readonly back: ReadonlySet<string>;
  /** Edges of the longest way from the first start to an end: drawn as straight as can be. */
  readonly main: ReadonlySet<string>;
}

interface Arc {
  readonly edge: LevelEdge | undefined;
  readonly from: string;
  readonly to: string;
  /** Columns from one to the other, at least. */
  readonly length: number;
}

/** Sets the nodes into columns so that every flow but those of loops leads to the right. */
export function rankNodes(level: Level): Ranking {
  const arcs = arcsOf(level);
  const order = level.nodes.filter(({ host }) => host === undefined).map(({ id }) => id);
  const back = backArcs(order, arcs);
  const forward = arcs.filter((arc) => !back.has(arc));
  const ranks = longestPaths(order, forward);
  for (const node of level.nodes) {
    if (node.host !== undefined) ranks.set(node.id, ranks.get(node.host) ?? 0);
  }
  const backEdges = new Set([...back].flatMap(({ edge }) => edge?.id ?? []));
  const attached = new Set(level.nodes.flatMap(({ id, host }) => (host === undefined ? [] : [id])));
  const main = forward.filter(({ edge }) => edge === undefined || !attached.has(edge.from));
  return { ranks, back: backEdges, main: mainPath(order, main) };
}

/** Edges between columns; what leaves an event on a border leaves its host. */
function arcsOf(level: Level): Arc[] {
  const hostOf = new Map(level.nodes.map(({ id, host }) => [id, host ?? id]));
  const gateways = new Set(level.nodes.flatMap(({ id, kind }) => (kind === 'gateway' ? [id] : [])));
  const branches = groupBy(level.edges, ({ from }) => from);
  return level.edges.map((edge) => {
    // Between a gateway of three branches and the next there is a column for what the others lead to.
    const wide =
      gateways.has(edge.to) && gateways.has(edge.from) && (branches.get(edge.from)?.length ?? 0) > 2;
    return {
      edge,
      from: hostOf.get(edge.from) ?? edge.from,
      to: hostOf.get(edge.to) ?? edge.to,
      length: wide ? 2 : 1,
    };
  });
}

/** Arcs that close a cycle, found by walking from the starts in the order of the nodes. */
function backArcs(order: readonly string[], arcs: readonly Arc[]): Set<Arc> {
  const outgoing = groupBy(arcs, ({ from }) => from);
  const targets = new Set(arcs.map(({ to }) => to));
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<Arc>();
  const walk = (start: string): void => {
    const stack: { id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const arc = outgoing.get(frame.id)?.[frame.next];
      frame.next += 1;
      if (arc === undefined) {
        state.set(frame.id, 'done');
        stack.pop();
      } else if (state.get(arc.to) === 'open') {
        back.add(arc);
      } else if (!state.has(arc.to)) {
        state.set(arc.to, 'open');
        stack.push({ id: arc.to, next: 0 });
      }
    }
  };
  for (const id of order) if (!targets.has(id) && !state.has(id)) walk(id);
  for (const id of order) if (!state.has(id)) walk(id);
  return back;
}

function longestPaths(order: readonly string[], arcs: readonly Arc[]): Map<string, number> {
  const ranks = new Map(order.map((id) => [id, 0]));
  const outgoing = groupBy(arcs, ({ from }) => from);
  const waiting = new Map(order.map((id) => [id, arcs.filter(({ to }) => to === id).length]));
  const ready = order.filter((id) => waiting.get(id) === 0);
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    for (const { to, length } of outgoing.get(id) ?? []) {
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + length));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return ranks;
}

/** The way that, at every fork, takes the branch with the most columns before it; never from an event on a border. */
function mainPath(order: readonly string[], arcs: readonly Arc[]): Set<string> {
  const outgoing = groupBy(arcs, ({ from }) => from);
  const reach = new Map<string, number>();
  const reachOf = (id: string): number => {
    const known = reach.get(id);
    if (known !== undefined) return known;
    const far = Math.max(0, ...(outgoing.get(id) ?? []).map(({ to }) => reachOf(to) + 1));
    reach.set(id, far);
    return far;
  };
  const path = new Set<string>();
  const targets = new Set(arcs.map(({ to }) => to));
  let id = order.find((candidate) => !targets.has(candidate)) ?? order[0];
  while (id !== undefined) {
    const ways: readonly Arc[] = outgoing.get(id) ?? [];
    const best = ways.reduce<Arc | undefined>(
      (found, arc) => (found === undefined || reachOf(arc.to) > reachOf(found.to) ? arc : found),
      undefined,
    );
    if (best?.edge !== undefined) path.add(best.edge.id);
    id = best?.to;
  }
  return path;
}

export function groupBy<Value, Key>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
