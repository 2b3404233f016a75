import type { Point } from './geometry.ts';
import { type Grid, lowerGap } from './grid.ts';
import type { Level } from './level.ts';
import type { GridPoint, Path } from './route.ts';
import { SHAPE_FONT, textWidth, wrapText } from './text-size.ts';

/** Final positions: of every grid line for every wire segment on it, of columns, rows and lanes. */
export interface Coordinates {
  readonly width: number;
  readonly height: number;
  readonly columnMiddle: readonly number[];
  readonly bandMiddle: readonly number[];
  readonly lanes: readonly { readonly top: number; readonly bottom: number }[];
  /** Waypoints from middle to middle. */
  readonly waypoints: ReadonlyMap<string, readonly Point[]>;
}

export interface Spacing {
  readonly lanePadding: number;
  readonly shelfHeights: readonly number[];
}

const COLUMN_GAP = 44;
const COLUMN_TRACK = 16;
const ROW_GAP = 34;
const ROW_TRACK = 14;
const EDGE_PADDING = 24;
/** A row of events only: the three lines of a label below them stay clear of the lane's border. */
const LOWEST_ROW = 72;
const SHELF_MARGIN = 20;
const TALLEST_FOR_NAME = 220;
const NAME_PADDING = 8;
/** Flow labels are as wide as this at most (design/web.md: every label readable). */
export const FLOW_LABEL_WIDTH = 96;
const GATEWAY_HALF = 25;

interface Run {
  readonly wire: string;
  /** Index of the segment within its path. */
  readonly segment: number;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Turns grid paths into pixels; channels take the room that the wires in them need. */
export function coordinatesOf(
  level: Level,
  grid: Grid,
  paths: ReadonlyMap<string, Path>,
  spacing: Spacing,
): Coordinates {
  const upright = runsOf(paths, 'y');
  const flat = runsOf(paths, 'x');
  const columnTracks = tracksOf(
    upright.filter(({ line }) => grid.xs[line]?.kind === 'channel'),
    (line) => grid.xs[line]?.group ?? 0,
  );
  const rowTracks = tracksOf(
    flat.filter(({ line }) => grid.ys[line]?.kind === 'channel'),
    (line) => grid.ys[line]?.group ?? 0,
  );
  const columns = placeColumns(level, grid, paths, columnTracks);
  const bands = placeBands(level, grid, rowTracks, spacing);
  const x = (wire: string, segment: number, line: number): number => {
    const { kind = 'channel', group = 0, offset = 0 } = grid.xs[line] ?? {};
    if (kind !== 'channel') return (columns.middle[group] ?? 0) + offset;
    const track = columnTracks.trackOf.get(runKey(wire, segment)) ?? 0;
    return (
      (columns.gapStart[group] ?? 0) +
      trackOffset(track, columnTracks.count.get(group) ?? 1, columns.gapWidth[group] ?? 0, COLUMN_TRACK)
    );
  };
  const y = (wire: string, segment: number, line: number): number => {
    const { kind = 'channel', group = 0 } = grid.ys[line] ?? {};
    if (kind !== 'channel') return bands.middle[group] ?? 0;
    const gap = bands.gaps.get(group);
    const track = rowTracks.trackOf.get(runKey(wire, segment)) ?? 0;
    return (
      (gap?.start ?? 0) + trackOffset(track, rowTracks.count.get(group) ?? 1, gap?.height ?? 0, ROW_TRACK)
    );
  };
  const waypoints = new Map<string, Point[]>();
  for (const [wire, path] of paths) waypoints.set(wire, pixels(wire, path, x, y));
  return {
    width: columns.width,
    height: bands.height,
    columnMiddle: columns.middle,
    bandMiddle: bands.middle,
    lanes: bands.lanes,
    waypoints,
  };
}

function pixels(
  wire: string,
  path: Path,
  x: (wire: string, segment: number, line: number) => number,
  y: (wire: string, segment: number, line: number) => number,
): Point[] {
  return path.map((point, index) => {
    const before = path[index - 1];
    // The upright segment at this point gives x, the level one gives y.
    const uprightSegment = before !== undefined && before.x === point.x ? index - 1 : index;
    const levelSegment = before !== undefined && before.y === point.y ? index - 1 : index;
    return { x: x(wire, uprightSegment, point.x), y: y(wire, levelSegment, point.y) };
  });
}

function trackOffset(track: number, count: number, room: number, step: number): number {
  return Math.round(room / 2 + (track - (count - 1) / 2) * step);
}

/** Segments that run along lines of one axis: `y` varies on upright ones, `x` on level ones. */
function runsOf(paths: ReadonlyMap<string, Path>, varying: 'x' | 'y'): Run[] {
  const fixed = varying === 'x' ? 'y' : 'x';
  return [...paths].flatMap(([wire, path]) =>
    path.slice(1).flatMap((to, segment): Run[] => {
      const from: GridPoint | undefined = path[segment];
      if (from === undefined || from[fixed] !== to[fixed]) return [];
      return [
        {
          wire,
          segment,
          line: to[fixed],
          from: Math.min(from[varying], to[varying]),
          to: Math.max(from[varying], to[varying]),
        },
      ];
    }),
  );
}

interface Tracks {
  readonly trackOf: ReadonlyMap<string, number>;
  readonly count: ReadonlyMap<number, number>;
}

function runKey(wire: string, segment: number): string {
  return `${wire}|${segment}`;
}

/** Gives parallel runs of one gap the lowest tracks that keep their order; runs apart share a track. */
function tracksOf(runs: readonly Run[], groupOf: (line: number) => number): Tracks {
  const trackOf = new Map<string, number>();
  const count = new Map<number, number>();
  const ordered = [...runs].sort((one, other) => one.line - other.line);
  const done: { run: Run; track: number; group: number }[] = [];
  for (const run of ordered) {
    const group = groupOf(run.line);
    let track = 0;
    for (const other of done) {
      if (other.group !== group) continue;
      const overlaps = run.from <= other.run.to && other.run.from <= run.to;
      if (!overlaps) continue;
      track = Math.max(track, other.run.line === run.line ? other.track : other.track + 1);
    }
    done.push({ run, track, group });
    trackOf.set(runKey(run.wire, run.segment), track);
    count.set(group, Math.max(count.get(group) ?? 0, track + 1));
  }
  return { trackOf, count };
}

interface Columns {
  readonly middle: number[];
  readonly gapStart: number[];
  readonly gapWidth: number[];
  readonly width: number;
}

function placeColumns(level: Level, grid: Grid, paths: ReadonlyMap<string, Path>, tracks: Tracks): Columns {
  const widths = Array.from({ length: grid.columns }, () => 0);
  for (const node of level.nodes) {
    const column = grid.spots.get(node.id)?.column ?? 0;
    if (node.host === undefined) widths[column] = Math.max(widths[column] ?? 0, node.width);
  }
  const labels = labelRoom(level, grid, paths, widths);
  const middle: number[] = [];
  const gapStart: number[] = [];
  const gapWidth: number[] = [];
  let position = 0;
  for (let gap = 0; gap <= grid.columns; gap += 1) {
    const outer = gap === 0 || gap === grid.columns;
    const count = tracks.count.get(gap) ?? 0;
    // Upright lines stand behind the labels of the flows that they cross or that bend into them.
    const reserved = count === 0 ? 0 : (labels.beforeTracks[gap] ?? 0);
    const forTracks =
      count === 0 ? 0 : (count - 1) * COLUMN_TRACK + (outer || reserved > 0 ? 36 : COLUMN_GAP);
    const least = outer ? EDGE_PADDING + 8 : COLUMN_GAP;
    const room = Math.max(least, reserved + forTracks, labels.whole[gap] ?? 0);
    gapStart.push(position + reserved);
    gapWidth.push(room - reserved);
    position += room;
    const width = widths[gap];
    if (width === undefined) continue;
    middle.push(Math.round(position + width / 2));
    position += width;
  }
  return { middle, gapStart, gapWidth, width: position };
}

interface LabelRoom {
  /** Width of each gap that lets labels end before the next shape. */
  readonly whole: readonly number[];
  /** Width at the beginning of each gap that labels take. */
  readonly beforeTracks: readonly number[];
}

/** What the labels of flows that leave gateways to the right need of the gaps behind them. */
function labelRoom(
  level: Level,
  grid: Grid,
  paths: ReadonlyMap<string, Path>,
  widths: readonly number[],
): LabelRoom {
  const whole = Array.from({ length: grid.columns + 1 }, () => 0);
  const beforeTracks = Array.from({ length: grid.columns + 1 }, () => 0);
  for (const edge of level.edges) {
    const [first, second] = paths.get(edge.id) ?? [];
    const spot = grid.spots.get(edge.from);
    if (edge.label === '' || first === undefined || second === undefined || spot === undefined) continue;
    if (first.y !== second.y || second.x < first.x) continue;
    const gap = spot.column + 1;
    const label = wrapText(edge.label, FLOW_LABEL_WIDTH).width + (edge.isDefault ? 26 : 12);
    const needed = label - ((widths[spot.column] ?? 0) / 2 - GATEWAY_HALF);
    beforeTracks[gap] = Math.max(beforeTracks[gap] ?? 0, needed - 8);
    const end = grid.xs[second.x];
    if (end?.kind === 'channel' || end?.group !== gap) continue;
    const target = level.nodes.find(({ id }) => id === edge.to);
    const before = ((widths[gap] ?? 0) - (target?.width ?? 0)) / 2;
    whole[gap] = Math.max(whole[gap] ?? 0, needed - before + 10);
  }
  return { whole, beforeTracks };
}

/** Height in which a lane's name stands on one line, up to a limit from where it takes two. */
function heightForName(name: string): number {
  return Math.min(TALLEST_FOR_NAME, Math.ceil(textWidth(name, SHAPE_FONT)) + 2 * NAME_PADDING);
}

interface Bands {
  readonly middle: number[];
  readonly gaps: ReadonlyMap<number, { readonly start: number; readonly height: number }>;
  readonly lanes: { top: number; bottom: number }[];
  readonly height: number;
}

function placeBands(level: Level, grid: Grid, tracks: Tracks, spacing: Spacing): Bands {
  const heights = grid.bands.map((_, band) =>
    level.nodes.reduce(
      (most, { id, host, height }) =>
        host === undefined && grid.spots.get(id)?.band === band ? Math.max(most, height) : most,
      LOWEST_ROW,
    ),
  );
  const middle: number[] = [];
  const gaps = new Map<number, { start: number; height: number }>();
  const lanes: { top: number; bottom: number }[] = [];
  let position = 0;
  const gap = (group: number, least: number): void => {
    const count = tracks.count.get(group) ?? 0;
    const height = Math.max(least, count === 0 ? 0 : (count - 1) * ROW_TRACK + 2 * 18);
    gaps.set(group, { start: position, height });
    position += height;
  };
  level.lanes.forEach(({ name }, lane) => {
    const top = position;
    const own = grid.bands.flatMap((band, index) => (band.lane === lane ? [index] : []));
    for (const band of own) {
      gap(band, grid.bands[band]?.firstOfLane === true ? spacing.lanePadding : ROW_GAP);
      const height = heights[band] ?? 0;
      middle.push(Math.round(position + height / 2));
      position += height;
    }
    const last = own.at(-1);
    if (last !== undefined) gap(lowerGap(last + 1), spacing.lanePadding);
    const shelf = spacing.shelfHeights[lane] ?? 0;
    if (shelf > 0) position += shelf + (last === undefined ? 2 * SHELF_MARGIN : SHELF_MARGIN);
    const missing = top + heightForName(name) - position;
    if (missing > 0) {
      // The rows stay in the middle of a lane that is taller only for its name.
      for (const band of own) middle[band] = (middle[band] ?? 0) + Math.floor(missing / 2);
      for (const group of [...own, ...(last === undefined ? [] : [lowerGap(last + 1)])]) {
        const moved = gaps.get(group);
        if (moved !== undefined) gaps.set(group, { ...moved, start: moved.start + Math.floor(missing / 2) });
      }
      position += missing;
    }
    lanes.push({ top, bottom: position });
  });
  return { middle, gaps, lanes, height: position };
}
