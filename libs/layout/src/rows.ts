import type { Level, LevelNode } from './level.ts';
import type { Ranking } from './rank.ts';
import { createRowEstimate, rowModel, type RowEstimate, type RowModel } from './row-estimate.ts';

/** Row of every node within its lane; 0 is the lane's main row, negative ones lie above it. */
export type Rows = ReadonlyMap<string, number>;

const HIGHEST = -3;
const LOWEST = 6;
const PASSES = 12;
const PAIR_ROWS = [0, 1, -1, 2] as const;

/**
 * Chooses rows by moving one node at a time (or swapping two) as long as the estimated drawing gets better:
 * fewer flows over shapes, crossings and bends, a straight main path, few rows.
 */
export function assignRows(level: Level, ranking: Ranking): Rows {
  const model = rowModel(level, ranking);
  const first = firstRows(model, level, ranking);
  let best: RowEstimate | undefined;
  for (const order of searchOrders(model)) {
    const found = descend(model, first, order);
    if (best === undefined || found.cost() < best.cost()) best = found;
  }
  return compactRows(model, level, best?.rows ?? first);
}

/** The search ends where no single move helps, which depends on who moves first: several orders are tried. */
function searchOrders({ nodes, onMain }: RowModel): readonly (readonly number[])[] {
  const all = nodes.map((_, number) => number);
  const off = all.filter((number) => onMain[number] !== true);
  const on = all.filter((number) => onMain[number] === true);
  return [[...off, ...on], [...off].reverse().concat(on), all, [...all].reverse()];
}

function descend(model: RowModel, first: readonly number[], order: readonly number[]): RowEstimate {
  const estimate = createRowEstimate(model, first);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = estimate.cost();
    for (const node of order) moveNode(node, model, estimate);
    for (const node of order) moveRun(node, model, estimate);
    if (estimate.cost() >= before) break;
  }
  return estimate;
}

function moveNode(node: number, model: RowModel, estimate: RowEstimate): void {
  const { rows } = estimate;
  const neighbors = model.nodes.flatMap((other, number) =>
    number !== node && other.lane === model.nodes[node]?.lane && model.columns[number] === model.columns[node]
      ? [number]
      : [],
  );
  for (let row = HIGHEST; row <= LOWEST; row += 1) {
    const own = rows[node] ?? 0;
    if (row === own) continue;
    const occupant = neighbors.find((number) => rows[number] === row);
    const swap = occupant === undefined ? [] : [{ node: occupant, row: own }];
    estimate.tryMoves([{ node, row }, ...swap]);
  }
  for (const other of neighbors) if (other > node) movePair(node, other, neighbors, estimate);
}

/** Moves all nodes that follow each other on one row of a lane to another row, where it is free. */
function moveRun(node: number, model: RowModel, estimate: RowEstimate): void {
  const { rows } = estimate;
  const run = runOf(node, model, rows);
  if (run.length < 2 || run[0] !== node) return;
  const lane = model.nodes[node]?.lane;
  const columns = new Set(run.map((number) => model.columns[number]));
  for (let row = HIGHEST; row <= LOWEST; row += 1) {
    const isTaken = model.nodes.some(
      (other, number) =>
        other.lane === lane &&
        rows[number] === row &&
        columns.has(model.columns[number]) &&
        !run.includes(number),
    );
    if (!isTaken && row !== rows[node]) estimate.tryMoves(run.map((number) => ({ node: number, row })));
  }
}

/** A node and what is connected with it along its row, in the order of the nodes. */
function runOf(node: number, { nodes, flows }: RowModel, rows: readonly number[]): number[] {
  const found = new Set([node]);
  const isAlong = (number: number): boolean =>
    nodes[number]?.lane === nodes[node]?.lane && rows[number] === rows[node];
  for (const member of found) {
    for (const { from, to } of flows) {
      if (from === member && isAlong(to)) found.add(to);
      if (to === member && isAlong(from)) found.add(from);
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** Branches of one gateway often have to change places at once: over a third row, or both away from row 0. */
function movePair(node: number, other: number, neighbors: readonly number[], estimate: RowEstimate): void {
  const { rows } = estimate;
  const isFree = (row: number): boolean =>
    neighbors.every((neighbor) => neighbor === other || rows[neighbor] !== row);
  for (const row of PAIR_ROWS) {
    for (const otherRow of PAIR_ROWS) {
      if (row === otherRow || !isFree(row) || !isFree(otherRow)) continue;
      if (rows[node] === row && rows[other] === otherRow) continue;
      estimate.tryMoves([
        { node, row },
        { node: other, row: otherRow },
      ]);
    }
  }
}

/** The main path on row 0; every other node on the free row of its column that is nearest to its predecessor. */
function firstRows(model: RowModel, level: Level, ranking: Ranking): number[] {
  const { nodes, columns, onMain } = model;
  const rows = new Map<string, number>();
  const taken = new Set<string>();
  const cellKey = (number: number, row: number): string =>
    `${columns[number] ?? 0}|${nodes[number]?.lane ?? 0}|${row}`;
  const place = (number: number, { id }: LevelNode, row: number): void => {
    rows.set(id, row);
    taken.add(cellKey(number, row));
  };
  nodes.forEach((node, number) => {
    if (onMain[number] === true) place(number, node, 0);
  });
  const hostOf = new Map(level.nodes.map(({ id, host }) => [id, host ?? id]));
  const byColumn = nodes
    .map((_, number) => number)
    .sort((one, other) => (columns[one] ?? 0) - (columns[other] ?? 0));
  for (const number of byColumn) {
    const node = nodes[number];
    if (node === undefined || rows.has(node.id)) continue;
    const before = level.edges.find(({ to, id }) => to === node.id && !ranking.back.has(id));
    const wanted = rows.get(before === undefined ? '' : (hostOf.get(before.from) ?? '')) ?? 0;
    let away = 0;
    while (taken.has(cellKey(number, wanted + zigzag(away)))) away += 1;
    place(number, node, wanted + zigzag(away));
  }
  return nodes.map(({ id }) => rows.get(id) ?? 0);
}

/** 0, 1, -1, 2, -2 … */
function zigzag(step: number): number {
  return step % 2 === 1 ? (step + 1) / 2 : -step / 2;
}

/** Rows in use moved together, the order kept and 0 staying 0. */
function compactRows({ nodes }: RowModel, level: Level, rows: readonly number[]): Rows {
  const compacted = new Map<string, number>();
  level.lanes.forEach((_, lane) => {
    const own = nodes.flatMap((node, number) =>
      node.lane === lane ? [{ id: node.id, row: rows[number] ?? 0 }] : [],
    );
    const used = [...new Set([0, ...own.map(({ row }) => row)])].sort((one, other) => one - other);
    const zero = used.indexOf(0);
    for (const { id, row } of own) compacted.set(id, used.indexOf(row) - zero);
  });
  return compacted;
}
