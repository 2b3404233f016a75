import type { Lateness } from '@iter/contract';
import { Temporal } from 'temporal-polyfill';

/** The zone in which the law counts days. */
const ZONE = 'Europe/Rome';
/** A due date is near when at most so many days lie between. */
const SOON_DAYS = 3;

/** First instant, in epoch milliseconds, of the day that is so many days after today. */
export function startOfDay(now: number, daysAhead = 0): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
  return today.startOfDay().add({ days: daysAhead }).epochMilliseconds;
}

/** The tenant's day, `YYYY-MM-DD`. */
export function dayOf(now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** How a due date stands to now or, for what has ended, how it stood to its end. */
export function latenessOf(dueAt: Date | null, endedAt: Date | null, now: number): Lateness {
  if (dueAt === null) return 'none';
  const due = dueAt.getTime();
  if ((endedAt?.getTime() ?? now) > due) return 'late';
  if (endedAt !== null) return 'in-time';
  if (due < startOfDay(now, 1)) return 'today';
  return due < startOfDay(now, SOON_DAYS + 1) ? 'soon' : 'in-time';
}
