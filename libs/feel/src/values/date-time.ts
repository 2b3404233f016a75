import { addMonths, dateToString, FeelDate, fromEpochDay, parseDate, toEpochDay } from './date.ts';
import {
  clockToString,
  END_OF_DAY,
  FeelTime,
  parseTime,
  secondOfDay,
  timeOfNanos,
  timeToString,
} from './time.ts';
import { offsetAt, offsetOfLocal, offsetToString } from './zone.ts';
import type { FeelZone } from './zone.ts';

const NANOS = 1_000_000_000n;
const DAY = 86_400n * NANOS;

/** A date and time, local or with a zone. */
export class FeelDateTime {
  readonly kind = 'date and time' as const;
  /** Seconds east of UTC, once they were asked for: to find them in a zone takes time. */
  knownOffset: number | null = null;

  constructor(
    readonly date: FeelDate,
    readonly time: FeelTime,
  ) {}
}

const MIDNIGHT = new FeelTime(0, 0, 0, 0, null);

/** Parses `YYYY-MM-DDTHH:MM:SS` with a fraction and a zone where given. A date alone is its midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const middle = text.indexOf('T');
  if (middle < 0) {
    const day = parseDate(text);
    return day === null ? null : new FeelDateTime(day, MIDNIGHT);
  }
  const date = parseDate(text.slice(0, middle));
  const time = parseTime(text.slice(middle + 1));
  if (date === null || time === null) return null;
  if (!END_OF_DAY.test(text.slice(middle + 1))) return new FeelDateTime(date, time);
  const next = fromEpochDay(toEpochDay(date) + 1);
  return next === null ? null : new FeelDateTime(next, time);
}

/** The canonical text, with `@Zone/Name` for a zone of the IANA database. */
export function dateTimeToString(value: FeelDateTime): string {
  return `${dateToString(value.date)}T${timeToString(value.time)}`;
}

/** ISO 8601 with the offset that holds then, which every other program reads. */
export function dateTimeToIso(value: FeelDateTime): string {
  const local = `${dateToString(value.date)}T${clockToString(value.time)}`;
  return value.time.zone === null ? local : local + offsetToString(offsetOf(value) ?? 0);
}

/** Nanoseconds since 1970-01-01T00:00 on the value's own wall clock. */
export function localNanos(value: FeelDateTime): bigint {
  return (
    BigInt(toEpochDay(value.date)) * DAY + BigInt(secondOfDay(value.time)) * NANOS + BigInt(value.time.nano)
  );
}

/** Seconds east of UTC; null for a local value. */
export function offsetOf(value: FeelDateTime): number | null {
  const { zone } = value.time;
  if (zone === null) return null;
  if (zone.id === null) return zone.offset;
  value.knownOffset ??= offsetOfLocal(zone, toEpochDay(value.date) * 86_400 + secondOfDay(value.time));
  return value.knownOffset;
}

/** Nanoseconds since 1970-01-01T00:00Z. A local value is read on the clock of `zone`, or of UTC without one. */
export function epochNanos(value: FeelDateTime, zone: FeelZone | null = null): bigint {
  const offset = offsetOf(value) ?? (zone === null ? 0 : offsetOf(withZone(value, zone))) ?? 0;
  return localNanos(value) - BigInt(offset) * NANOS;
}

/** The date and time that many nanoseconds after 1970-01-01T00:00 on its own wall clock. */
export function fromLocalNanos(nanos: bigint, zone: FeelZone | null): FeelDateTime | null {
  let day = nanos / DAY;
  let rest = nanos % DAY;
  if (rest < 0n) {
    rest += DAY;
    day -= 1n;
  }
  const date = fromEpochDay(Number(day));
  return date === null ? null : new FeelDateTime(date, timeOfNanos(rest, zone));
}

/** The instant as the clock of the zone shows it. */
export function fromEpochNanos(nanos: bigint, zone: FeelZone): FeelDateTime | null {
  const offset = offsetAt(zone, Number(nanos / NANOS));
  const shown = fromLocalNanos(nanos + BigInt(offset) * NANOS, zone);
  // When the clock is put back one hour comes twice: the second one is not to be taken for the first.
  if (shown !== null) shown.knownOffset = offset;
  return shown;
}

/** Adds an exact amount of time: in a zone the instant moves, a local value moves on its own clock. */
export function addNanos(value: FeelDateTime, nanos: bigint): FeelDateTime | null {
  const { zone } = value.time;
  return zone === null
    ? fromLocalNanos(localNanos(value) + nanos, null)
    : fromEpochNanos(epochNanos(value) + nanos, zone);
}

/** What it costs to make a date and time, in steps: the rules of a zone must be looked up. */
export function stepsOf(zone: FeelZone | null): number {
  return zone === null || zone.id === null ? 2 : 150;
}

export function addMonthsToDateTime(value: FeelDateTime, months: number): FeelDateTime | null {
  const date = addMonths(value.date, months);
  return date === null ? null : new FeelDateTime(date, value.time);
}

/** The same wall clock in another zone, or in none. */
export function withZone(value: FeelDateTime, zone: FeelZone | null): FeelDateTime {
  const { hour, minute, second, nano } = value.time;
  return new FeelDateTime(value.date, new FeelTime(hour, minute, second, nano, zone));
}

/** The midnight a date begins with, at UTC (DMN 1.5 §10.3.2.3.4). */
export function atMidnight(date: FeelDate, zone: FeelZone | null): FeelDateTime {
  return new FeelDateTime(date, new FeelTime(0, 0, 0, 0, zone));
}
