import { dateToString } from './date.ts';
import { dateTimeToString } from './date-time.ts';
import { daysDurationToString, monthsDurationToString } from './duration.ts';
import { numberToString } from './number.ts';
import type { FeelNumber } from './number.ts';
import type { FeelRange } from './range.ts';
import { timeToString } from './time.ts';
import { isContext, isList, kindOf } from './value.ts';
import type { FeelFunction } from './function.ts';
import type { FeelDuration, FeelTemporal, FeelValue } from './value.ts';

/** The text that the built-in `string` gives for a value (DMN 1.5 table 75); strings inside others are quoted. */
export function valueToString(value: FeelValue): string {
  return typeof value === 'string' ? value : nestedToString(value);
}

function nestedToString(value: FeelValue): string {
  if (isList(value)) return `[${value.map(nestedToString).join(', ')}]`;
  if (isContext(value)) {
    return `{${[...value].map(([key, entry]) => `${keyToString(key)}: ${nestedToString(entry)}`).join(', ')}}`;
  }
  if (typeof value === 'string') return quote(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (kindOf(value) === 'number') return numberToString(value as FeelNumber);
  return objectToString(value as FeelTemporal | FeelDuration | FeelRange | FeelFunction);
}

function objectToString(value: FeelTemporal | FeelDuration | FeelRange | FeelFunction): string {
  switch (value.kind) {
    case 'date':
      return dateToString(value);
    case 'time':
      return timeToString(value);
    case 'date and time':
      return dateTimeToString(value);
    case 'days and time duration':
      return daysDurationToString(value);
    case 'years and months duration':
      return monthsDurationToString(value);
    case 'range':
      return rangeToString(value);
    case 'function':
      return `function(${value.parameters.map((parameter) => parameter.name).join(', ')})`;
  }
}

export function rangeToString(range: FeelRange): string {
  const end = (value: FeelValue | undefined): string =>
    value === undefined ? 'null' : nestedToString(value);
  return `${range.startIncluded ? '[' : '('}${end(range.start)}..${end(range.end)}${range.endIncluded ? ']' : ')'}`;
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function keyToString(key: string): string {
  return /^[\p{L}_?][\p{L}\p{N}_ ]*$/u.test(key) ? key : quote(key);
}
