import { weekdayOf } from './date.ts';
import type { FeelDate } from './date.ts';
import { offsetOf } from './date-time.ts';
import type { FeelDateTime } from './date-time.ts';
import { daysDurationFields, FeelDaysDuration } from './duration.ts';
import type { FeelMonthsDuration } from './duration.ts';
import type { FeelRange } from './range.ts';
import type { FeelTime } from './time.ts';
import type { FeelValue } from './value.ts';

/** A property of a value that is no context (DMN 1.5 tables 65 and 66); `undefined` where it has none so named. */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  if (value === null || typeof value !== 'object' || !('kind' in value)) return undefined;
  switch (value.kind) {
    case 'date':
      return dateProperty(value, name);
    case 'time':
      return timeProperty(value, null, name);
    case 'date and time':
      return dateProperty(value.date, name) ?? timeProperty(value.time, value, name);
    case 'days and time duration':
      return daysProperty(value, name);
    case 'years and months duration':
      return monthsProperty(value, name);
    case 'range':
      return rangeProperty(value, name);
    default:
      return undefined;
  }
}

function dateProperty(date: FeelDate, name: string): FeelValue | undefined {
  switch (name) {
    case 'year':
      return date.year;
    case 'month':
      return date.month;
    case 'day':
      return date.day;
    case 'weekday':
      return weekdayOf(date);
    default:
      return undefined;
  }
}

function timeProperty(time: FeelTime, whole: FeelDateTime | null, name: string): FeelValue | undefined {
  switch (name) {
    case 'hour':
      return time.hour;
    case 'minute':
      return time.minute;
    case 'second':
      return time.second;
    case 'time offset':
      return timeOffset(time, whole);
    case 'timezone':
      return time.zone?.id ?? null;
    default:
      return undefined;
  }
}

function timeOffset(time: FeelTime, whole: FeelDateTime | null): FeelValue {
  if (time.zone === null) return null;
  const seconds = whole === null ? (time.zone.id === null ? time.zone.offset : null) : offsetOf(whole);
  return seconds === null ? null : new FeelDaysDuration(BigInt(seconds) * 1_000_000_000n);
}

function daysProperty(duration: FeelDaysDuration, name: string): FeelValue | undefined {
  const fields = daysDurationFields(duration);
  const sign = (value: number): number => (fields.negative && value !== 0 ? -value : value);
  switch (name) {
    case 'days':
      return sign(Number(fields.days));
    case 'hours':
      return sign(fields.hours);
    case 'minutes':
      return sign(fields.minutes);
    case 'seconds':
      return sign(fields.seconds);
    default:
      return undefined;
  }
}

function monthsProperty(duration: FeelMonthsDuration, name: string): FeelValue | undefined {
  if (name === 'years') return Math.trunc(duration.months / 12) || 0;
  return name === 'months' ? duration.months % 12 || 0 : undefined;
}

function rangeProperty(range: FeelRange, name: string): FeelValue | undefined {
  switch (name) {
    case 'start':
      return range.start ?? null;
    case 'end':
      return range.end ?? null;
    case 'start included':
      return range.startIncluded;
    case 'end included':
      return range.endIncluded;
    default:
      return undefined;
  }
}
