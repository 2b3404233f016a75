import { describe, expect, it } from '@jest/globals';
import type { JsonText } from '@iter/engine-core';
import { nextDueDate, scheduleTimer } from './timer-texts.ts';

const ZONE = 'Europe/Rome';
const at = (text: string): number => Date.parse(text);
const FROM = at('2027-01-15T09:00:00+01:00');
const schedule = (kind: 'date' | 'duration' | 'cycle', text: unknown) =>
  scheduleTimer(kind, JSON.stringify(text) as JsonText, FROM, ZONE);

describe('a timer', () => {
  it.each([
    ['date', '2027-01-31T12:00:00+01:00', '2027-01-31T11:00:00Z'],
    ['date', '2027-01-31T11:00:00Z', '2027-01-31T11:00:00Z'],
    ['date', '2027-07-31T12:00:00@Europe/Rome', '2027-07-31T10:00:00Z'],
    ['date', '2027-07-31T12:00:00+02:00[Europe/Rome]', '2027-07-31T10:00:00Z'],
    ['duration', 'PT15M', '2027-01-15T08:15:00Z'],
    ['duration', 'P1M', '2027-02-15T08:00:00Z'],
    ['duration', 'PT0S', '2027-01-15T08:00:00Z'],
    ['duration', '-P1D', '2027-01-14T08:00:00Z'],
  ] as const)('of a %s %s is due once at %s', (kind, text, due) => {
    expect(schedule(kind, text)).toEqual({ ok: true, value: { dueAt: at(due), repeatsLeft: 0 } });
  });

  it.each([
    ['R3/PT10M', '2027-01-15T08:10:00Z', 2, 'PT10M'],
    ['R/P1D', '2027-01-16T08:00:00Z', null, 'P1D'],
    ['R2/2027-02-01T00:00:00+01:00/P1W', '2027-01-31T23:00:00Z', 1, 'P1W'],
    ['0 0 8 * * 1', '2027-01-18T07:00:00Z', null, '0 0 8 * * 1'],
  ])('of the cycle %s is first due at %s', (text, due, repeatsLeft, every) => {
    expect(schedule('cycle', text)).toEqual({ ok: true, value: { dueAt: at(due), repeatsLeft, every } });
  });

  it.each([
    ['date', '2027-01-31'],
    ['date', '2027-01-31T12:00:00'],
    ['date', 5],
    ['date', null],
    ['duration', '15 minutes'],
    ['duration', { days: 1 }],
    ['cycle', 'R0/PT1M'],
    ['cycle', 'R/PT0S'],
    ['cycle', 'R3/-PT1M'],
    ['cycle', 'every day'],
  ] as const)('of the %s %j is a wrong value', (kind, value) => {
    expect(schedule(kind, value)).toMatchObject({ ok: false, failure: { code: 'EXTRACT_VALUE_ERROR' } });
  });

  it('counts days by the calendar when the clocks change', () => {
    const before = at('2027-03-27T12:00:00+01:00');
    const day = scheduleTimer('duration', '"P1D"' as JsonText, before, ZONE);
    expect(day).toMatchObject({ value: { dueAt: at('2027-03-28T12:00:00+02:00') } });
    const hours = scheduleTimer('duration', '"PT24H"' as JsonText, before, ZONE);
    expect(hours).toMatchObject({ value: { dueAt: at('2027-03-28T13:00:00+02:00') } });
  });
});

describe('the next date of a cycle', () => {
  const due = at('2027-01-15T08:00:00Z');
  const next = (every: string, repeatsLeft: number | null, now: string): string | undefined => {
    const found = nextDueDate(every, due, repeatsLeft, at(now), ZONE);
    return found === undefined ? undefined : new Date(found).toISOString();
  };

  it('counts from the last due date and not from now', () => {
    expect(next('PT1H', 3, '2027-01-15T08:20:00Z')).toBe('2027-01-15T09:00:00.000Z');
    expect(next('PT1H', null, '2027-01-15T08:20:00Z')).toBe('2027-01-15T09:00:00.000Z');
  });

  it('is the missed one where the number is bounded, else the first in the future', () => {
    expect(next('PT1H', 3, '2027-02-01T08:20:00Z')).toBe('2027-01-15T09:00:00.000Z');
    expect(next('PT1H', null, '2027-02-01T08:20:00Z')).toBe('2027-02-01T09:00:00.000Z');
    expect(next('P1M', null, '2027-05-20T00:00:00Z')).toBe('2027-06-15T07:00:00.000Z');
    expect(next('0 0 8 * * *', null, '2027-01-20T10:00:00Z')).toBe('2027-01-21T07:00:00.000Z');
  });

  it('keeps the day of months that are longer', () => {
    const end = at('2027-01-31T08:00:00Z');
    const found = nextDueDate('P1M', end, null, at('2027-01-31T08:00:01Z'), ZONE);
    expect(new Date(found ?? 0).toISOString()).toBe('2027-02-28T08:00:00.000Z');
  });
});
