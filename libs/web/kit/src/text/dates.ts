/** The zone in which every date of the product is shown and every day is counted. */
export const ZONE = 'Europe/Rome';

export type Locale = 'it' | 'en';

/** `Date`, ISO date-time with offset, or an ISO day (`2027-01-31`), which means noon of that day in Rome. */
export type Moment = Date | string;

const TAG: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' };

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

function toDate(moment: Moment): Date | undefined {
  const date =
    typeof moment === 'string'
      ? // Noon UTC is the same calendar day in Rome all year round.
        new Date(DAY_ONLY.test(moment) ? `${moment}T12:00:00Z` : moment)
      : moment;
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = locale + JSON.stringify(options);
  let found = formats.get(id);
  if (!found) {
    found = new Intl.DateTimeFormat(TAG[locale], { timeZone: ZONE, ...options });
    formats.set(id, found);
  }
  return found;
}

function format(moment: Moment, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const date = toDate(moment);
  return date ? formatter(locale, options).format(date) : String(moment);
}

/** "31 gennaio 2027" */
export const formatDate = (moment: Moment, locale: Locale = 'it'): string =>
  format(moment, locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** "31 gen 2027" */
export const formatShortDate = (moment: Moment, locale: Locale = 'it'): string =>
  format(moment, locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** "31 gennaio 2027 alle ore 23:59" / "31 January 2027 at 23:59" */
export const formatDateTime = (moment: Moment, locale: Locale = 'it'): string =>
  format(moment, locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

/** "31 gen 2027, 23:59" */
export const formatShortDateTime = (moment: Moment, locale: Locale = 'it'): string =>
  format(moment, locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

/** "23:59" */
export const formatTime = (moment: Moment, locale: Locale = 'it'): string =>
  format(moment, locale, { hour: '2-digit', minute: '2-digit' });

/** The ISO day that a moment falls on in Rome, `2027-01-31`. */
export function dayInRome(moment: Moment): string {
  const date = toDate(moment);
  if (!date) return '';
  return formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(date)
    .reduce(
      (iso, part) =>
        part.type === 'year' || part.type === 'month' || part.type === 'day'
          ? iso.replace(part.type, part.value)
          : iso,
      'year-month-day',
    );
}

const DAY_MS = 86_400_000;

/** Calendar days from one moment to the other, counted in Rome: negative when `to` lies before `from`. */
export function calendarDaysBetween(from: Moment, to: Moment): number {
  const day = (moment: Moment): number => Date.parse(`${dayInRome(moment)}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / DAY_MS);
}

export type DueKind = 'late' | 'today' | 'soon' | 'later';

export interface DueState {
  kind: DueKind;
  /** Days of delay when late (0: the hour has passed, the day has not), else days that remain. */
  days: number;
}

/** Up to so many remaining days a due date is near; the server counts `soon` in the same way. */
export const SOON_DAYS = 3;

/** How a due date stands at `now`. */
export function dueState(due: Moment, now: Date): DueState {
  const date = toDate(due);
  const days = calendarDaysBetween(now, due);
  if (date && date.getTime() < now.getTime() && !(typeof due === 'string' && DAY_ONLY.test(due) && days >= 0))
    return { kind: 'late', days: Math.max(0, -days) };
  if (days === 0) return { kind: 'today', days };
  return { kind: days <= SOON_DAYS ? 'soon' : 'later', days };
}

/** The rough length of a stretch of time, as `{unit, count}` of the largest fitting unit. */
export function roughLength(milliseconds: number): { unit: 'minute' | 'hour' | 'day'; count: number } {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 60) return { unit: 'minute', count: minutes };
  const hours = Math.round(minutes / 60);
  if (hours < 48) return { unit: 'hour', count: hours };
  return { unit: 'day', count: Math.round(hours / 24) };
}
