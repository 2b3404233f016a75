/** Points and rectangles of a drawing, in pixels: x to the right, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export function segmentsOf(waypoints: readonly Point[]): Segment[] {
  return waypoints.slice(1).flatMap((to, index) => {
    const from = waypoints[index];
    return from === undefined ? [] : [{ from, to }];
  });
}

export function grow({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function overlapArea(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

export function contains(outer: Bounds, inner: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Length of an upright or level segment that lies inside the rectangle; its border does not count. */
export function lengthInside({ from, to }: Segment, bounds: Bounds): number {
  const left = Math.min(from.x, to.x);
  const right = Math.max(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const bottom = Math.max(from.y, to.y);
  if (left === right) {
    if (left <= bounds.x || left >= bounds.x + bounds.width) return 0;
    return Math.max(0, Math.min(bottom, bounds.y + bounds.height) - Math.max(top, bounds.y));
  }
  if (top <= bounds.y || top >= bounds.y + bounds.height) return 0;
  return Math.max(0, Math.min(right, bounds.x + bounds.width) - Math.max(left, bounds.x));
}

export function isLevel({ from, to }: Segment): boolean {
  return from.y === to.y;
}

/** Whether an upright and a level segment cross in the inside of both. */
export function cross(one: Segment, other: Segment): boolean {
  if (isLevel(one) === isLevel(other)) return false;
  const level = isLevel(one) ? one : other;
  const upright = isLevel(one) ? other : one;
  const x = upright.from.x;
  const y = level.from.y;
  return (
    x > Math.min(level.from.x, level.to.x) &&
    x < Math.max(level.from.x, level.to.x) &&
    y > Math.min(upright.from.y, upright.to.y) &&
    y < Math.max(upright.from.y, upright.to.y)
  );
}

/** Length on which two parallel segments lie on one line. */
export function sharedLength(one: Segment, other: Segment): number {
  if (isLevel(one) !== isLevel(other)) return 0;
  const along = isLevel(one) ? 'x' : 'y';
  const across = isLevel(one) ? 'y' : 'x';
  if (one.from[across] !== other.from[across]) return 0;
  const start = Math.max(
    Math.min(one.from[along], one.to[along]),
    Math.min(other.from[along], other.to[along]),
  );
  const end = Math.min(
    Math.max(one.from[along], one.to[along]),
    Math.max(other.from[along], other.to[along]),
  );
  return Math.max(0, end - start);
}

/** Waypoints without repetitions and without points in the middle of a straight line. */
export function straighten(waypoints: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of waypoints) {
    const last = kept.at(-1);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    if (
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    ) {
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}
