import type { Level, LevelNode } from './level.ts';
import type { Ranking } from './rank.ts';
import type { Rows } from './rows.ts';

/**
 * The lines along which flows may run: through the middle of columns and rows, through the places of events on
 * borders, and through the channels between columns and between rows. Positions are estimates that keep the
 * order; `coordinates.ts` gives the final ones to the lines in use.
 */
export interface Grid {
  readonly xs: readonly Line[];
  readonly ys: readonly Line[];
  /** Where each node's middle (for an event on a border: its own middle) lies. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** Vertices covered by a node, by vertex number; 0 = free, otherwise position in `nodes` + 1. */
  readonly cover: Uint16Array;
  readonly columns: number;
  /** Rows of all lanes from top to bottom. */
  readonly bands: readonly Band[];
}

export interface Line {
  readonly kind: 'middle' | 'slot' | 'channel';
  readonly position: number;
  /** Column or band it runs through, or the gap before that column or band. */
  readonly group: number;
  /** Horizontal distance from the column's middle, for places on borders. */
  readonly offset: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly column: number;
  readonly band: number;
}

/** One row of one lane. */
export interface Band {
  readonly lane: number;
  readonly row: number;
  /** Whether the gap above it starts the lane. */
  readonly firstOfLane: boolean;
}

/** Distance of the first event on a border from the middle of its host, in pixels; the second is opposite. */
export const SLOT_OFFSET = 30;
const CHANNELS_BETWEEN_COLUMNS = 7;
const CHANNELS_BETWEEN_ROWS = 5;
const EST = { column: 100, gap: 50, channel: 5, row: 80, rowGap: 40 } as const;

export function buildGrid(level: Level, ranking: Ranking, rows: Rows): Grid {
  const bands = bandsOf(level, rows);
  const columns = 1 + Math.max(-1, ...level.nodes.map(({ id }) => ranking.ranks.get(id) ?? 0));
  const slots = slotOffsets(level);
  const xs = columnLines(columns, level, ranking, slots);
  const ys = rowLines(bands);
  const spots = new Map<string, Spot>();
  const bandOf = (node: LevelNode): number =>
    bands.findIndex(({ lane, row }) => lane === node.lane && row === rows.get(node.id));
  for (const node of level.nodes) {
    const host = level.nodes.find(({ id }) => id === node.host) ?? node;
    const column = ranking.ranks.get(host.id) ?? 0;
    const band = bandOf(host);
    const offset = slots.get(node.id) ?? 0;
    spots.set(node.id, {
      x: xs.findIndex((line) => line.kind !== 'channel' && line.group === column && line.offset === offset),
      y: ys.findIndex((line) => line.kind === 'middle' && line.group === band),
      column,
      band,
    });
  }
  return { xs, ys, spots, cover: coverOf(level, xs, spots, ys.length), columns, bands };
}

function bandsOf(level: Level, rows: Rows): Band[] {
  return level.lanes.flatMap((_, lane) => {
    const used = level.nodes.filter((node) => node.lane === lane && node.host === undefined);
    const all = [...new Set(used.map(({ id }) => rows.get(id) ?? 0))].sort((one, other) => one - other);
    return all.map((row, index): Band => ({ lane, row, firstOfLane: index === 0 }));
  });
}

/** Events on a border: the first to the right of the middle, the second to the left, a third in the middle. */
function slotOffsets(level: Level): Map<string, number> {
  const taken = new Map<string, number>();
  const offsets = new Map<string, number>();
  for (const { id, host } of level.nodes) {
    if (host === undefined) continue;
    const nth = taken.get(host) ?? 0;
    taken.set(host, nth + 1);
    offsets.set(id, [SLOT_OFFSET, -SLOT_OFFSET, 0][nth] ?? 0);
  }
  return offsets;
}

function columnLines(
  columns: number,
  level: Level,
  ranking: Ranking,
  slots: ReadonlyMap<string, number>,
): Line[] {
  const lines: Line[] = [];
  let position = 0;
  const channels = (group: number): void => {
    for (let nth = 0; nth < CHANNELS_BETWEEN_COLUMNS; nth += 1) {
      lines.push({ kind: 'channel', position: position + 10 + nth * EST.channel, group, offset: 0 });
    }
    position += EST.gap;
  };
  for (let column = 0; column < columns; column += 1) {
    channels(column);
    const offsets = new Set(
      level.nodes
        .filter(({ id, host }) => host !== undefined && ranking.ranks.get(id) === column)
        .map(({ id }) => slots.get(id) ?? 0),
    );
    for (const offset of [...new Set([0, ...offsets])].sort((one, other) => one - other)) {
      lines.push({
        kind: offset === 0 ? 'middle' : 'slot',
        position: position + EST.column / 2 + offset,
        group: column,
        offset,
      });
    }
    position += EST.column;
  }
  channels(columns);
  return lines;
}

function rowLines(bands: readonly Band[]): Line[] {
  const lines: Line[] = [];
  let position = 0;
  const channels = (group: number): void => {
    for (let nth = 0; nth < CHANNELS_BETWEEN_ROWS; nth += 1) {
      lines.push({ kind: 'channel', position: position + 10 + nth * EST.channel, group, offset: 0 });
    }
    position += EST.rowGap;
  };
  bands.forEach((band, index) => {
    // Between two lanes there are two gaps: one below the upper lane's rows, one above the lower lane's.
    if (band.firstOfLane && index > 0) channels(lowerGap(index));
    channels(index);
    lines.push({ kind: 'middle', position: position + EST.row / 2, group: index, offset: 0 });
    position += EST.row;
  });
  channels(lowerGap(bands.length));
  return lines;
}

/** The gap between the last row of a lane and the lane's lower border, before the band of that number. */
export function lowerGap(band: number): number {
  return -1 - band;
}

function coverOf(
  level: Level,
  xs: readonly Line[],
  spots: ReadonlyMap<string, Spot>,
  height: number,
): Uint16Array {
  const cover = new Uint16Array(xs.length * height);
  level.nodes.forEach((node, index) => {
    const spot = spots.get(node.id);
    if (spot === undefined || node.host !== undefined) return;
    xs.forEach((line, x) => {
      if (line.kind !== 'channel' && line.group === spot.column) cover[spot.y * xs.length + x] = index + 1;
    });
  });
  return cover;
}
