import type { Grid } from './grid.ts';
import { createHeap } from './heap.ts';
import type { LevelNode } from './level.ts';

/** A connection to be led along the grid: to a node, or to the upper or lower edge of the surface. */
export interface Wire {
  readonly id: string;
  readonly from: string;
  /** A node; empty where the wire leads to an edge of the surface. */
  readonly to: string;
  readonly edge: 'above' | 'below' | undefined;
  readonly kind: 'sequence' | 'message';
  readonly back: boolean;
}

/** The bends of a wire as positions of grid lines, both ends included. */
export type Path = readonly GridPoint[];
export interface GridPoint {
  readonly x: number;
  readonly y: number;
}

const RIGHT = 0;
const DOWN = 1;
const LEFT = 2;
const UP = 3;
const DX = [1, 0, -1, 0] as const;
const DY = [0, 1, 0, -1] as const;

const COST = {
  bend: 28,
  crossing: 70,
  messageCrossing: 25,
  /** Two flows of one source or target that run on one line for a while. */
  related: 130,
  /** Two flows that have nothing to do with each other on one line, or touching at a bend. */
  unrelated: 5000,
  backwards: 0.6,
} as const;

interface Visit {
  readonly wire: number;
  readonly bend: boolean;
  readonly level: boolean;
}

interface Board {
  readonly grid: Grid;
  readonly width: number;
  readonly wires: readonly Wire[];
  readonly nodes: ReadonlyMap<string, LevelNode>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly visits: Visit[][];
  /** Wires on the step to the right of, and below, each vertex. */
  readonly levelSteps: number[][];
  readonly uprightSteps: number[][];
}

const REROUTES = 2;

/** Leads every wire along the grid; then takes each one up again and leads it anew among the others. */
export function routeWires(
  wires: readonly Wire[],
  nodes: readonly LevelNode[],
  grid: Grid,
): Map<string, Path> {
  const size = grid.xs.length * grid.ys.length;
  const board: Board = {
    grid,
    width: grid.xs.length,
    wires,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    numbers: new Map(nodes.map((node, index) => [node.id, index + 1])),
    visits: Array.from({ length: size }, () => []),
    levelSteps: Array.from({ length: size }, () => []),
    uprightSteps: Array.from({ length: size }, () => []),
  };
  const order = routingOrder(wires, grid);
  const paths = new Map<string, Path>();
  for (let round = 0; round <= REROUTES; round += 1) {
    for (const number of order) {
      const wire = wires[number];
      if (wire === undefined) continue;
      const old = paths.get(wire.id);
      if (old !== undefined) mark(board, number, old, false);
      const path = findPath(board, number, wire);
      paths.set(wire.id, path);
      mark(board, number, path, true);
    }
  }
  return paths;
}

/** Straight neighbors first, then by distance; loops and messages last, since they can go around. */
function routingOrder(wires: readonly Wire[], { spots }: Grid): number[] {
  const weight = ({ from, to, kind, back }: Wire): number => {
    const start = spots.get(from);
    const end = spots.get(to);
    if (start === undefined || end === undefined) return 10_000;
    const distance = Math.abs(start.column - end.column) + 2 * Math.abs(start.band - end.band);
    return distance + (back ? 100 : 0) + (kind === 'message' ? 1000 : 0);
  };
  const weights = wires.map(weight);
  return wires.map((_, number) => number).sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0));
}

function mark(board: Board, wire: number, path: Path, on: boolean): void {
  const change = <Item>(list: Item[] | undefined, same: (item: Item) => boolean, item: Item): void => {
    if (list === undefined) return;
    if (on) list.push(item);
    else {
      const index = list.findIndex(same);
      if (index >= 0) list.splice(index, 1);
    }
  };
  for (let index = 1; index < path.length; index += 1) {
    const from = path[index - 1];
    const to = path[index];
    if (from === undefined || to === undefined) continue;
    const dx = Math.sign(to.x - from.x);
    const dy = Math.sign(to.y - from.y);
    for (let { x, y } = from; x !== to.x || y !== to.y; x += dx, y += dy) {
      const low = Math.min(y, y + dy) * board.width + Math.min(x, x + dx);
      const steps = dx === 0 ? board.uprightSteps[low] : board.levelSteps[low];
      change(steps, (item) => item === wire, wire);
      const isEnd = x === from.x && y === from.y;
      if (isEnd && index === 1) continue;
      const visit: Visit = { wire, bend: isEnd, level: dx !== 0 };
      change(board.visits[y * board.width + x], (item) => item.wire === wire, visit);
    }
  }
}

function related(board: Board, one: number, other: number): boolean {
  const a = board.wires[one];
  const b = board.wires[other];
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  return a.from === b.from || a.to === b.to;
}

function findPath(board: Board, number: number, wire: Wire): Path {
  const { grid, width } = board;
  const start = grid.spots.get(wire.from);
  if (start === undefined) throw new Error(`Expected a place for '${wire.from}', but the grid has none`);
  const goal = grid.spots.get(wire.to);
  const goalRow = wire.edge === 'above' ? 0 : wire.edge === 'below' ? grid.ys.length - 1 : undefined;
  const states = board.visits.length * 4;
  const costs = new Float64Array(states).fill(Infinity);
  const previous = new Int32Array(states).fill(-1);
  const heap = createHeap();
  const search: Search = { board, number, wire, goal };
  const rest = (vertex: number): number => {
    const x = grid.xs[vertex % width]?.position ?? 0;
    const y = grid.ys[Math.floor(vertex / width)]?.position ?? 0;
    if (goal === undefined) return Math.abs(y - (grid.ys[goalRow ?? 0]?.position ?? 0));
    return Math.abs(x - (grid.xs[goal.x]?.position ?? 0)) + Math.abs(y - (grid.ys[goal.y]?.position ?? 0));
  };
  const startVertex = start.y * width + start.x;
  for (const direction of [RIGHT, DOWN, LEFT, UP]) {
    const leaving = leaveCost(board, wire, direction);
    if (leaving === Infinity) continue;
    const state = startVertex * 4 + direction;
    costs[state] = leaving;
    heap.push(leaving + rest(startVertex), state);
  }
  for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
    const vertex = state >> 2;
    const direction = state & 3;
    const x = vertex % width;
    const y = (vertex - x) / width;
    if (goal === undefined ? y === goalRow : vertex === goal.y * width + goal.x && vertex !== startVertex) {
      return tracePath(previous, state, width);
    }
    const cost = costs[state] ?? Infinity;
    for (const turn of vertex === startVertex ? [direction] : [RIGHT, DOWN, LEFT, UP]) {
      if (vertex !== startVertex && (turn + 2) % 4 === direction) continue;
      const step = stepCost(search, { x, y, direction, turn, atStart: vertex === startVertex });
      if (step === Infinity) continue;
      const next = (y + (DY[turn] ?? 0)) * width + x + (DX[turn] ?? 0);
      const nextState = next * 4 + turn;
      const total = cost + step;
      if (total < (costs[nextState] ?? Infinity)) {
        costs[nextState] = total;
        previous[nextState] = state;
        heap.push(total + rest(next), nextState);
      }
    }
  }
  throw new Error(`Expected a way for '${wire.id}', but found none`);
}

function tracePath(previous: Int32Array, last: number, width: number): Path {
  const points: GridPoint[] = [];
  for (let state = last; state >= 0; state = previous[state] ?? -1) {
    const vertex = state >> 2;
    const x = vertex % width;
    points.push({ x, y: (vertex - x) / width });
  }
  points.reverse();
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

/** One step of a search: from (x, y), come to in `direction`, on in the direction `turn`. */
interface Stride {
  readonly x: number;
  readonly y: number;
  readonly direction: number;
  readonly turn: number;
  readonly atStart: boolean;
}

interface Search {
  readonly board: Board;
  readonly number: number;
  readonly wire: Wire;
  readonly goal: GridPoint | undefined;
}

function stepCost(search: Search, { x, y, direction, turn, atStart }: Stride): number {
  const { board, number, wire, goal } = search;
  const { grid, width } = board;
  const nx = x + (DX[turn] ?? 0);
  const ny = y + (DY[turn] ?? 0);
  if (nx < 0 || ny < 0 || nx >= width || ny >= grid.ys.length) return Infinity;
  const covered = grid.cover[ny * width + nx] ?? 0;
  if (covered !== 0 && covered !== ownNumber(board, wire.from) && covered !== ownNumber(board, wire.to)) {
    return Infinity;
  }
  // Inside its own shapes a wire runs straight between the middle and the border.
  const here = grid.cover[y * width + x] ?? 0;
  if (!atStart && here !== 0 && turn !== direction) return Infinity;
  let cost = Math.abs((grid.xs[nx]?.position ?? 0) - (grid.xs[x]?.position ?? 0));
  cost += Math.abs((grid.ys[ny]?.position ?? 0) - (grid.ys[y]?.position ?? 0));
  if (turn === LEFT && !wire.back && wire.kind === 'sequence') cost += cost * COST.backwards;
  const low = Math.min(y, ny) * width + Math.min(x, nx);
  const level = turn === RIGHT || turn === LEFT;
  for (const other of (level ? board.levelSteps : board.uprightSteps)[low] ?? []) {
    cost += related(board, number, other) ? COST.related : COST.unrelated;
  }
  if (!atStart) {
    if (turn !== direction) cost += COST.bend;
    cost += vertexCost(search, y * width + x, turn !== direction, level);
  }
  if (goal !== undefined && nx === goal.x && ny === goal.y) cost += arriveCost(board, wire, turn);
  return cost;
}

function ownNumber(board: Board, id: string): number {
  const node = board.nodes.get(id);
  return board.numbers.get(node?.host ?? id) ?? -1;
}

function vertexCost({ board, number, wire }: Search, vertex: number, bends: boolean, level: boolean): number {
  let cost = 0;
  for (const visit of board.visits[vertex] ?? []) {
    if (bends || visit.bend) cost += related(board, number, visit.wire) ? COST.related : COST.unrelated;
    else if (visit.level !== level) {
      const message = wire.kind === 'message' || board.wires[visit.wire]?.kind === 'message';
      cost += message ? COST.messageCrossing : COST.crossing;
    }
  }
  return cost;
}

/** What it costs to leave a shape on a side: flows go to the right, gateways may be left upright. */
function leaveCost(board: Board, wire: Wire, direction: number): number {
  const node = board.nodes.get(wire.from);
  if (node?.host !== undefined) return direction === DOWN ? 0 : Infinity;
  if (wire.kind === 'message') return direction === DOWN || direction === UP ? 0 : Infinity;
  const upright = direction === UP || direction === DOWN;
  if (wire.back) return upright ? 0 : direction === RIGHT ? 40 : 300;
  if (direction === LEFT) return 400;
  if (node?.kind === 'gateway') return upright ? 2 : 0;
  return upright ? 60 : 0;
}

function arriveCost(board: Board, wire: Wire, direction: number): number {
  const node = board.nodes.get(wire.to);
  const upright = direction === UP || direction === DOWN;
  if (wire.kind === 'message') return upright ? 0 : Infinity;
  if (direction === LEFT) return wire.back ? 150 : 300;
  if (node?.kind === 'gateway') return upright ? 2 : 0;
  return upright ? 45 : 0;
}
