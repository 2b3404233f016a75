import type { Run } from '../run.ts';
import { DATE, DATE_TIME, NUMBER, STRING } from '../types/type.ts';
import { dayOfYear, daysInMonth, FeelDate, weekdayOf, weekOfYear } from '../values/date.ts';
import { FeelDateTime, fromEpochNanos, stepsOf } from '../values/date-time.ts';
import type { FeelValue } from '../values/value.ts';
import { UTC, zoneById } from '../values/zone.ts';
import { builtin, dateOrDateTime, overload } from './define.ts';
import type { Builtin } from './define.ts';

function dayOf(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDate ? value : value.date;
}

function now(run: Run): FeelValue {
  const zone = zoneById(run.zone) ?? UTC;
  run.step(stepsOf(zone));
  return fromEpochNanos(BigInt(Math.trunc(run.now)) * 1_000_000n, zone);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const TEMPORAL_BUILTINS: readonly Builtin[] = [
  builtin('now', 'standard and camunda', DATE_TIME, overload([], now)),
  builtin(
    'today',
    'standard and camunda',
    DATE,
    overload([], (run) => {
      const value = now(run);
      return value instanceof FeelDateTime ? value.date : null;
    }),
  ),
  builtin(
    'day of year',
    'standard and camunda',
    NUMBER,
    overload([dateOrDateTime('date')], (_, value) => dayOfYear(dayOf(value))),
  ),
  builtin(
    'week of year',
    'standard and camunda',
    NUMBER,
    overload([dateOrDateTime('date')], (_, value) => weekOfYear(dayOf(value))),
  ),
  builtin(
    'month of year',
    'standard and camunda',
    STRING,
    overload([dateOrDateTime('date')], (_, value) => MONTHS[dayOf(value).month - 1] ?? null),
  ),
  builtin(
    'day of week',
    'standard and camunda',
    STRING,
    overload([dateOrDateTime('date')], (_, value) => WEEKDAYS[weekdayOf(dayOf(value)) - 1] ?? null),
  ),
  builtin(
    'last day of month',
    'camunda',
    DATE,
    overload([dateOrDateTime('date')], (_, value) => {
      const { year, month } = dayOf(value);
      return new FeelDate(year, month, daysInMonth(year, month));
    }),
  ),
];
