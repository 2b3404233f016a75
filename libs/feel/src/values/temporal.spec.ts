import { describe, expect, it } from '@jest/globals';
import { json } from '../../test/feel.ts';
import { fromEpochDay, makeDate, parseDate, toEpochDay, weekdayOf, weekOfYear } from './date.ts';

describe('dates', () => {
  it('counts days as JavaScript does, over 4000 years', () => {
    const wrong: number[] = [];
    for (let day = -1_000_000; day <= 1_000_000; day += 37) {
      const expected = new Date(day * 86_400_000);
      const date = fromEpochDay(day);
      const same =
        date !== null &&
        date.year === expected.getUTCFullYear() &&
        date.month === expected.getUTCMonth() + 1 &&
        date.day === expected.getUTCDate() &&
        toEpochDay(date) === day &&
        weekdayOf(date) % 7 === expected.getUTCDay();
      if (!same) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('knows the weeks of ISO 8601', () => {
    const weeks = [
      [2026, 1, 1, 1],
      [2027, 1, 3, 53],
      [2024, 12, 30, 1],
      [2020, 12, 31, 53],
    ] as const;
    for (const [year, month, day, week] of weeks) {
      const date = makeDate(year, month, day);
      expect(date && weekOfYear(date)).toBe(week);
    }
  });

  it.each([
    '2026-02-29',
    '26-01-01',
    '02026-01-01',
    '2026-1-1',
    '2026-01-01T',
    ' 2026-01-01',
    '1000000000-01-01',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('arithmetic of time', () => {
  it.each([
    ['@"2026-01-31" + @"P1M"', '"2026-02-28"'],
    ['@"2024-02-29" + @"P1Y"', '"2025-02-28"'],
    ['@"2026-01-31" - @"P1D"', '"2026-01-30"'],
    ['@"2026-03-01" - @"2026-02-01"', '"P28D"'],
    ['@"2026-01-01" + @"PT36H"', '"2026-01-02"'],
    ['@"23:30:00" + @"PT1H"', '"00:30:00"'],
    ['@"P1D" * 1.5', '"P1DT12H"'],
    ['@"P1Y" / @"P1M"', '12'],
    ['@"P1D" / 0', 'null'],
    ['-@"P1M"', '"-P1M"'],
    ['@"2026-01-01" < @"2026-01-02"', 'true'],
    ['@"2026-01-01T10:00:00" < @"2026-01-01T10:00:00Z"', 'null'],
    ['@"2026-01-01T10:00:00+01:00" = @"2026-01-01T09:00:00Z"', 'true'],
    ['years and months duration(@"2011-12-22", @"2013-08-24")', '"P1Y8M"'],
    ['last day of month(@"2028-02-10")', '"2028-02-29"'],
    ['day of week(@"2026-06-24")', '"Wednesday"'],
    ['@"2026-12-31T24:00:00"', '"2027-01-01T00:00:00"'],
    ['date and time("2018-04-29T09:30:00+02:00[Europe/Berlin]").timezone', '"Europe/Berlin"'],
    [
      'date and time(@"2020-07-31T14:27:30@Europe/Berlin", "America/Los_Angeles")',
      '"2020-07-31T05:27:30-07:00"',
    ],
  ])('%s is %s', (source, expected) => {
    expect(json(source)).toBe(expected);
  });

  it('moves the instant through the changes of the clock in Rome', () => {
    expect(json('@"2026-03-28T12:00:00@Europe/Rome" + @"PT24H"')).toBe('"2026-03-29T13:00:00+02:00"');
    expect(json('@"2026-10-24T12:00:00@Europe/Rome" + @"PT24H"')).toBe('"2026-10-25T11:00:00+01:00"');
    expect(json('@"2026-03-29T02:30:00@Europe/Rome".time offset')).toBe('"PT1H"');
    expect(json('@"2026-10-25T02:30:00@Europe/Rome".time offset')).toBe('"PT2H"');
    expect(json('@"2026-03-28T12:00:00@Europe/Rome" + @"P1M"')).toBe('"2026-04-28T12:00:00+02:00"');
  });
});
