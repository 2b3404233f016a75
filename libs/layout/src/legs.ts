/** A straight part of a flow as the row search imagines it: columns across, rows down, halves between them. */
export interface Leg {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** What is known of a flow before it is drawn. */
export interface FlowShape {
  /** Leaves an event on a border: downwards. */
  readonly attached: boolean;
  readonly back: boolean;
  /** From a gateway with several ways out: left upright, unless the way is straight. */
  readonly splits: boolean;
  /** To a gateway with several ways in: reached upright. */
  readonly merges: boolean;
}

/** Whether a shape stands in a cell. */
export type Occupied = (x: number, y: number) => boolean;

/** How a flow between two cells will probably run. */
export function legsBetween(
  shape: FlowShape,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  occupied: Occupied,
): readonly Leg[] {
  if (shape.back) return aroundLegs(x1, y1, x2, y2, occupied);
  if (y1 === y2 && !shape.attached) {
    const straight = [{ x1, x2, y1, y2 }];
    return shapesUnder(straight, occupied) === 0 ? straight : aroundLegs(x1, y1, x2, y2, occupied);
  }
  const uprightFirst: Leg[] = [
    { x1, x2: x1, y1, y2 },
    { x1, x2, y1: y2, y2 },
  ];
  if (shape.attached) return y2 > y1 ? uprightFirst : climbLegs(x1, y1, x2, y2);
  const levelFirst: Leg[] = [
    { x1, x2, y1, y2: y1 },
    { x1: x2, x2, y1, y2 },
  ];
  if (shape.splits && shape.merges) {
    return shapesUnder(uprightFirst, occupied) <= shapesUnder(levelFirst, occupied)
      ? uprightFirst
      : levelFirst;
  }
  if (shape.splits) return uprightFirst;
  if (shape.merges) return levelFirst;
  return [
    { x1, x2: x2 - 0.5, y1, y2: y1 },
    { x1: x2 - 0.5, x2: x2 - 0.5, y1, y2 },
    { x1: x2 - 0.5, x2, y1: y2, y2 },
  ];
}

/** A loop, or a way around shapes: between two rows, above both ends or below, where less is in the way. */
function aroundLegs(x1: number, y1: number, x2: number, y2: number, occupied: Occupied): readonly Leg[] {
  const over = (y: number): Leg[] => [
    { x1, x2: x1, y1, y2: y },
    { x1, x2, y1: y, y2: y },
    { x1: x2, x2, y1: y, y2 },
  ];
  const above = over(Math.min(y1, y2) - 0.5);
  const below = over(Math.max(y1, y2) + 0.5);
  return shapesUnder(above, occupied) <= shapesUnder(below, occupied) ? above : below;
}

/** From an event on the lower border of a shape to a cell no lower: down first, then up again before the target. */
function climbLegs(x1: number, y1: number, x2: number, y2: number): readonly Leg[] {
  return [
    { x1, x2: x1, y1, y2: y1 + 0.5 },
    { x1, x2: x2 - 0.5, y1: y1 + 0.5, y2: y1 + 0.5 },
    { x1: x2 - 0.5, x2: x2 - 0.5, y1: y1 + 0.5, y2 },
    { x1: x2 - 0.5, x2, y1: y2, y2 },
  ];
}

/** Shapes strictly between the ends of the legs. */
export function shapesUnder(legs: readonly Leg[], occupied: Occupied): number {
  let found = 0;
  for (const { x1, x2, y1, y2 } of legs) {
    if (y1 === y2 && Number.isInteger(y1)) {
      for (let x = Math.floor(Math.min(x1, x2)) + 1; x < Math.max(x1, x2); x += 1) {
        if (occupied(x, y1)) found += 1;
      }
    } else if (x1 === x2 && Number.isInteger(x1)) {
      for (let y = Math.floor(Math.min(y1, y2)) + 1; y < Math.max(y1, y2); y += 1) {
        if (occupied(x1, y)) found += 1;
      }
    }
  }
  return found;
}

export interface Conflicts {
  readonly crossings: number;
  readonly sharedLines: number;
}

/** How two flows get into each other's way; `related` ones (one source or target) may share a line. */
export function conflictsOf(one: readonly Leg[], other: readonly Leg[], related: boolean): Conflicts {
  let crossings = 0;
  let sharedLines = 0;
  for (const leg of one) {
    for (const against of other) {
      const level = leg.y1 === leg.y2;
      if (level !== (against.y1 === against.y2)) {
        if (legsCross(level ? leg : against, level ? against : leg)) crossings += 1;
      } else if (!related && shareLine(leg, against, level)) sharedLines += 1;
    }
  }
  return { crossings, sharedLines };
}

function legsCross(level: Leg, upright: Leg): boolean {
  return (
    upright.x1 > Math.min(level.x1, level.x2) &&
    upright.x1 < Math.max(level.x1, level.x2) &&
    level.y1 > Math.min(upright.y1, upright.y2) &&
    level.y1 < Math.max(upright.y1, upright.y2)
  );
}

/** In the middle of a column or row there is room for one line only; between them for many. */
function shareLine(one: Leg, other: Leg, level: boolean): boolean {
  if (level) {
    return one.y1 === other.y1 && Number.isInteger(one.y1) && overlap(one.x1, one.x2, other.x1, other.x2);
  }
  return one.x1 === other.x1 && Number.isInteger(one.x1) && overlap(one.y1, one.y2, other.y1, other.y2);
}

function overlap(a1: number, a2: number, b1: number, b2: number): boolean {
  return Math.min(Math.max(a1, a2), Math.max(b1, b2)) > Math.max(Math.min(a1, a2), Math.min(b1, b2));
}
