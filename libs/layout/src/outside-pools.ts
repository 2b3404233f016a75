import type { Bounds } from './geometry.ts';

/** An empty pool, and where the messages from and to it leave the drawing. */
export interface OutsidePool {
  readonly id: string;
  readonly xs: readonly number[];
}

export interface OutsidePlacement {
  /** `y` counts from the row that is nearest to the process, 0, outwards. */
  readonly shapes: ReadonlyMap<string, Bounds>;
  /** Pools whose messages would run through another pool of this side. */
  readonly conflicts: readonly string[];
}

const HEIGHT = 60;
const GAP = 20;
const MARGIN = 80;
/** Narrower pools would not hold their names. */
const NARROWEST = 240;

interface Place {
  readonly id: string;
  readonly xs: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Places the empty pools of one side between `left` and `right`: side by side where their messages allow it, else in
 * several rows, so that no message runs through a pool.
 */
export function placeOutside(pools: readonly OutsidePool[], left: number, right: number): OutsidePlacement {
  const spans = pools
    .map(({ id, xs }) => ({
      id,
      xs,
      from: xs.length === 0 ? right : Math.min(...xs),
      to: xs.length === 0 ? right : Math.max(...xs),
    }))
    .sort((one, other) => one.from + one.to - other.from - other.to);
  const apart = spans.every((span, index) => {
    const next = spans[index + 1];
    return next === undefined || span.to + 2 * GAP < next.from;
  });
  return apart ? { shapes: sideBySide(spans, left, right), conflicts: [] } : inRows(spans, left, right);
}

function sideBySide(spans: readonly Place[], left: number, right: number): Map<string, Bounds> {
  const shapes = new Map<string, Bounds>();
  let x = left;
  spans.forEach(({ id, to }, index) => {
    const next = spans[index + 1];
    const end =
      next === undefined ? right : Math.round((Math.max(to, x) + Math.max(next.from, to)) / 2) - GAP / 2;
    shapes.set(id, { x, y: 0, width: end - x, height: HEIGHT });
    x = end + GAP;
  });
  return shapes;
}

/** The narrowest pools nearest: the messages of a wide one pass them on both sides. */
function inRows(spans: readonly Place[], left: number, right: number): OutsidePlacement {
  const rows: Place[][] = [];
  const shapes = new Map<string, Bounds>();
  const conflicts: string[] = [];
  const widened = spans.map((span) => widen(span, left, right));
  for (const place of [...widened].sort((one, other) => one.to - one.from - (other.to - other.from))) {
    const nearer = (row: number): Place[] => rows.slice(0, row).flat();
    const isFree = (row: number): boolean =>
      (rows[row] ?? []).every((other) => place.to + GAP < other.from || other.to + GAP < place.from);
    let row = 0;
    while (!isFree(row)) row += 1;
    if (place.xs.some((x) => nearer(row).some(({ from, to }) => from <= x && x <= to)))
      conflicts.push(place.id);
    (rows[row] ??= []).push(place);
    const bounds = { x: place.from, width: place.to - place.from, height: HEIGHT };
    shapes.set(place.id, { ...bounds, y: row * (HEIGHT + GAP) });
  }
  return { shapes, conflicts };
}

function widen({ id, xs, from, to }: Place, left: number, right: number): Place {
  const missing = Math.max(0, NARROWEST - 2 * MARGIN - (to - from)) / 2;
  const start = Math.max(left, Math.round(from - MARGIN - missing));
  return {
    id,
    xs,
    from: start,
    to: Math.min(right, Math.max(Math.round(to + MARGIN + missing), start + NARROWEST)),
  };
}
