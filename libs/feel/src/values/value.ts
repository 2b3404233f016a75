import { FeelDecimal } from './number.ts';
import type { FeelNumber } from './number.ts';
import type { FeelDate } from './date.ts';
import type { FeelTime } from './time.ts';
import type { FeelDateTime } from './date-time.ts';
import type { FeelDaysDuration, FeelMonthsDuration } from './duration.ts';
import type { FeelFunction } from './function.ts';
import type { FeelRange } from './range.ts';

/** A list is never changed once it is made. */
export type FeelList = readonly FeelValue[];

/** A context: entries in the order they were written. A `Map`, so that no key is special. */
export type FeelContext = ReadonlyMap<string, FeelValue>;

export type FeelTemporal = FeelDate | FeelTime | FeelDateTime;
export type FeelDuration = FeelDaysDuration | FeelMonthsDuration;

/** Every value of the FEEL semantic domain (DMN 1.5 §10.3.2.2). */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelTemporal
  | FeelDuration
  | FeelRange
  | FeelFunction
  | FeelList
  | FeelContext;

export type FeelKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'
  | 'list'
  | 'context';

/** The kind of a value, by the names the standard gives to types. */
export function kindOf(value: FeelValue): FeelKind {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    default:
      if (value === null) return 'null';
      if (value instanceof FeelDecimal) return 'number';
      if (Array.isArray(value)) return 'list';
      if (value instanceof Map) return 'context';
      return (value as FeelTemporal | FeelDuration | FeelRange | FeelFunction).kind;
  }
}

export function isList(value: FeelValue): value is FeelList {
  return Array.isArray(value);
}

export function isContext(value: FeelValue): value is FeelContext {
  return value instanceof Map;
}
