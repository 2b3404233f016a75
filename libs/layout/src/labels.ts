import { FLOW_LABEL_WIDTH } from './coordinates.ts';
import { type Bounds, grow, isLevel, lengthInside, overlapArea, type Point, segmentsOf } from './geometry.ts';
import type { Level, LevelEdge, LevelNode } from './level.ts';
import { wrapText } from './text-size.ts';

export interface Surroundings {
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
  /** Heights of the borders between lanes. */
  readonly borders: readonly number[];
  readonly width: number;
}

interface Candidate {
  readonly bounds: Bounds;
  /** Smaller is better: how far from the place where a reader looks first. */
  readonly dislike: number;
}

const NODE_LABEL_WIDTHS = [92, 118, 70, 56] as const;
const GAP = 4;
const PASSES = 2;

/** Finds a place for every text beside a shape or a line: near what it names, off everything else. */
export function placeLabels(level: Level, around: Surroundings): Map<string, Bounds> {
  const placed = new Map<string, Bounds>();
  const owners: { id: string; candidates: readonly Candidate[] }[] = [
    ...level.nodes
      .filter(({ label }) => label !== '')
      .map((node) => ({ id: node.id, candidates: nodeCandidates(node, around) })),
    ...level.edges
      .filter(({ label }) => label !== '')
      .map((edge) => ({ id: edge.id, candidates: edgeCandidates(edge, around) })),
  ];
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { id, candidates } of owners) {
      placed.delete(id);
      let best: Candidate | undefined;
      let least = Infinity;
      for (const candidate of candidates) {
        const score = candidate.dislike + collisions(id, candidate.bounds, placed, around);
        if (score < least) {
          least = score;
          best = candidate;
        }
      }
      if (best !== undefined) placed.set(id, best.bounds);
    }
  }
  return placed;
}

function collisions(
  id: string,
  bounds: Bounds,
  placed: ReadonlyMap<string, Bounds>,
  { shapes, edges, borders, width }: Surroundings,
): number {
  const outside = Math.max(0, -bounds.x) + Math.max(0, bounds.x + bounds.width - width);
  let score = outside > 0 ? 300 + outside : 0;
  for (const [owner, shape] of shapes) {
    // The box of a label's own gateway does not count: its corners are free.
    const area = owner === id ? 0 : overlapArea(grow(shape, 2), bounds);
    if (area > 0) score += 400 + area;
  }
  for (const [other, label] of placed) {
    const area = other === id ? 0 : overlapArea(grow(label, 3), bounds);
    if (area > 0) score += 500 + area;
  }
  for (const waypoints of edges.values()) {
    for (const segment of segmentsOf(waypoints)) {
      const inside = lengthInside(segment, grow(bounds, 2));
      if (inside > 0) score += 150 + inside * 3;
    }
  }
  for (const border of borders) {
    if (border > bounds.y && border < bounds.y + bounds.height) score += 120;
  }
  return score;
}

function nodeCandidates(node: LevelNode, { shapes }: Surroundings): Candidate[] {
  const shape = shapes.get(node.id);
  if (shape === undefined) return [];
  return NODE_LABEL_WIDTHS.flatMap((maxWidth, index) => {
    const { width, height } = wrapText(node.label, maxWidth);
    const places =
      node.kind === 'gateway' ? gatewayPlaces(shape) : eventPlaces(shape, node.host !== undefined);
    return places.map(({ x, y, anchorX, anchorY, dislike }) => ({
      bounds: {
        x: Math.round(x - width * anchorX),
        y: Math.round(y - height * anchorY),
        width,
        height,
      },
      dislike: dislike + index * 9,
    }));
  });
}

/** A point, and which point of the label comes there: 0 its left or upper side, 1 its right or lower one. */
interface Place extends Point {
  readonly anchorX: number;
  readonly anchorY: number;
  readonly dislike: number;
}

function gatewayPlaces({ x, y, width, height }: Bounds): Place[] {
  const middle = x + width / 2;
  const top = y - GAP;
  const bottom = y + height + GAP;
  // The corners of the rectangle around a diamond are free: a label may reach into them.
  const inset = 12;
  return [
    { x: middle, y: top, anchorX: 0.5, anchorY: 1, dislike: 0 },
    { x: middle - GAP - 2, y: y + inset - 6, anchorX: 1, anchorY: 1, dislike: 4 },
    { x: middle + GAP + 2, y: y + inset - 6, anchorX: 0, anchorY: 1, dislike: 6 },
    { x: middle, y: bottom, anchorX: 0.5, anchorY: 0, dislike: 8 },
    { x: middle - GAP - 2, y: y + height - inset + 6, anchorX: 1, anchorY: 0, dislike: 12 },
    { x: middle + GAP + 2, y: y + height - inset + 6, anchorX: 0, anchorY: 0, dislike: 14 },
  ];
}

function eventPlaces({ x, y, width, height }: Bounds, onBorder: boolean): Place[] {
  const middle = x + width / 2;
  const below = y + height + GAP;
  const above = y - GAP;
  const places: Place[] = [
    { x: middle, y: below, anchorX: 0.5, anchorY: 0, dislike: 0 },
    { x: middle, y: above, anchorX: 0.5, anchorY: 1, dislike: 10 },
    { x: middle - 10, y: below, anchorX: 1, anchorY: 0, dislike: 14 },
    { x: middle + 10, y: below, anchorX: 0, anchorY: 0, dislike: 12 },
    { x: middle - 10, y: above, anchorX: 1, anchorY: 1, dislike: 18 },
    { x: middle + 10, y: above, anchorX: 0, anchorY: 1, dislike: 16 },
    { x: x + width + GAP + 2, y: y + height / 2, anchorX: 0, anchorY: 0.5, dislike: 20 },
    { x: x - GAP - 2, y: y + height / 2, anchorX: 1, anchorY: 0.5, dislike: 24 },
  ];
  // Above an event on a border lies its host.
  return onBorder ? places.filter(({ anchorY }) => anchorY !== 1) : places;
}

function edgeCandidates(edge: LevelEdge, { edges }: Surroundings): Candidate[] {
  const waypoints = edges.get(edge.id);
  if (waypoints === undefined) return [];
  const { width, height } = wrapText(edge.label, FLOW_LABEL_WIDTH);
  return segmentsOf(waypoints)
    .slice(0, 3)
    .flatMap((segment, index): Candidate[] => {
      const { from, to } = segment;
      const far = index * 25;
      if (isLevel(segment)) {
        const length = Math.abs(to.x - from.x);
        const right = to.x >= from.x;
        const off = edge.isDefault && index === 0 ? 20 : 6;
        const start = right ? from.x + off : from.x - off - width;
        const middle = (from.x + to.x - width) / 2;
        const tight = length < width + 8 ? 30 : 0;
        return [start, middle].flatMap((x, place): Candidate[] => [
          box(x, from.y - height - 3, width, height, far + place * 5 + tight),
          box(x, from.y + 4, width, height, far + place * 5 + tight + 6),
        ]);
      }
      const down = to.y >= from.y;
      const off = edge.isDefault && index === 0 ? 18 : 6;
      const start = down ? from.y + off : from.y - off - height;
      const middle = (from.y + to.y - height) / 2;
      return [start, middle].flatMap((y, place): Candidate[] => [
        box(from.x + 6, y, width, height, far + place * 5 + 3),
        box(from.x - 6 - width, y, width, height, far + place * 5 + 6),
      ]);
    });
}

function box(x: number, y: number, width: number, height: number, dislike: number): Candidate {
  return { bounds: { x: Math.round(x), y: Math.round(y), width, height }, dislike };
}
