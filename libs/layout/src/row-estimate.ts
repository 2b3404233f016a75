import { conflictsOf, type FlowShape, type Leg, legsBetween, type Occupied, shapesUnder } from './legs.ts';
import type { Level, LevelNode } from './level.ts';
import type { Ranking } from './rank.ts';

const COST = {
  /** A flow that would run over a shape. */
  overShape: 120,
  crossing: 40,
  sharedLine: 60,
  /** Two flows on one corner of a gateway. */
  sharedCorner: 70,
  /** Per row between the ends of a flow. */
  height: 6,
  /** The same from lane to lane: a row more in a lane brings its nodes no nearer to the next. */
  heightAcrossLanes: 1,
  bend: 10,
  mainFactor: 3,
  /** A node of the main path away from row 0, per row. */
  offMain: 8,
  /** Every row that is used. */
  row: 14,
  aboveMain: 2,
} as const;

/** Lanes lie so far apart that rows of one never meet rows of the next. */
const LANE_STRIDE = 64;
const COLUMN_STRIDE = 100_000;

interface Flow {
  readonly from: number;
  readonly to: number;
  readonly fromId: string;
  readonly toId: string;
  readonly fromGateway: boolean;
  readonly toGateway: boolean;
  readonly weight: number;
  readonly shape: FlowShape;
}

/** Nodes that stand in the grid themselves; events on borders go with their hosts. */
export interface RowModel {
  readonly nodes: readonly LevelNode[];
  readonly columns: readonly number[];
  readonly onMain: readonly boolean[];
  readonly flows: readonly Flow[];
}

export function rowModel(level: Level, ranking: Ranking): RowModel {
  const nodes = level.nodes.filter(({ host }) => host === undefined);
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  for (const { id, host } of level.nodes) {
    const number = host === undefined ? undefined : numbers.get(host);
    if (number !== undefined) numbers.set(id, number);
  }
  const gateways = new Set(level.nodes.flatMap(({ id, kind }) => (kind === 'gateway' ? [id] : [])));
  const ways = (side: 'from' | 'to', id: string): number =>
    level.edges.filter((edge) => edge[side] === id).length;
  const flows = level.edges.flatMap((edge): Flow[] => {
    const from = numbers.get(edge.from);
    const to = numbers.get(edge.to);
    if (from === undefined || to === undefined) return [];
    const fromGateway = gateways.has(edge.from);
    const toGateway = gateways.has(edge.to);
    return [
      {
        from,
        to,
        fromId: edge.from,
        toId: edge.to,
        fromGateway,
        toGateway,
        weight: ranking.main.has(edge.id) ? COST.mainFactor : 1,
        shape: {
          attached: nodes[from]?.id !== edge.from,
          back: ranking.back.has(edge.id),
          splits: fromGateway && ways('from', edge.from) > 1,
          merges: toGateway && ways('to', edge.to) > 1,
        },
      },
    ];
  });
  const main = new Set(
    level.edges.filter(({ id }) => ranking.main.has(id)).flatMap(({ from, to }) => [from, to]),
  );
  return {
    nodes,
    columns: nodes.map(({ id }) => ranking.ranks.get(id) ?? 0),
    onMain: nodes.map(({ id }) => main.has(id)),
    flows,
  };
}

export interface Move {
  readonly node: number;
  readonly row: number;
}

/** A guess of how good a drawing will be, kept up to date while nodes move from row to row. */
export interface RowEstimate {
  readonly rows: readonly number[];
  readonly cost: () => number;
  /** Makes the moves if they make it better; tells whether they did. */
  readonly tryMoves: (moves: readonly Move[]) => boolean;
}

export function createRowEstimate(model: RowModel, first: readonly number[]): RowEstimate {
  const rows = [...first];
  const cells = new Map<number, number>();
  const y = (node: number): number => (model.nodes[node]?.lane ?? 0) * LANE_STRIDE + (rows[node] ?? 0);
  const cell = (column: number, row: number): number => column * COLUMN_STRIDE + row;
  const occupied: Occupied = (column, row) => (cells.get(cell(column, row)) ?? 0) > 0;
  const stand = (node: number, by: 1 | -1): void => {
    const key = cell(model.columns[node] ?? 0, y(node));
    cells.set(key, (cells.get(key) ?? 0) + by);
  };
  const put = (moves: readonly Move[]): void => {
    for (const { node } of moves) stand(node, -1);
    for (const { node, row } of moves) rows[node] = row;
    for (const { node } of moves) stand(node, 1);
  };
  model.nodes.forEach((_, node) => {
    stand(node, 1);
  });
  const legsOf = (flow: Flow): readonly Leg[] =>
    legsBetween(
      flow.shape,
      model.columns[flow.from] ?? 0,
      y(flow.from),
      model.columns[flow.to] ?? 0,
      y(flow.to),
      occupied,
    );
  const flowCost = (flow: Flow, own: readonly Leg[]): number => {
    const height = own.reduce((sum, leg) => sum + Math.abs(leg.y1 - leg.y2), 0);
    const sameLane = model.nodes[flow.from]?.lane === model.nodes[flow.to]?.lane;
    const heightCost = sameLane ? flow.weight * height * COST.height : height * COST.heightAcrossLanes;
    return (
      heightCost + flow.weight * (own.length - 1) * COST.bend + shapesUnder(own, occupied) * COST.overShape
    );
  };
  const legs = model.flows.map(legsOf);
  const costs = model.flows.map((flow, number) => flowCost(flow, legs[number] ?? []));
  const passing = flowsByColumn(model);
  let pairs = conflictCost(model, legs, undefined);
  let flowsTotal = costs.reduce((sum, cost) => sum + cost, 0);
  let total = pairs + flowsTotal + cornerCost(model, legs) + nodeCost(model, rows);
  const tryMoves = (moves: readonly Move[]): boolean => {
    const undo = moves.map(({ node }) => ({ node, row: rows[node] ?? 0 }));
    put(moves);
    // Only flows that begin, end or pass in the columns of the moved nodes can run otherwise now.
    const near = [...new Set(moves.flatMap(({ node }) => passing.get(model.columns[node] ?? 0) ?? []))];
    const before = near.map((number) => ({ number, legs: legs[number] ?? [], cost: costs[number] ?? 0 }));
    const changed = new Set<number>();
    let flowsNow = flowsTotal;
    for (const old of before) {
      const flow = model.flows[old.number];
      if (flow === undefined) continue;
      const moved = legsOf(flow);
      costs[old.number] = flowCost(flow, moved);
      flowsNow += (costs[old.number] ?? 0) - old.cost;
      if (!sameLegs(old.legs, moved)) changed.add(old.number);
    }
    const without = conflictCost(model, legs, changed);
    for (const number of changed) {
      const flow = model.flows[number];
      if (flow !== undefined) legs[number] = legsOf(flow);
    }
    const pairsNow = pairs - without + conflictCost(model, legs, changed);
    const cost = pairsNow + flowsNow + cornerCost(model, legs) + nodeCost(model, rows);
    if (cost < total) {
      pairs = pairsNow;
      flowsTotal = flowsNow;
      total = cost;
      return true;
    }
    put(undo);
    for (const old of before) {
      legs[old.number] = old.legs;
      costs[old.number] = old.cost;
    }
    return false;
  };
  return { rows, cost: () => total, tryMoves };
}

/** Flows whose columns, from the first to the last, include a column. */
function flowsByColumn({ flows, columns }: RowModel): Map<number, number[]> {
  const passing = new Map<number, number[]>();
  flows.forEach(({ from, to }, number) => {
    const ends = [columns[from] ?? 0, columns[to] ?? 0];
    for (let column = Math.min(...ends); column <= Math.max(...ends); column += 1) {
      const list = passing.get(column);
      if (list === undefined) passing.set(column, [number]);
      else list.push(number);
    }
  });
  return passing;
}

function sameLegs(one: readonly Leg[] | undefined, other: readonly Leg[] | undefined): boolean {
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return one.every((leg, index) => {
    const against = other[index];
    return (
      against !== undefined &&
      leg.x1 === against.x1 &&
      leg.x2 === against.x2 &&
      leg.y1 === against.y1 &&
      leg.y2 === against.y2
    );
  });
}

/** Rows that are used, and nodes away from where they would best stand. */
function nodeCost(model: RowModel, rows: readonly number[]): number {
  let cost = 0;
  const used = new Set<number>();
  model.nodes.forEach(({ lane }, node) => {
    const row = rows[node] ?? 0;
    used.add(lane * LANE_STRIDE + row);
    if (model.onMain[node] === true) cost += Math.abs(row) * COST.offMain;
    if (row < 0) cost += COST.aboveMain;
  });
  return cost + used.size * COST.row;
}

/** Flows of a gateway that would use the same corner: each corner should have one. */
function cornerCost({ flows, nodes }: RowModel, legs: readonly (readonly Leg[])[]): number {
  const used = new Uint8Array(nodes.length * 4);
  let cost = 0;
  const use = (gateway: number, dx: number, dy: number): void => {
    const corner = gateway * 4 + (dx !== 0 ? (dx > 0 ? 0 : 1) : dy > 0 ? 2 : 3);
    const before = used[corner] ?? 0;
    used[corner] = before + 1;
    cost += before * COST.sharedCorner;
  };
  flows.forEach(({ from, to, fromGateway, toGateway }, number) => {
    const own = legs[number] ?? [];
    const first = own[0];
    const last = own[own.length - 1];
    if (first === undefined || last === undefined) return;
    if (fromGateway) use(from, first.x2 - first.x1, first.y2 - first.y1);
    if (toGateway) use(to, last.x1 - last.x2, last.y1 - last.y2);
  });
  return cost;
}

/** Crossings and shared lines of all pairs of flows, or of those with a flow of `among`. */
function conflictCost(
  { flows }: RowModel,
  legs: readonly (readonly Leg[])[],
  among: ReadonlySet<number> | undefined,
): number {
  let cost = 0;
  const add = (one: number, other: number): void => {
    const a = flows[one];
    const b = flows[other];
    if (a === undefined || b === undefined) return;
    const related = a.fromId === b.fromId || a.toId === b.toId;
    const found = conflictsOf(legs[one] ?? [], legs[other] ?? [], related);
    cost += found.crossings * COST.crossing + found.sharedLines * COST.sharedLine;
  };
  if (among === undefined) {
    for (let one = 0; one < flows.length; one += 1) {
      for (let other = one + 1; other < flows.length; other += 1) add(one, other);
    }
    return cost;
  }
  for (const one of among) {
    for (let other = 0; other < flows.length; other += 1) {
      if (other !== one && !(among.has(other) && other < one)) add(one, other);
    }
  }
  return cost;
}
