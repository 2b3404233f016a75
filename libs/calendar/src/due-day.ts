import { Temporal } from 'temporal-polyfill';
import { type Day, daysBetween, isBefore, type PlainDay, toPlainDay } from './day.ts';
import type { DurationTerm, FixedDateTerm, TermRecord, TermUnit } from './term-record.ts';
import type { WorkingCalendar } from './working-calendar.ts';

interface Recorded {
  /** Why, in words that stand in the record. */
  readonly reason: string;
  /** User id of who decided it. */
  readonly author: string;
}

/** One stop for information or documents that the office does not have (law 241/1990, art. 2, c. 7). */
export interface InformationSuspension extends Recorded {
  readonly kind: 'information-suspension';
  readonly from: Day;
  /** Day on which the term runs again; open where it is missing. */
  readonly to?: Day;
}

/** Any other suspension that a norm of the sector provides, without the limits of art. 2, c. 7. */
export interface OtherSuspension extends Recorded {
  readonly kind: 'suspension';
  readonly from: Day;
  readonly to?: Day;
}

/** Notice of the reasons against granting the request (law 241/1990, art. 10-bis). */
export interface RejectionNotice extends Recorded {
  readonly kind: 'rejection-notice';
  /** Day on which the applicant received it. */
  readonly from: Day;
  /** Day on which the applicant's remarks arrived, if any did. */
  readonly remarksOn?: Day;
}

export interface TermExtension extends Recorded {
  readonly kind: 'extension';
  readonly amount: number;
  readonly unit: TermUnit;
}

export type TermChange = InformationSuspension | OtherSuspension | RejectionNotice | TermExtension;

export const TERM_CHANGE_PROBLEMS = [
  'FIXED_DATE_CANNOT_CHANGE',
  'SECOND_INFORMATION_SUSPENSION',
  'INFORMATION_SUSPENSION_TOO_LONG',
  'SUSPENSION_ENDS_BEFORE_IT_STARTS',
  'SUSPENSIONS_OVERLAP',
  'TERM_HAD_EXPIRED',
  'BEFORE_START',
] as const;
export type TermChangeProblem = (typeof TERM_CHANGE_PROBLEMS)[number];

export type DueDay =
  | { readonly state: 'running'; readonly due: Day }
  /** A suspension has no end yet: nobody can say when the term ends. */
  | { readonly state: 'suspended'; readonly since: Day }
  | { readonly state: 'refused'; readonly problem: TermChangeProblem; readonly change: number };

const INFORMATION_LIMIT_DAYS = 30;
const REMARKS_DAYS = 10;

/**
 * The last day of a term.
 *
 * A fixed date never moves and cannot be suspended. A duration does not count its first day; in calendar days,
 * months or years it counts holidays, and a last day on a Sunday or holiday moves to the next day that is
 * none. Suspended days are added at the end.
 *
 * @param start day on which the term begins to run (not counted)
 */
export function dueDay(
  term: TermRecord,
  start: Day,
  calendar: WorkingCalendar,
  changes: readonly TermChange[] = [],
): DueDay {
  if (term.kind === 'fixed-date') {
    return changes.length > 0
      ? { state: 'refused', problem: 'FIXED_DATE_CANNOT_CHANGE', change: 0 }
      : { state: 'running', due: nextFixedDate(term, toPlainDay(start)).toString() };
  }
  return changedDueDay(term, start, calendar, changes);
}

/** The first day of the year `MM-DD` that is not before `start`; 29 February is the 28th in other years. */
function nextFixedDate(term: FixedDateTerm, start: PlainDay): PlainDay {
  const month = Number(term.date.slice(0, 2));
  const day = Number(term.date.slice(3));
  const inYear = (year: number): PlainDay =>
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  const here = inYear(start.year);
  return isBefore(here, start) ? inYear(start.year + 1) : here;
}

interface Pause {
  readonly from: PlainDay;
  readonly to: PlainDay | undefined;
  readonly change: number;
}

function changedDueDay(
  term: DurationTerm,
  start: Day,
  calendar: WorkingCalendar,
  changes: readonly TermChange[],
): DueDay {
  const refused = (problem: TermChangeProblem, change: number): DueDay => ({
    state: 'refused',
    problem,
    change,
  });
  const problem = problemOf(changes, toPlainDay(start));
  if (problem !== undefined) return refused(problem.problem, problem.change);
  const pauses = pausesOf(changes, calendar);
  const firstCounted = toPlainDay(start).add({ days: 1 });
  let end = toPlainDay(unmovedEnd(term.amount, term.unit, start, calendar));
  for (const change of changes) {
    if (change.kind === 'extension') {
      end = toPlainDay(unmovedEnd(change.amount, change.unit, end.toString(), calendar));
    }
  }
  let previousEnd: PlainDay | undefined;
  for (const pause of pauses) {
    if (previousEnd !== undefined && isBefore(pause.from, previousEnd)) {
      return refused('SUSPENSIONS_OVERLAP', pause.change);
    }
    if (isBefore(movedOn(end, term.unit, calendar), pause.from))
      return refused('TERM_HAD_EXPIRED', pause.change);
    if (pause.to === undefined) return { state: 'suspended', since: pause.from.toString() };
    // The first day does not count, so a pause that begins on it does not win that day.
    const from = isBefore(pause.from, firstCounted) ? firstCounted : pause.from;
    if (isBefore(from, pause.to)) end = prolonged(end, term.unit, { from, to: pause.to }, calendar);
    previousEnd = pause.to;
  }
  return { state: 'running', due: movedOn(end, term.unit, calendar).toString() };
}

/** Adds the days that did not count, from the first day of the pause to the day before its end. */
function prolonged(
  end: PlainDay,
  unit: TermUnit,
  { from, to }: { from: PlainDay; to: PlainDay },
  calendar: WorkingCalendar,
): PlainDay {
  if (unit !== 'working-days') return end.add({ days: daysBetween(from, to) });
  return toPlainDay(calendar.addWorkingDays(end.toString(), workingDaysIn(from, to, calendar)));
}

/** The last day before it is moved off Sundays and holidays. */
function unmovedEnd(amount: number, unit: TermUnit, start: Day, calendar: WorkingCalendar): Day {
  const from = toPlainDay(start);
  switch (unit) {
    case 'calendar-days':
      return from.add({ days: amount }).toString();
    case 'working-days':
      return calendar.addWorkingDays(start, amount);
    // Civil code art. 2963: the same day of the last month, or that month's last day.
    case 'months':
      return from.add({ months: amount }, { overflow: 'constrain' }).toString();
    case 'years':
      return from.add({ years: amount }, { overflow: 'constrain' }).toString();
  }
}

function movedOn(end: PlainDay, unit: TermUnit, calendar: WorkingCalendar): PlainDay {
  return unit === 'working-days' ? end : toPlainDay(calendar.firstNonHoliday(end.toString()));
}

/** Working days on which the term stood still: those from the first day of the pause to the day before its end. */
function workingDaysIn(from: PlainDay, to: PlainDay, calendar: WorkingCalendar): number {
  const dayBefore = (day: PlainDay): Day => day.subtract({ days: 1 }).toString();
  return calendar.workingDaysBetween(dayBefore(from), dayBefore(to));
}

function pausesOf(changes: readonly TermChange[], calendar: WorkingCalendar): Pause[] {
  const pauses: Pause[] = [];
  changes.forEach((change, index) => {
    if (change.kind === 'extension') return;
    const from = toPlainDay(change.from);
    if (change.kind === 'rejection-notice') {
      pauses.push({ from, to: remarksOver(change, calendar), change: index });
    } else {
      pauses.push({ from, to: change.to === undefined ? undefined : toPlainDay(change.to), change: index });
    }
  });
  return pauses.sort((one, other) => Temporal.PlainDate.compare(one.from, other.from));
}

/** Art. 10-bis: ten days after the remarks, or when the ten days in which to make them are over; late ones do not count. */
function remarksOver(notice: RejectionNotice, calendar: WorkingCalendar): PlainDay {
  const lastForRemarks = toPlainDay(
    calendar.firstNonHoliday(toPlainDay(notice.from).add({ days: REMARKS_DAYS }).toString()),
  );
  const remarks = notice.remarksOn === undefined ? undefined : toPlainDay(notice.remarksOn);
  if (remarks === undefined || isBefore(lastForRemarks, remarks)) return lastForRemarks;
  return remarks.add({ days: REMARKS_DAYS });
}

function problemOf(
  changes: readonly TermChange[],
  start: PlainDay,
): { problem: TermChangeProblem; change: number } | undefined {
  let informationSuspensions = 0;
  for (const [index, change] of changes.entries()) {
    if (change.kind === 'extension') continue;
    const from = toPlainDay(change.from);
    if (isBefore(from, start)) return { problem: 'BEFORE_START', change: index };
    const end = change.kind === 'rejection-notice' ? change.remarksOn : change.to;
    if (end !== undefined && isBefore(toPlainDay(end), from)) {
      return { problem: 'SUSPENSION_ENDS_BEFORE_IT_STARTS', change: index };
    }
    if (change.kind !== 'information-suspension') continue;
    informationSuspensions += 1;
    if (informationSuspensions > 1) return { problem: 'SECOND_INFORMATION_SUSPENSION', change: index };
    if (end !== undefined && daysBetween(from, toPlainDay(end)) > INFORMATION_LIMIT_DAYS) {
      return { problem: 'INFORMATION_SUSPENSION_TOO_LONG', change: index };
    }
  }
  return undefined;
}
