import { type Coordinates, coordinatesOf } from './coordinates.ts';
import { type Bounds, type Point, segmentsOf, straighten } from './geometry.ts';
import { buildGrid, SLOT_OFFSET } from './grid.ts';
import { placeLabels } from './labels.ts';
import type { Drawing, Level, LevelNode } from './level.ts';
import { rankNodes } from './rank.ts';
import { routeWires, type Wire } from './route.ts';
import { assignRows } from './rows.ts';

/** A connection of a node with something above or below the surface: a message to or from another pool. */
export interface OutsideWire {
  readonly id: string;
  readonly node: string;
  readonly side: 'above' | 'below';
}

export interface ArrangeOptions {
  readonly outside: readonly OutsideWire[];
  /** Free room above the first and below the last row of each lane, in pixels. */
  readonly lanePadding: number;
}

const SHELF_GAP = 30;
const SHELF_MARGIN = 20;
const SHELF_LEFT = 32;

/** Arranges one surface. Outside wires come back among `edges`, from the node to the surface's border. */
export function arrangeLevel(level: Level, options: ArrangeOptions): Drawing {
  const ranking = rankNodes(level);
  const rows = assignRows(level, ranking);
  const grid = buildGrid(level, ranking, rows);
  const wires: Wire[] = [
    ...level.edges.map(({ id, from, to }): Wire => ({
      id,
      from,
      to,
      edge: undefined,
      kind: 'sequence',
      back: ranking.back.has(id),
    })),
    ...options.outside.map(({ id, node, side }): Wire => ({
      id,
      from: node,
      to: '',
      edge: side,
      kind: 'message',
      back: false,
    })),
  ];
  const paths = routeWires(wires, level.nodes, grid);
  const shelfHeights = level.lanes.map((_, lane) =>
    Math.max(0, ...level.shelf.filter((node) => node.lane === lane).map(({ height }) => height)),
  );
  const coordinates = coordinatesOf(level, grid, paths, { lanePadding: options.lanePadding, shelfHeights });
  const shapes = placeShapes(level, grid, coordinates);
  const edges = new Map<string, Point[]>();
  for (const wire of wires) {
    edges.set(wire.id, finishWire(wire, coordinates, shapes));
  }
  const width = Math.max(coordinates.width, placeShelf(level, coordinates, shelfHeights, { shapes, edges }));
  const lanes = new Map<string, Bounds>();
  level.lanes.forEach(({ id }, index) => {
    const { top = 0, bottom = 0 } = coordinates.lanes[index] ?? {};
    lanes.set(id, { x: 0, y: top, width, height: bottom - top });
  });
  const borders = coordinates.lanes.flatMap(({ top, bottom }) => [top, bottom]);
  const labels = placeLabels(level, { shapes, edges, borders, width });
  return { width, height: coordinates.height, shapes, lanes, edges, labels };
}

function placeShapes(
  level: Level,
  grid: ReturnType<typeof buildGrid>,
  { columnMiddle, bandMiddle }: Coordinates,
): Map<string, Bounds> {
  const shapes = new Map<string, Bounds>();
  const around = (node: LevelNode, x: number, y: number): Bounds => ({
    x: x - node.width / 2,
    y: y - node.height / 2,
    width: node.width,
    height: node.height,
  });
  for (const node of level.nodes) {
    const spot = grid.spots.get(node.id);
    if (spot === undefined) continue;
    const x = columnMiddle[spot.column] ?? 0;
    const y = bandMiddle[spot.band] ?? 0;
    const host = level.nodes.find(({ id }) => id === node.host);
    if (host === undefined) shapes.set(node.id, around(node, x, y));
    else shapes.set(node.id, around(node, x + (grid.xs[spot.x]?.offset ?? SLOT_OFFSET), y + host.height / 2));
  }
  return shapes;
}

/**
 * Sets event sub-processes side by side at the bottom of their lanes, beside what crosses the lane there; gives the
 * width they need.
 */
function placeShelf(
  level: Level,
  { lanes }: Coordinates,
  heights: readonly number[],
  {
    shapes,
    edges,
  }: { readonly shapes: Map<string, Bounds>; readonly edges: ReadonlyMap<string, readonly Point[]> },
): number {
  let widest = 0;
  level.lanes.forEach((_, lane) => {
    let x = SHELF_LEFT;
    const y = (lanes[lane]?.bottom ?? 0) - SHELF_MARGIN - (heights[lane] ?? 0);
    for (const { id, width, height } of level.shelf.filter((candidate) => candidate.lane === lane)) {
      const wires = crossingsOf([...edges.values()], { x: 0, y, width: Infinity, height });
      for (const crossing of wires)
        if (crossing > x - SHELF_GAP / 2 && crossing < x + width + SHELF_GAP / 2) x = crossing + SHELF_GAP;
      shapes.set(id, { x, y, width, height });
      x += width + SHELF_GAP;
    }
    widest = Math.max(widest, x - SHELF_GAP + SHELF_LEFT);
  });
  return widest;
}

/** Where upright lines cross a strip, from left to right. */
function crossingsOf(lines: readonly (readonly Point[])[], { y, height }: Bounds): number[] {
  const upright = lines.flatMap(segmentsOf).filter(({ from, to }) => from.x === to.x);
  return upright
    .filter(({ from, to }) => Math.max(from.y, to.y) > y && Math.min(from.y, to.y) < y + height)
    .map(({ from }) => from.x)
    .sort((one, other) => one - other);
}

/** Cuts a wire at the borders of the shapes it connects. */
function finishWire(wire: Wire, coordinates: Coordinates, shapes: ReadonlyMap<string, Bounds>): Point[] {
  const points = [...(coordinates.waypoints.get(wire.id) ?? [])];
  const source = shapes.get(wire.from);
  const target = shapes.get(wire.to);
  const [first, second] = points;
  if (source !== undefined && first !== undefined && second !== undefined) {
    points[0] = onBorder(source, second, first);
  }
  const last = points.at(-1);
  const before = points.at(-2);
  if (last !== undefined && before !== undefined) {
    if (target !== undefined) points[points.length - 1] = onBorder(target, before, last);
    else points[points.length - 1] = { x: last.x, y: wire.edge === 'above' ? 0 : coordinates.height };
  }
  return straighten(points);
}

/** Where a straight line from the middle of a shape towards `next` leaves it. */
function onBorder({ x, y, width, height }: Bounds, next: Point, middle: Point): Point {
  const centerX = x + width / 2;
  const centerY = y + height / 2;
  if (next.x === middle.x) return { x: middle.x, y: next.y > centerY ? y + height : y };
  return { x: next.x > centerX ? x + width : x, y: centerY };
}
