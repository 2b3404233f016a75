const MAX_OFFSET = 18 * 3600;
/** Beyond these seconds a JavaScript date does not reach; the rules of a zone repeat there every 400 years. */
const REACH = 8_000_000_000_000;
const CYCLE = 146_097 * 86_400;

/** A fixed offset, or a zone of the IANA database. */
export class FeelZone {
  /**
   * @param id the IANA name, null for a fixed offset
   * @param offset seconds east of UTC; meaningless for an IANA zone
   */
  constructor(
    readonly id: string | null,
    readonly offset: number,
  ) {}
}

export const UTC = new FeelZone(null, 0);

/** How the formatter writes an offset; at UTC it writes none. */
const OFFSET = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/;

const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, FeelZone>();

function formatOf(id: string): Intl.DateTimeFormat {
  const found = formats.get(id);
  if (found !== undefined) return found;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' });
  formats.set(id, made);
  return made;
}

/** A zone by its IANA name; null where there is none. */
export function zoneById(id: string): FeelZone | null {
  const found = known.get(id);
  if (found !== undefined) return found;
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(id)) return null;
  try {
    formatOf(id);
  } catch {
    return null;
  }
  const zone = new FeelZone(id, 0);
  known.set(id, zone);
  return zone;
}

/** Null beyond ±18 hours. */
export function zoneByOffset(seconds: number): FeelZone | null {
  if (!Number.isInteger(seconds) || Math.abs(seconds) > MAX_OFFSET) return null;
  return seconds === 0 ? UTC : new FeelZone(null, seconds);
}

/** Parses what may follow a time: nothing, `Z`, `+HH:MM`, `+HH:MM:SS` or `@Zone/Name`; null where malformed. */
export function parseZone(text: string): FeelZone | null {
  if (text === 'Z' || text === 'z') return UTC;
  if (text.startsWith('@')) return zoneById(text.slice(1));
  const match = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [, sign, hours, minutes, seconds] = match;
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return zoneByOffset(sign === '-' ? -total : total);
}

export function offsetToString(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

export function zoneToString(zone: FeelZone): string {
  return zone.id === null ? offsetToString(zone.offset) : `@${zone.id}`;
}

/** Seconds east of UTC that hold in the zone at an instant. */
export function offsetAt(zone: FeelZone, epochSecond: number): number {
  if (zone.id === null) return zone.offset;
  const reachable = Math.abs(epochSecond) <= REACH ? epochSecond : epochSecond % CYCLE;
  const written = OFFSET.exec(formatOf(zone.id).format(Math.floor(reachable) * 1000));
  if (written === null) return 0;
  const [, sign, hours, minutes, seconds = '0'] = written;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -size : size;
}

/**
 * The offset of a wall clock time. In a gap of the clock the time before it is meant to go on, in an overlap the
 * earlier of the two offsets is taken, as `java.time` and `Temporal` do.
 */
export function offsetOfLocal(zone: FeelZone, localSecond: number): number {
  if (zone.id === null) return zone.offset;
  const before = offsetAt(zone, localSecond - 86_400);
  const after = offsetAt(zone, localSecond + 86_400);
  if (before === after && offsetAt(zone, localSecond - before) === before) return before;
  for (const candidate of [before, after]) {
    if (offsetAt(zone, localSecond - candidate) === candidate) return candidate;
  }
  return before;
}
