import { describe, expect, it } from '@jest/globals';
import * as slow from '../test/slow-calendar.ts';
import { calendarSettingsSchema } from './calendar-settings.ts';
import { dueDay, type TermChange } from './due-day.ts';
import { evaluateTerm } from './evaluate-terms.ts';
import { nationalHolidays } from './holidays.ts';
import type { DurationTerm, TermUnit } from './term-record.ts';
import { createWorkingCalendar } from './working-calendar.ts';

const turin = createWorkingCalendar(
  calendarSettingsSchema.parse({
    holidays: [{ date: '06-24', name: { it: 'San Giovanni Battista', en: 'Saint John the Baptist' } }],
  }),
);
const FIRST = slow.numberOf('2020-01-01');
const LAST = slow.numberOf('2035-12-31');
/** Days that everybody asks about; each is met as a start and as an end. */
const NAMED = (
  '2027-01-31 2027-10-31 2027-10-04 2026-10-04 2025-10-04 2027-03-28 2027-03-29 2027-06-24 ' +
  '2024-02-29 2028-02-29 2032-02-29 2027-12-31 2028-01-01'
)
  .split(' ')
  .map(slow.numberOf);

const recorded = { reason: 'documenti', author: 'anna.ferrero' };
const lasting = (amount: number, unit: TermUnit): DurationTerm => ({
  kind: 'duration',
  id: 'procedimento',
  amount,
  unit,
  basis: 'norma',
});
const due = (term: DurationTerm, start: number, changes: readonly TermChange[] = []): unknown => {
  const reading = dueDay(term, slow.textOf(start), turin, changes);
  return reading.state === 'running' ? reading.due : reading;
};

/** Whole numbers below a limit, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What the calendar says against what counting says; differences only, so that a failure is short to read. */
function differences<Case>(
  cases: Iterable<Case>,
  both: (each: Case) => readonly [unknown, unknown],
): unknown[] {
  const found: unknown[] = [];
  for (const each of cases) {
    const [fast, counted] = both(each);
    if (JSON.stringify(fast) !== JSON.stringify(counted)) found.push({ each, fast, counted });
  }
  return found.slice(0, 5);
}

function* days(step = 1): Generator<number> {
  yield* NAMED;
  for (let day = FIRST; day <= LAST; day += step) yield day;
}

describe('from 2020 to 2035, as counted day by day', () => {
  it('every day is a holiday or a working day as it should be', () => {
    const both = (day: number) => {
      const text = slow.textOf(day);
      return [
        [turin.isHoliday(text), turin.isWorkingDay(text), turin.holidayOn(text) !== undefined],
        [slow.isFree(day), slow.works(day), slow.isFeast(day)],
      ] as const;
    };
    expect(differences(days(), both)).toEqual([]);
  });

  it('the holidays of the State are those of the list, and none twice', () => {
    for (let year = 2020; year <= 2035; year += 1) {
      const listed = nationalHolidays(year).map(({ day }) => day);
      const counted = [...days()]
        .slice(NAMED.length)
        .filter((day) => slow.isFeast(day) && slow.textOf(day).startsWith(`${year}`))
        .map(slow.textOf);
      // 24 June is the body's own.
      expect(listed).toEqual(counted.filter((day) => !day.endsWith('-06-24')));
    }
  });

  it.each([1, 5, 10, 30, 60, 90, 180])('a term of %i calendar days ends where it should', (amount) => {
    const both = (start: number) =>
      [
        due(lasting(amount, 'calendar-days'), start),
        slow.textOf(slow.movedOn(slow.lastDay(start, amount, () => true))),
      ] as const;
    expect(differences(days(2), both)).toEqual([]);
  });

  it('a term ends on each named day, or on the first after it that is none', () => {
    const both = ([day, amount]: readonly [number, number]) =>
      [due(lasting(amount, 'calendar-days'), day - amount), slow.textOf(slow.movedOn(day))] as const;
    const cases = NAMED.flatMap((day) => [1, 10, 30, 365].map((amount) => [day, amount] as const));
    expect(differences(cases, both)).toEqual([]);
  });

  it.each([1, 7, 30])('a term of %i working days ends where it should', (amount) => {
    const both = (start: number) =>
      [
        due(lasting(amount, 'working-days'), start),
        slow.textOf(slow.lastDay(start, amount, slow.works)),
      ] as const;
    expect(differences(days(11), both)).toEqual([]);
  });

  it.each([1, 3, 6, 12])('a term of %i months ends where it should', (amount) => {
    const expected = (start: number) => slow.textOf(slow.movedOn(slow.monthsLater(start, amount)));
    const inTime = [...days(25)].filter((start) => start + amount * 31 < LAST);
    const both = (start: number) => [due(lasting(amount, 'months'), start), expected(start)] as const;
    expect(differences(inTime, both)).toEqual([]);
  });

  it.each([1, 4])('a term of %i years ends where it should', (amount) => {
    const inTime = [...days(25)].filter((start) => start + amount * 366 < LAST);
    const both = (start: number) =>
      [
        due(lasting(amount, 'years'), start),
        slow.textOf(slow.movedOn(slow.monthsLater(start, amount * 12))),
      ] as const;
    expect(differences(inTime, both)).toEqual([]);
  });

  it('suspensions and extensions add exactly the days that did not count', () => {
    const next = numbers(1990);
    const cases = Array.from({ length: 250 }, () => ({
      start: FIRST + next(LAST - FIRST - 400),
      amount: 20 + next(100),
      after: next(20),
      pause: next(31),
      extension: next(3) * 15,
      unit: (['calendar-days', 'working-days'] as const)[next(2)] ?? 'calendar-days',
    }));
    const both = ({ start, amount, after, pause, extension, unit }: (typeof cases)[number]) => {
      const from = start + after;
      const changes: TermChange[] = [
        {
          kind: 'information-suspension',
          from: slow.textOf(from),
          to: slow.textOf(from + pause),
          ...recorded,
        },
        ...(extension === 0 ? [] : [{ kind: 'extension', amount: extension, unit, ...recorded } as const]),
      ];
      const counts = unit === 'working-days' ? slow.works : () => true;
      const last = slow.lastDay(start, amount + extension, counts, [{ from, to: from + pause }]);
      const counted = slow.textOf(unit === 'working-days' ? last : slow.movedOn(last));
      return [due(lasting(amount, unit), start, changes), counted] as const;
    };
    expect(differences(cases, both)).toEqual([]);
  });

  it('a notice of rejection stops the term until ten days after remarks, or after the time for them', () => {
    const next = numbers(241);
    const cases = Array.from({ length: 800 }, () => ({
      start: FIRST + next(LAST - FIRST - 400),
      after: 1 + next(25),
      remarks: next(30),
    }));
    const both = ({ start, after, remarks }: (typeof cases)[number]) => {
      const from = start + after;
      const timeEnds = slow.movedOn(from + 10);
      // From twenty on there are no remarks at all; those that come late do not count.
      const made = remarks < 20 ? { remarksOn: slow.textOf(from + remarks) } : {};
      const to = remarks < 20 && from + remarks <= timeEnds ? from + remarks + 10 : timeEnds;
      const notice: TermChange = { kind: 'rejection-notice', from: slow.textOf(from), ...made, ...recorded };
      const last = slow.lastDay(start, 30, () => true, [{ from, to }]);
      return [due(lasting(30, 'calendar-days'), start, [notice]), slow.textOf(slow.movedOn(last))] as const;
    };
    expect(differences(cases, both)).toEqual([]);
  });

  it('31 January and 31 October stay, and the target is the last working day before', () => {
    const both = ([start, date]: readonly [number, string]) => {
      let day = start;
      while (!slow.textOf(day).endsWith(date)) day += 1;
      let target = day - 1;
      while (!slow.works(target)) target -= 1;
      const term = { kind: 'fixed-date', id: 'piano', date, basis: 'norma' } as const;
      const { termine, obiettivo } = evaluateTerm(term, start * 86_400_000 + 36_000_000, turin);
      return [
        [termine, obiettivo],
        [slow.textInItaly(day, '23:59:59'), slow.textInItaly(target, '23:59:59')],
      ] as const;
    };
    const starts = [...days(11)].filter((start) => start < LAST - 366);
    const cases = starts.flatMap((start) =>
      ['01-31', '10-31', '10-04'].map((date) => [start, date] as const),
    );
    expect(differences(cases, both)).toEqual([]);
  });

  it('a case starts on the day it is in Italy, and its terms have the offset of their own day', () => {
    const hour = 3_600_000;
    const next = numbers(2035);
    const random = Array.from(
      { length: 3000 },
      () => FIRST * 24 * hour + next((LAST - FIRST - 200) * 24) * hour,
    );
    // Every hour of the days on which the clock is changed, and of those around them.
    const changes = ['2027-03-28', '2027-10-31', '2028-03-26', '2028-10-29'].flatMap((day) =>
      Array.from({ length: 72 }, (_, index) => (slow.numberOf(day) - 1) * 24 * hour + index * hour),
    );
    const both = (instant: number) => {
      const { termine, promemoria } = evaluateTerm(lasting(45, 'calendar-days'), instant, turin);
      const last = slow.movedOn(slow.dayInItaly(instant) + 45);
      return [
        [termine, promemoria],
        [slow.textInItaly(last, '23:59:59'), slow.textInItaly(last - 7, '08:00:00')],
      ] as const;
    };
    expect(differences([...random, ...changes], both)).toEqual([]);
  });
});
