import { parseDate } from './date.ts';
import { parseDateTime } from './date-time.ts';
import { parseDaysDuration, parseMonthsDuration } from './duration.ts';
import { parseTime } from './time.ts';
import type { FeelDuration, FeelTemporal } from './value.ts';

/** The temporal value that a text spells, of whichever kind; null where it spells none. */
export function parseTemporal(text: string): FeelTemporal | FeelDuration | null {
  if (/^-?P/.test(text)) return parseDuration(text);
  return parseDate(text) ?? (text.includes('T') ? parseDateTime(text) : parseTime(text)) ?? parseTime(text);
}

export function parseDuration(text: string): FeelDuration | null {
  return parseMonthsDuration(text) ?? parseDaysDuration(text);
}
