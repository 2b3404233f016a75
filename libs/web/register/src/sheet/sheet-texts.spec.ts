import { describe, expect, it } from '@jest/globals';
import { durationDays, reminderText, sourceText, termText } from './sheet-texts.ts';

const t = (key: string, params: Record<string, string | number> = {}) =>
  `${key}(${Object.values(params).join(',')})`;
const term = {
  id: 'pubblicazione',
  label: null,
  kind: 'fixed-date' as const,
  date: '01-31',
  amount: null,
  unit: null,
  basis: null,
  reminder: 'P15D',
};

describe('terms in words', () => {
  it('reads days and weeks', () => {
    expect([durationDays('P15D'), durationDays('P2W'), durationDays('P1W3D')]).toEqual([15, 14, 10]);
    expect([durationDays('P1M'), durationDays('PT1H'), durationDays('P')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says a fixed date as day and month, the leap day too', () => {
    const monthDay = (iso: string) => iso;
    expect(termText(term, t, monthDay)).toBe('term.fixed(2028-01-31)');
    expect(termText({ ...term, date: '02-29' }, t, monthDay)).toBe('term.fixed(2028-02-29)');
  });

  it('says an amount with its unit', () => {
    const duration = {
      ...term,
      kind: 'duration' as const,
      date: null,
      amount: 60,
      unit: 'calendar-days' as const,
    };
    expect(termText(duration, t, String)).toBe('term.calendar-days(60)');
  });

  it('shows a reminder it cannot count as it is', () => {
    expect(reminderText(term, t)).toBe('term.reminder(15)');
    expect(reminderText({ ...term, reminder: 'P1M' }, t)).toBe('term.reminderRaw(P1M)');
    expect(reminderText({ ...term, reminder: null }, t)).toBeUndefined();
  });
});

describe('source lines', () => {
  it('joins parts', () => {
    expect(
      sourceText({
        file: 'a.txt',
        lines: [
          [120, 134],
          [140, 140],
        ],
      }),
    ).toBe('120–134, 140');
  });
});
