import { pad } from './date.ts';
import { fractionToString, parseFraction } from './duration.ts';
import { parseZone, zoneToString } from './zone.ts';
import type { FeelZone } from './zone.ts';

const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(.*)$/;
export const END_OF_DAY = /^24:00:00(?:\.0+)?(?![\d.])/;
const DAY_NANOS = 86_400_000_000_000;

/** A time of day, local or with a zone. */
export class FeelTime {
  readonly kind = 'time' as const;

  constructor(
    readonly hour: number,
    readonly minute: number,
    readonly second: number,
    readonly nano: number,
    readonly zone: FeelZone | null,
  ) {}
}

/** Null where a field is out of its range. */
export function makeTime(
  hour: number,
  minute: number,
  second: number,
  nano: number,
  zone: FeelZone | null,
): FeelTime | null {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) return null;
  if (!Number.isInteger(minute) || minute < 0 || minute > 59) return null;
  if (!Number.isInteger(second) || second < 0 || second > 59) return null;
  return new FeelTime(hour, minute, second, nano, zone);
}

/** Parses `HH:MM:SS`, with a fraction and a zone where given. `24:00:00` is midnight (XML Schema part 2 §3.2.8). */
export function parseTime(text: string): FeelTime | null {
  if (END_OF_DAY.test(text)) return parseTime(`00${text.slice(2)}`);
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hour, minute, second, fraction = '', suffix = ''] = match;
  const zone = suffix === '' ? null : parseZone(suffix);
  if (suffix !== '' && zone === null) return null;
  return makeTime(Number(hour), Number(minute), Number(second), parseFraction(fraction), zone);
}

/** The clock without the zone. */
export function clockToString(time: FeelTime): string {
  const whole = `${pad(time.hour, 2)}:${pad(time.minute, 2)}:${pad(time.second, 2)}`;
  return whole + fractionToString(time.nano);
}

export function timeToString(time: FeelTime): string {
  return clockToString(time) + (time.zone === null ? '' : zoneToString(time.zone));
}

/** Seconds since midnight by the time's own clock, without the fraction. */
export function secondOfDay(time: FeelTime): number {
  return time.hour * 3600 + time.minute * 60 + time.second;
}

/** Moves a time within its day; days are dropped (DMN 1.5 table 57). */
export function addToTime(time: FeelTime, nanos: bigint): FeelTime {
  const start = BigInt(secondOfDay(time)) * 1_000_000_000n + BigInt(time.nano);
  const day = BigInt(DAY_NANOS);
  const moved = (((start + nanos) % day) + day) % day;
  return timeOfNanos(moved, time.zone);
}

/** The time that many nanoseconds after midnight. */
export function timeOfNanos(nanos: bigint, zone: FeelZone | null): FeelTime {
  const second = Number(nanos / 1_000_000_000n);
  const nano = Number(nanos % 1_000_000_000n);
  return new FeelTime(Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60, nano, zone);
}
