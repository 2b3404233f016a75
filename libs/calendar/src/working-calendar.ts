import { Temporal } from 'temporal-polyfill';
import type { CalendarSettings } from './calendar-settings.ts';
import { type Day, type PlainDay, toPlainDay } from './day.ts';
import { type Holiday, type Label, nationalHolidays } from './holidays.ts';

/** Working days and holidays of one body. Days are ISO texts (`2027-01-31`). */
export interface WorkingCalendar {
  readonly zone: string;
  /** Why the day is a holiday (national, or the body's own); absent on all other days, Sundays included. */
  holidayOn(day: Day): Label | undefined;
  /** Sundays and holidays: days on which a term of calendar days does not end. */
  isHoliday(day: Day): boolean;
  /** A weekday of work that is neither a holiday nor a closure of the offices. */
  isWorkingDay(day: Day): boolean;
  /** The day itself, or the first day after it that is neither Sunday nor holiday. */
  firstNonHoliday(day: Day): Day;
  /** The last working day strictly before the day. */
  workingDayBefore(day: Day): Day;
  /** The day itself where it is a working day, otherwise the last working day before it. */
  lastWorkingDayUntil(day: Day): Day;
  /** Counts `amount` working days on from the day, which does not count itself; backwards below zero. */
  addWorkingDays(day: Day, amount: number): Day;
  /** Working days after `from`, up to and including `to`. */
  workingDaysBetween(from: Day, to: Day): number;
  /** Holidays of a year in the order of the calendar, the body's own among them. */
  holidays(year: number): readonly Holiday[];
}

/** A calendar without one working day within a year is a mistake of its settings, not a reason to search on. */
const SEARCH_LIMIT_DAYS = 400;

export function createWorkingCalendar(settings: CalendarSettings): WorkingCalendar {
  const working = new Set(settings.workingWeekdays);
  const closures = new Set(settings.closures.map(({ date }) => date));
  const years = new Map<number, readonly Holiday[]>();

  const holidays = (year: number): readonly Holiday[] => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const all = [...nationalHolidays(year), ...ownHolidays(settings, year)].sort((one, other) =>
      one.day < other.day ? -1 : 1,
    );
    years.set(year, all);
    return all;
  };
  const labelOf = (day: PlainDay): Label | undefined =>
    holidays(day.year).find((holiday) => holiday.day === day.toString())?.name;
  const isHoliday = (day: PlainDay): boolean => day.dayOfWeek === 7 || labelOf(day) !== undefined;
  const isWorking = (day: PlainDay): boolean =>
    working.has(day.dayOfWeek) && labelOf(day) === undefined && !closures.has(day.toString());
  const step = (from: PlainDay, by: 1 | -1, wanted: (day: PlainDay) => boolean): PlainDay => {
    let day = from;
    for (let walked = 0; walked <= SEARCH_LIMIT_DAYS; walked += 1) {
      if (wanted(day)) return day;
      day = day.add({ days: by });
    }
    throw new RangeError(
      `Expected a working day within ${SEARCH_LIMIT_DAYS} days of ${from.toString()}, but found none`,
    );
  };
  const addWorkingDays = (from: PlainDay, amount: number): PlainDay => {
    const by = amount < 0 ? -1 : 1;
    let day = from;
    for (let left = Math.abs(amount); left > 0; left -= 1) day = step(day.add({ days: by }), by, isWorking);
    return day;
  };

  return {
    zone: settings.zone,
    holidays,
    holidayOn: (day) => labelOf(toPlainDay(day)),
    isHoliday: (day) => isHoliday(toPlainDay(day)),
    isWorkingDay: (day) => isWorking(toPlainDay(day)),
    firstNonHoliday: (day) => step(toPlainDay(day), 1, (candidate) => !isHoliday(candidate)).toString(),
    workingDayBefore: (day) => step(toPlainDay(day).subtract({ days: 1 }), -1, isWorking).toString(),
    lastWorkingDayUntil: (day) => step(toPlainDay(day), -1, isWorking).toString(),
    addWorkingDays: (day, amount) => addWorkingDays(toPlainDay(day), amount).toString(),
    workingDaysBetween: (from, to) => countBetween(toPlainDay(from), toPlainDay(to), isWorking),
  };
}

function ownHolidays(settings: CalendarSettings, year: number): Holiday[] {
  return settings.holidays.map(({ date, name }) => ({
    day: Temporal.PlainDate.from(`${String(year).padStart(4, '0')}-01-01`)
      .with({ month: Number(date.slice(0, 2)), day: Number(date.slice(3)) }, { overflow: 'constrain' })
      .toString(),
    name,
  }));
}

function countBetween(from: PlainDay, to: PlainDay, counts: (day: PlainDay) => boolean): number {
  let found = 0;
  for (
    let day = from.add({ days: 1 });
    Temporal.PlainDate.compare(day, to) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (counts(day)) found += 1;
  }
  return found;
}
