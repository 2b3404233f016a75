import { Temporal } from 'temporal-polyfill';
import { type Day, dayOfInstant, instantOf, instantText, type PlainDay, toPlainDay } from './day.ts';
import { dueDay, type TermChange } from './due-day.ts';
import type { TermRecord } from './term-record.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Date-times are ISO 8601 with the offset of the body's zone: `2027-01-31T23:59:59+01:00`. */
export interface EvaluatedTerm {
  /** End of the last day. */
  readonly termine: string;
  /** Morning of the day on which people are reminded; always after the start. */
  readonly promemoria: string;
  /** Last working day on which to finish without haste: for a fixed date, the one before it. */
  readonly obiettivo: string;
}

/** What the process start listener `iter:terms` sets as variables. */
export interface EvaluatedTerms extends EvaluatedTerm {
  /** Every term by its id, the main one (the first) included. */
  readonly termini: Readonly<Record<string, EvaluatedTerm>>;
}

const END_OF_DAY = '23:59:59';
const START_OF_WORK = '08:00:00';
const DEFAULT_REMINDER_DAYS = 7;

/**
 * The terms of a case that starts now.
 *
 * @param records in the order of the process; the first is the main term
 * @param startInstant milliseconds since 1970 (UTC) by the clock of the case's tenant
 * @returns undefined where the process has no terms
 */
export function evaluateTerms(
  records: readonly TermRecord[],
  startInstant: number,
  calendar: WorkingCalendar,
): EvaluatedTerms | undefined {
  const evaluated = records.map(
    (record) => [record.id, evaluateTerm(record, startInstant, calendar)] as const,
  );
  const main = evaluated[0]?.[1];
  return main === undefined ? undefined : { ...main, termini: Object.fromEntries(evaluated) };
}

/**
 * The same for one term, with what has changed it since. A suspension without an end leaves the term without
 * a date: undefined.
 *
 * @throws RangeError where a change is refused; ask `dueDay` first for the reason.
 */
export function evaluateTerm(
  record: TermRecord,
  startInstant: number,
  calendar: WorkingCalendar,
): EvaluatedTerm;
export function evaluateTerm(
  record: TermRecord,
  startInstant: number,
  calendar: WorkingCalendar,
  changes: readonly TermChange[],
): EvaluatedTerm | undefined;
export function evaluateTerm(
  record: TermRecord,
  startInstant: number,
  calendar: WorkingCalendar,
  changes: readonly TermChange[] = [],
): EvaluatedTerm | undefined {
  const start = dayOfInstant(startInstant, calendar.zone);
  const reading = dueDay(record, start.toString(), calendar, changes);
  if (reading.state === 'refused') {
    throw new RangeError(
      `Expected a change that the term '${record.id}' allows, but found ${reading.problem}`,
    );
  }
  if (reading.state === 'suspended') return undefined;
  const due = toPlainDay(reading.due);
  return {
    termine: instantText(due, END_OF_DAY, calendar.zone),
    promemoria: reminderOf(record, startInstant, due, calendar),
    obiettivo: instantText(toPlainDay(targetOf(record, reading.due, calendar)), END_OF_DAY, calendar.zone),
  };
}

function targetOf(record: TermRecord, due: Day, calendar: WorkingCalendar): Day {
  return record.kind === 'fixed-date' ? calendar.workingDayBefore(due) : calendar.lastWorkingDayUntil(due);
}

/** A reminder that would lie before the start comes half-way between start and end instead. */
function reminderOf(
  record: TermRecord,
  startInstant: number,
  due: PlainDay,
  calendar: WorkingCalendar,
): string {
  const wanted = due.subtract({ days: reminderDays(record) });
  if (instantOf(wanted, START_OF_WORK, calendar.zone) > startInstant) {
    return instantText(wanted, START_OF_WORK, calendar.zone);
  }
  const half = startInstant + Math.floor((instantOf(due, END_OF_DAY, calendar.zone) - startInstant) / 2);
  return Temporal.Instant.fromEpochMilliseconds(half)
    .toZonedDateTimeISO(calendar.zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function reminderDays({ reminder }: TermRecord): number {
  if (reminder === undefined) return DEFAULT_REMINDER_DAYS;
  const amount = Number(reminder.slice(1, -1));
  return reminder.endsWith('W') ? amount * 7 : amount;
}
