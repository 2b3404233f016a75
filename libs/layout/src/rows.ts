import type { Level, LevelEdge, LevelNode } from './level.ts';
import type { Ranking } from './rank.ts';

/** Row of every node within its lane; 0 is the lane's main row, negative ones lie above it. */
export type Rows = ReadonlyMap<string, number>;

const HIGHEST = -3;
const LOWEST = 4;
const PASSES = 12;

const COST = {
  /** A flow that would run over a shape. */
  overShape: 120,
  crossing: 40,
  sharedLine: 60,
  /** Two flows on one corner of a gateway. */
  sharedCorner: 70,
  /** Per row between the ends of a flow. */
  height: 6,
  bend: 10,
  mainFactor: 3,
  /** A node of the main path away from row 0, per row. */
  offMain: 8,
  /** Every row that is used. */
  row: 14,
  aboveMain: 2,
} as const;

interface Leg {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

interface Model {
  readonly level: Level;
  readonly ranking: Ranking;
  readonly placed: readonly LevelNode[];
  readonly edges: readonly LevelEdge[];
  readonly hostOf: ReadonlyMap<string, string>;
  readonly degree: ReadonlyMap<string, { readonly in: number; readonly out: number }>;
  readonly kinds: ReadonlyMap<string, LevelNode['kind']>;
  readonly mainNodes: ReadonlySet<string>;
}

/**
 * Chooses rows by moving one node at a time (or swapping two) as long as the estimated drawing gets better:
 * fewer flows over shapes, crossings and bends, a straight main path, few rows.
 */
export function assignRows(level: Level, ranking: Ranking): Rows {
  const model = modelOf(level, ranking);
  const first = firstRows(model);
  let best: { rows: ReadonlyMap<string, number>; cost: number } = { rows: first, cost: Infinity };
  for (const order of searchOrders(model)) {
    const found = descend(model, new Map(first), order);
    if (found.cost < best.cost) best = found;
  }
  return compactRows(model, best.rows);
}

/** The search ends where no single move helps, which depends on who moves first: several orders are tried. */
function searchOrders({ placed, mainNodes }: Model): readonly (readonly LevelNode[])[] {
  const off = placed.filter(({ id }) => !mainNodes.has(id));
  const on = placed.filter(({ id }) => mainNodes.has(id));
  return [[...off, ...on], [...off].reverse().concat(on), [...placed], [...placed].reverse()];
}

function descend(
  model: Model,
  rows: Map<string, number>,
  order: readonly LevelNode[],
): { rows: Map<string, number>; cost: number } {
  let cost = costOf(model, rows);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = cost;
    for (const node of order) cost = improve(node, model, rows, cost);
    if (cost >= before) break;
  }
  return { rows, cost };
}

function modelOf(level: Level, ranking: Ranking): Model {
  const hostOf = new Map(level.nodes.map(({ id, host }) => [id, host ?? id]));
  const degree = new Map(level.nodes.map(({ id }) => [id, { in: 0, out: 0 }]));
  for (const edge of level.edges) {
    const from = degree.get(edge.from);
    const to = degree.get(edge.to);
    if (from !== undefined) from.out += 1;
    if (to !== undefined) to.in += 1;
  }
  const mainNodes = new Set(
    level.edges.filter(({ id }) => ranking.main.has(id)).flatMap(({ from, to }) => [from, to]),
  );
  return {
    level,
    ranking,
    placed: level.nodes.filter(({ host }) => host === undefined),
    edges: level.edges,
    hostOf,
    degree,
    kinds: new Map(level.nodes.map(({ id, kind }) => [id, kind])),
    mainNodes,
  };
}

/** The main path on row 0; every other node on the free row of its column that is nearest to its predecessor. */
function firstRows(model: Model): Map<string, number> {
  const { placed, ranking, mainNodes } = model;
  const rows = new Map<string, number>();
  const taken = new Set<string>();
  const place = (node: LevelNode, row: number): void => {
    rows.set(node.id, row);
    taken.add(cellKey(node, row, ranking));
  };
  const ordered = [...placed].sort(
    (one, other) => (ranking.ranks.get(one.id) ?? 0) - (ranking.ranks.get(other.id) ?? 0),
  );
  for (const node of ordered) if (mainNodes.has(node.id)) place(node, 0);
  for (const node of ordered) {
    if (rows.has(node.id)) continue;
    const before = model.edges.find(({ to, id }) => to === node.id && !ranking.back.has(id));
    const wanted = rows.get(before === undefined ? '' : (model.hostOf.get(before.from) ?? '')) ?? 0;
    const candidates = [0, 1, -1, 2, -2, 3, -3, 4].map((offset) => wanted + offset);
    const free = candidates.find(
      (row) => row >= HIGHEST && row <= LOWEST && !taken.has(cellKey(node, row, ranking)),
    );
    place(node, free ?? nextFreeRow(node, taken, ranking));
  }
  return rows;
}

function nextFreeRow(node: LevelNode, taken: ReadonlySet<string>, ranking: Ranking): number {
  let row = LOWEST + 1;
  while (taken.has(cellKey(node, row, ranking))) row += 1;
  return row;
}

function cellKey(node: LevelNode, row: number, { ranks }: Ranking): string {
  return `${ranks.get(node.id) ?? 0}|${node.lane}|${row}`;
}

function improve(node: LevelNode, model: Model, rows: Map<string, number>, best: number): number {
  const own = rows.get(node.id) ?? 0;
  let cost = best;
  let kept = own;
  for (let row = HIGHEST; row <= LOWEST; row += 1) {
    if (row === kept) continue;
    const occupant = model.placed.find(
      (other) =>
        other.id !== node.id &&
        other.lane === node.lane &&
        model.ranking.ranks.get(other.id) === model.ranking.ranks.get(node.id) &&
        rows.get(other.id) === row,
    );
    rows.set(node.id, row);
    if (occupant !== undefined) rows.set(occupant.id, kept);
    const candidate = costOf(model, rows);
    if (candidate < cost) {
      cost = candidate;
      kept = row;
    } else {
      rows.set(node.id, kept);
      if (occupant !== undefined) rows.set(occupant.id, row);
    }
  }
  return cost;
}

function costOf(model: Model, rows: Map<string, number>): number {
  const { level, ranking, placed, edges } = model;
  const extents = level.lanes.map(() => ({ top: 0, bottom: 0, used: new Set<number>() }));
  for (const { id, lane } of placed) {
    const row = rows.get(id) ?? 0;
    const extent = extents[lane];
    if (extent === undefined) continue;
    extent.top = Math.min(extent.top, row);
    extent.bottom = Math.max(extent.bottom, row);
    extent.used.add(row);
  }
  const zero: number[] = [];
  let offset = 0;
  let cost = 0;
  for (const { top, bottom, used } of extents) {
    zero.push(offset - top);
    offset += bottom - top + 1;
    cost += used.size * COST.row;
  }
  const yOf = new Map(placed.map(({ id, lane }) => [id, (zero[lane] ?? 0) + (rows.get(id) ?? 0)]));
  const cells = new Set(placed.map(({ id }) => `${ranking.ranks.get(id) ?? 0}|${yOf.get(id) ?? 0}`));
  for (const { id } of placed) {
    const row = rows.get(id) ?? 0;
    if (model.mainNodes.has(id)) cost += Math.abs(row) * COST.offMain;
    if (row < 0) cost += COST.aboveMain;
  }
  const routes = edges.map((edge) => {
    const legs = legsOf(edge, model, yOf, cells);
    const weight = ranking.main.has(edge.id) ? COST.mainFactor : 1;
    cost += weight * legs.reduce((sum, leg) => sum + Math.abs(leg.y1 - leg.y2) * COST.height, 0);
    cost += weight * (legs.length - 1) * COST.bend;
    cost += legs.reduce((sum, leg) => sum + hits(leg, cells) * COST.overShape, 0);
    return legs;
  });
  return cost + conflicts(routes, edges) + cornerCost(model, routes);
}

/** Flows of a gateway that would use the same corner: each corner should have one. */
function cornerCost({ edges, kinds }: Model, routes: readonly (readonly Leg[])[]): number {
  const used = new Map<string, number>();
  let cost = 0;
  const use = (gateway: string, corner: string): void => {
    const key = `${gateway}|${corner}`;
    const before = used.get(key) ?? 0;
    used.set(key, before + 1);
    cost += before * COST.sharedCorner;
  };
  edges.forEach(({ from, to }, index) => {
    const first = routes[index]?.[0];
    const last = routes[index]?.at(-1);
    if (first === undefined || last === undefined) return;
    if (kinds.get(from) === 'gateway') use(from, cornerTowards(first.x2 - first.x1, first.y2 - first.y1));
    if (kinds.get(to) === 'gateway') use(to, cornerTowards(last.x1 - last.x2, last.y1 - last.y2));
  });
  return cost;
}

function cornerTowards(dx: number, dy: number): string {
  if (dx !== 0) return dx > 0 ? 'right' : 'left';
  return dy > 0 ? 'bottom' : 'top';
}

/** How a flow will probably run: gateways are left and reached upright, activities level. */
function legsOf(
  edge: LevelEdge,
  model: Model,
  yOf: ReadonlyMap<string, number>,
  cells: ReadonlySet<string>,
): Leg[] {
  const { ranking, hostOf, degree, kinds } = model;
  const from = hostOf.get(edge.from) ?? edge.from;
  const to = hostOf.get(edge.to) ?? edge.to;
  const x1 = ranking.ranks.get(from) ?? 0;
  const x2 = ranking.ranks.get(to) ?? 0;
  const y1 = yOf.get(from) ?? 0;
  const y2 = yOf.get(to) ?? 0;
  if (ranking.back.has(edge.id)) return backLegs(x1, y1, x2, y2, cells);
  const attached = from !== edge.from;
  if (y1 === y2 && !attached) {
    const straight = [{ x1, x2, y1, y2 }];
    return count(straight, cells) === 0 ? straight : backLegs(x1, y1, x2, y2, cells);
  }
  const upright: Leg[] = [
    { x1, x2: x1, y1, y2 },
    { x1, x2, y1: y2, y2 },
  ];
  if (attached) return upright;
  const level: Leg[] = [
    { x1, x2, y1, y2: y1 },
    { x1: x2, x2, y1, y2 },
  ];
  const splits = kinds.get(from) === 'gateway' && (degree.get(from)?.out ?? 0) > 1;
  const merges = kinds.get(to) === 'gateway' && (degree.get(to)?.in ?? 0) > 1;
  if (splits && merges) return count(upright, cells) <= count(level, cells) ? upright : level;
  if (splits) return upright;
  if (merges) return level;
  return [
    { x1, x2: x2 - 0.5, y1, y2: y1 },
    { x1: x2 - 0.5, x2: x2 - 0.5, y1, y2 },
    { x1: x2 - 0.5, x2, y1: y2, y2 },
  ];
}

/** A loop, or a way around shapes, runs between two rows: above both ends or below, where less is in the way. */
function backLegs(x1: number, y1: number, x2: number, y2: number, cells: ReadonlySet<string>): Leg[] {
  const over = (y: number): Leg[] => [
    { x1, x2: x1, y1, y2: y },
    { x1, x2, y1: y, y2: y },
    { x1: x2, x2, y1: y, y2 },
  ];
  const above = over(Math.min(y1, y2) - 0.5);
  const below = over(Math.max(y1, y2) + 0.5);
  return count(above, cells) <= count(below, cells) ? above : below;
}

function count(legs: readonly Leg[], cells: ReadonlySet<string>): number {
  return legs.reduce((sum, leg) => sum + hits(leg, cells), 0);
}

/** Shapes strictly between the ends of a leg. */
function hits({ x1, x2, y1, y2 }: Leg, cells: ReadonlySet<string>): number {
  let found = 0;
  if (y1 === y2 && Number.isInteger(y1)) {
    for (let x = Math.floor(Math.min(x1, x2)) + 1; x < Math.max(x1, x2); x += 1) {
      if (cells.has(`${x}|${y1}`)) found += 1;
    }
  } else if (x1 === x2 && Number.isInteger(x1)) {
    for (let y = Math.floor(Math.min(y1, y2)) + 1; y < Math.max(y1, y2); y += 1) {
      if (cells.has(`${x1}|${y}`)) found += 1;
    }
  }
  return found;
}

function conflicts(routes: readonly (readonly Leg[])[], edges: readonly LevelEdge[]): number {
  let cost = 0;
  for (let one = 0; one < routes.length; one += 1) {
    for (let other = one + 1; other < routes.length; other += 1) {
      const related = edges[one]?.from === edges[other]?.from || edges[one]?.to === edges[other]?.to;
      for (const leg of routes[one] ?? []) {
        for (const against of routes[other] ?? []) cost += conflict(leg, against, related);
      }
    }
  }
  return cost;
}

function conflict(one: Leg, other: Leg, related: boolean): number {
  const oneLevel = one.y1 === one.y2;
  const otherLevel = other.y1 === other.y2;
  if (oneLevel !== otherLevel) {
    const level = oneLevel ? one : other;
    const upright = oneLevel ? other : one;
    const crosses =
      upright.x1 > Math.min(level.x1, level.x2) &&
      upright.x1 < Math.max(level.x1, level.x2) &&
      level.y1 > Math.min(upright.y1, upright.y2) &&
      level.y1 < Math.max(upright.y1, upright.y2);
    return crosses ? COST.crossing : 0;
  }
  if (related) return 0;
  const shared = oneLevel
    ? one.y1 === other.y1 && Number.isInteger(one.y1)
      ? Math.min(Math.max(one.x1, one.x2), Math.max(other.x1, other.x2)) -
        Math.max(Math.min(one.x1, one.x2), Math.min(other.x1, other.x2))
      : 0
    : one.x1 === other.x1 && Number.isInteger(one.x1)
      ? Math.min(Math.max(one.y1, one.y2), Math.max(other.y1, other.y2)) -
        Math.max(Math.min(one.y1, one.y2), Math.min(other.y1, other.y2))
      : 0;
  return shared > 0 ? COST.sharedLine : 0;
}

/** Rows in use moved together, the order kept and 0 staying 0. */
function compactRows({ placed, level }: Model, rows: ReadonlyMap<string, number>): Rows {
  const compacted = new Map<string, number>();
  level.lanes.forEach((_, lane) => {
    const own = placed.filter((node) => node.lane === lane);
    const used = [...new Set([0, ...own.map(({ id }) => rows.get(id) ?? 0)])].sort(
      (one, other) => one - other,
    );
    const zero = used.indexOf(0);
    for (const { id } of own) compacted.set(id, used.indexOf(rows.get(id) ?? 0) - zero);
  });
  return compacted;
}
