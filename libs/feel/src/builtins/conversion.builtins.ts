import { fromJson, toJson } from '../json.ts';
import type { Run } from '../run.ts';
import { ANY, ANY_RANGE, DATE, DATE_TIME, MONTHS_DURATION, NUMBER, STRING, TIME } from '../types/type.ts';
import { payForText } from '../compile/result-size.ts';
import { FeelDate, makeDate, parseDate } from '../values/date.ts';
import { epochNanos, FeelDateTime, fromEpochNanos, parseDateTime, stepsOf } from '../values/date-time.ts';
import { parseDuration } from '../values/temporal-text.ts';
import { monthsDuration } from '../values/duration.ts';
import type { FeelDaysDuration } from '../values/duration.ts';
import { parseNumber, toDecimal, toPlainNumber } from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import { valueToString } from '../values/text.ts';
import { FeelTime, makeTime, parseTime } from '../values/time.ts';
import type { FeelValue } from '../values/value.ts';
import { parseZone, UTC, zoneById, zoneByOffset } from '../values/zone.ts';
import {
  any,
  builtin,
  date,
  dateOrDateTime,
  dateTime,
  daysDuration,
  nullable,
  number,
  optional,
  overload,
  text,
  time,
} from './define.ts';
import type { Builtin } from './define.ts';
import { parseRange } from './range-text.ts';

/** Null and a note where the text spells no such value. */
function parsed<T extends FeelValue>(run: Run, value: T | null, what: string): T | null {
  return value ?? run.warn('INVALID_ARGUMENT', `Expected ${what}.`);
}

/** The separators that the standard knows, each null where none is meant (DMN 1.5 table 75). */
function toNumber(run: Run, source: string, grouping: string | null, decimal: string | null): FeelValue {
  const groupingKnown = grouping === null || [' ', ',', '.'].includes(grouping);
  const decimalKnown = decimal === null || [',', '.'].includes(decimal);
  if (!groupingKnown || !decimalKnown || (grouping !== null && grouping === decimal)) {
    return run.warn('INVALID_ARGUMENT', 'Expected separators that are known and differ.');
  }
  const ungrouped = grouping === null ? source : source.replaceAll(grouping, '');
  const plain = decimal === ',' ? ungrouped.replace(',', '.') : ungrouped;
  const wellFormed = plain.length <= 80 && /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain);
  return parsed(run, wellFormed ? parseNumber(plain) : null, `a number, but got "${source.slice(0, 40)}"`);
}

/** Seconds may have a fraction. */
function timeFrom(
  run: Run,
  hour: FeelNumber,
  minute: FeelNumber,
  second: FeelNumber,
  offset: FeelDaysDuration | null | undefined,
): FeelValue {
  const whole = toDecimal(second).trunc().toNumber();
  const nano = toDecimal(second).minus(whole).times(1_000_000_000).trunc().toNumber();
  const zone =
    offset === null || offset === undefined ? null : zoneByOffset(Number(offset.nanos / 1_000_000_000n));
  if (zone === null && offset !== null && offset !== undefined)
    return run.warn('INVALID_ARGUMENT', 'Expected an offset of at most 18 hours.');
  const made = makeTime(toPlainNumber(hour), toPlainNumber(minute), whole, Math.abs(nano), zone);
  return parsed(run, made, 'a time of day');
}

/** Whole months from the one to the other, towards zero. */
function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  if (months < 0 && to.day > from.day) return months + 1;
  return months;
}

function dayOf(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDate ? value : value.date;
}

function dateTimeFrom(run: Run, source: string): FeelDateTime | null {
  const value = parseDateTime(source) ?? parseZoned(source);
  run.step(stepsOf(value?.time.zone ?? null));
  return value;
}

/** As Java writes it, and Camunda reads it: the zone in brackets after the offset, which the zone overrules. */
function parseZoned(source: string): FeelDateTime | null {
  const match = /^(.{10,40}?)(?:Z|[+-]\d{2}:\d{2})\[([^\]]+)\]$/.exec(source);
  return match === null ? null : parseDateTime(`${match[1]}@${match[2]}`);
}

/** The wall clock in another zone; a local value is read on the clock of the evaluation's zone. */
function inZone(run: Run, value: FeelDateTime, name: string): FeelValue {
  const zone = parseZone(name) ?? zoneById(name);
  if (zone === null)
    return run.warn('INVALID_ARGUMENT', `Expected a time zone, but got "${name.slice(0, 40)}".`);
  run.step(stepsOf(zone));
  return fromEpochNanos(epochNanos(value, zoneById(run.zone)), zone);
}

function parseJson(run: Run, source: string): FeelValue {
  run.step(source.length >> 2);
  run.cell(source.length >> 3);
  try {
    return fromJson(source);
  } catch {
    return run.warn('INVALID_ARGUMENT', 'Expected a JSON text.');
  }
}

export const CONVERSION_BUILTINS: readonly Builtin[] = [
  builtin(
    'string',
    'standard and camunda',
    STRING,
    overload([any('from')], (run, value) => {
      if (value === null) return null;
      if (typeof value === 'object') payForText(value, run);
      const written = valueToString(value);
      run.cell(written.length >> 4);
      return written;
    }),
  ),
  builtin(
    'number',
    'standard and camunda',
    NUMBER,
    overload(
      [
        text('from'),
        optional(nullable(text('grouping separator'))),
        optional(nullable(text('decimal separator'))),
      ],
      (run, source, grouping, decimal) => toNumber(run, source, grouping ?? null, decimal ?? null),
    ),
  ),
  builtin(
    'date',
    'standard and camunda',
    DATE,
    overload([text('from')], (run, source) => parsed(run, parseDate(source), 'a date as `YYYY-MM-DD`')),
    overload([dateOrDateTime('from')], (_, value) => dayOf(value)),
    overload([number('year'), number('month'), number('day')], (run, year, month, day) =>
      parsed(
        run,
        makeDate(toPlainNumber(year), toPlainNumber(month), toPlainNumber(day)),
        'a day of the calendar',
      ),
    ),
  ),
  builtin(
    'time',
    'standard and camunda',
    TIME,
    overload([text('from')], (run, source) => parsed(run, parseTime(source), 'a time as `HH:MM:SS`')),
    overload([time('from')], (_, value) => value),
    overload([dateTime('from')], (_, value) => value.time),
    overload([date('from')], () => new FeelTime(0, 0, 0, 0, UTC)),
    overload(
      [number('hour'), number('minute'), number('second'), optional(nullable(daysDuration('offset')))],
      timeFrom,
    ),
  ),
  builtin(
    'date and time',
    'standard and camunda',
    DATE_TIME,
    overload([text('from')], (run, source) =>
      parsed(run, dateTimeFrom(run, source), 'a date and time as `YYYY-MM-DDTHH:MM:SS`'),
    ),
    overload([dateTime('from')], (_, value) => value),
    overload([dateOrDateTime('date'), time('time')], (run, day, clock) => {
      run.step(stepsOf(clock.zone));
      return new FeelDateTime(dayOf(day), clock);
    }),
    overload([dateTime('date'), text('timezone')], inZone),
  ),
  builtin(
    'duration',
    'standard and camunda',
    ANY,
    overload([text('from')], (run, source) => parsed(run, parseDuration(source), 'a duration as `P…`')),
  ),
  builtin(
    'years and months duration',
    'standard and camunda',
    MONTHS_DURATION,
    overload([dateOrDateTime('from'), dateOrDateTime('to')], (_, from, to) =>
      monthsDuration(monthsBetween(dayOf(from), dayOf(to))),
    ),
  ),
  builtin(
    'range',
    'standard',
    ANY_RANGE,
    overload([text('from')], (run, source) => parsed(run, parseRange(source, run), 'a range of literals')),
  ),
  builtin('from json', 'camunda', ANY, overload([text('value')], parseJson)),
  builtin(
    'to json',
    'camunda',
    STRING,
    overload([any('value')], (run, value) => {
      if (typeof value === 'object' && value !== null) payForText(value, run);
      const written = toJson(value);
      run.cell(written.length >> 4);
      return written;
    }),
  ),
];
