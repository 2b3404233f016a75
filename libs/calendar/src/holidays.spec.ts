import { describe, expect, it } from '@jest/globals';
import { easterSunday, nationalHolidays } from './holidays.ts';

describe('Easter Sunday', () => {
  it.each([
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('of %i is %s', (year, day) => {
    expect(easterSunday(year).toString()).toBe(day);
  });

  it('is a Sunday between 22 March and 25 April in every year of three centuries', () => {
    for (let year = 1900; year < 2200; year += 1) {
      const day = easterSunday(year);
      expect(day.dayOfWeek).toBe(7);
      expect(day.toString() >= `${year}-03-22` && day.toString() <= `${year}-04-25`).toBe(true);
    }
  });
});

describe('national holidays', () => {
  it('are thirteen in 2027, in the order of the year', () => {
    expect(nationalHolidays(2027).map(({ day }) => day)).toEqual([
      '2027-01-01',
      '2027-01-06',
      '2027-03-28',
      '2027-03-29',
      '2027-04-25',
      '2027-05-01',
      '2027-06-02',
      '2027-08-15',
      '2027-10-04',
      '2027-11-01',
      '2027-12-08',
      '2027-12-25',
      '2027-12-26',
    ]);
  });

  it('include 4 October from 2026 on', () => {
    const days = [2025, 2026, 2027].flatMap((year) => nationalHolidays(year).map(({ day }) => day));
    expect(days.filter((day) => day.endsWith('-10-04'))).toEqual(['2026-10-04', '2027-10-04']);
  });
});
