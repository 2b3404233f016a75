import { describe, expect, it } from '@jest/globals';
import { dayOf, latenessOf, startOfDay } from './lateness.ts';

const now = Date.parse('2027-01-28T10:00:00+01:00');
const at = (text: string): Date => new Date(text);

describe('lateness', () => {
  it.each([
    [null, 'none'],
    ['2027-01-28T09:59:59+01:00', 'late'],
    ['2027-01-28T23:59:59+01:00', 'today'],
    ['2027-01-29T00:00:00+01:00', 'soon'],
    ['2027-01-31T23:59:59+01:00', 'soon'],
    ['2027-02-01T00:00:00+01:00', 'in-time'],
  ] as const)('of what is due at %s is %s', (due, lateness) => {
    expect(latenessOf(due === null ? null : at(due), null, now)).toBe(lateness);
  });

  it('of what has ended is how it stood then', () => {
    const due = at('2027-01-20T12:00:00Z');
    expect(latenessOf(due, at('2027-01-20T11:59:59Z'), now)).toBe('in-time');
    expect(latenessOf(due, at('2027-01-20T12:00:01Z'), now)).toBe('late');
  });

  it('counts days of Rome, those of changing clocks included', () => {
    expect(dayOf(Date.parse('2027-01-27T23:30:00Z'))).toBe('2027-01-28');
    const beforeSummerTime = Date.parse('2027-03-27T12:00:00+01:00');
    expect(startOfDay(beforeSummerTime, 2)).toBe(Date.parse('2027-03-29T00:00:00+02:00'));
  });
});
