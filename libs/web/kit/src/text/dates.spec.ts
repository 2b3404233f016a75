import { describe, expect, it } from '@jest/globals';
import {
  calendarDaysBetween,
  dayInRome,
  dueState,
  formatDate,
  formatDateTime,
  roughLength,
} from './dates.ts';

describe('dates', () => {
  it('shows a moment in Rome, whatever the zone of the machine', () => {
    expect(formatDate('2027-01-31T23:30:00Z')).toBe('1 febbraio 2027');
    expect(formatDateTime('2027-07-01T10:05:00Z')).toContain('12:05');
    expect(formatDate('2027-01-31', 'en')).toBe('31 January 2027');
  });

  it('takes a bare day as that day', () => {
    expect(dayInRome('2027-03-28')).toBe('2027-03-28');
    expect(formatDate('2027-10-31')).toBe('31 ottobre 2027');
  });

  it('counts calendar days across the change to summer time', () => {
    expect(calendarDaysBetween('2027-03-27T12:00:00+01:00', '2027-03-29T00:30:00+02:00')).toBe(2);
    expect(calendarDaysBetween('2027-11-01T12:00:00+01:00', '2027-10-30T12:00:00+02:00')).toBe(-2);
  });

  it('shows what cannot be read as it is', () => {
    expect(formatDate('domani')).toBe('domani');
  });
});

describe('due state', () => {
  const now = new Date('2027-01-29T10:00:00+01:00');
  it.each([
    ['2027-01-28T23:59:59+01:00', 'late', 1],
    ['2027-01-29T09:00:00+01:00', 'late', 0],
    ['2027-01-29T23:59:59+01:00', 'today', 0],
    ['2027-01-29', 'today', 0],
    ['2027-01-30T00:10:00+01:00', 'soon', 1],
    ['2027-02-01T23:59:59+01:00', 'soon', 3],
    ['2027-02-02T00:10:00+01:00', 'later', 4],
  ])('%s is %s by %i days', (due, kind, days) => {
    expect(dueState(due, now)).toEqual({ kind, days });
  });
});

describe('rough length', () => {
  it('takes the largest fitting unit', () => {
    expect(roughLength(90_000)).toEqual({ unit: 'minute', count: 2 });
    expect(roughLength(3 * 3_600_000)).toEqual({ unit: 'hour', count: 3 });
    expect(roughLength(75 * 3_600_000)).toEqual({ unit: 'day', count: 3 });
  });
});
