import { describe, expect, it } from '@jest/globals';
import { calendarSettingsSchema } from './calendar-settings.ts';
import { evaluateTerm, evaluateTerms } from './evaluate-terms.ts';
import { readTermRecords, type TermRecord } from './term-record.ts';
import { createWorkingCalendar } from './working-calendar.ts';

const turin = createWorkingCalendar(
  calendarSettingsSchema.parse({
    holidays: [{ date: '06-24', name: { it: 'San Giovanni Battista', en: 'Saint John the Baptist' } }],
  }),
);
const plan: TermRecord = {
  kind: 'fixed-date',
  id: 'pubblicazione',
  date: '01-31',
  basis: 'L. 190/2012, art. 1, c. 8',
  reminder: 'P15D',
};
const sixtyDays: TermRecord = {
  kind: 'duration',
  id: 'procedimento',
  amount: 60,
  unit: 'calendar-days',
  basis: 'norma',
};
const at = (text: string): number => Date.parse(text);

describe('the terms of a case', () => {
  it('started on 15 January is due on 31 January of that year', () => {
    expect(evaluateTerms([plan], at('2027-01-15T10:00:00+01:00'), turin)).toEqual({
      termine: '2027-01-31T23:59:59+01:00',
      promemoria: '2027-01-16T08:00:00+01:00',
      obiettivo: '2027-01-29T23:59:59+01:00',
      termini: {
        pubblicazione: {
          termine: '2027-01-31T23:59:59+01:00',
          promemoria: '2027-01-16T08:00:00+01:00',
          obiettivo: '2027-01-29T23:59:59+01:00',
        },
      },
    });
  });

  it('started on 15 February is due on 31 January of the next year', () => {
    expect(evaluateTerms([plan], at('2027-02-15T10:00:00+01:00'), turin)?.termine).toBe(
      '2028-01-31T23:59:59+01:00',
    );
  });

  it('takes the day of the start in the zone of the body', () => {
    expect(evaluateTerms([plan], at('2027-01-31T22:30:00Z'), turin)?.termine).toBe(
      '2027-01-31T23:59:59+01:00',
    );
    expect(evaluateTerms([plan], at('2027-01-31T23:30:00Z'), turin)?.termine).toBe(
      '2028-01-31T23:59:59+01:00',
    );
  });

  it('carries the offset of the day on which it ends', () => {
    const evaluated = evaluateTerms([sixtyDays], at('2027-02-15T09:00:00+01:00'), turin);
    expect(evaluated?.termine).toBe('2027-04-16T23:59:59+02:00');
    expect(evaluateTerms([sixtyDays], at('2027-09-15T09:00:00+02:00'), turin)?.termine).toBe(
      '2027-11-15T23:59:59+01:00',
    );
  });

  it('takes the first term as the main one and gives all by id', () => {
    const evaluated = evaluateTerms([sixtyDays, plan], at('2027-01-15T10:00:00+01:00'), turin);
    expect(evaluated?.termine).toBe('2027-03-16T23:59:59+01:00');
    expect(Object.keys(evaluated?.termini ?? {})).toEqual(['procedimento', 'pubblicazione']);
  });

  it('reminds half-way where the wanted day lies before the start', () => {
    const late = evaluateTerms([plan], at('2027-01-30T12:00:00+01:00'), turin);
    expect(late?.promemoria).toBe('2027-01-31T05:59:59+01:00');
  });

  it('has none where the process has none', () => {
    expect(evaluateTerms([], at('2027-01-15T10:00:00+01:00'), turin)).toBeUndefined();
  });
});

describe('one term with its changes', () => {
  it('has no date while it is suspended, and refuses what the law does not allow', () => {
    const recorded = { reason: 'documenti', author: 'anna.ferrero' };
    const start = at('2027-03-01T09:00:00+01:00');
    expect(
      evaluateTerm(sixtyDays, start, turin, [{ kind: 'suspension', from: '2027-03-10', ...recorded }]),
    ).toBeUndefined();
    expect(() =>
      evaluateTerm(plan, start, turin, [{ kind: 'suspension', from: '2027-03-10', ...recorded }]),
    ).toThrow('FIXED_DATE_CANNOT_CHANGE');
  });
});

describe('reading term records', () => {
  it('gives them in order with defaults filled in', () => {
    const reading = readTermRecords([
      JSON.stringify(plan),
      '{"kind":"duration","id":"a","amount":3,"basis":"x"}',
    ]);
    expect(reading).toEqual({
      ok: true,
      records: [plan, { kind: 'duration', id: 'a', amount: 3, unit: 'calendar-days', basis: 'x' }],
    });
  });

  it('names every term that cannot be read', () => {
    const reading = readTermRecords([
      '{"kind":"fixed-date","id":"a","date":"31-01","basis":"x"}',
      'not json',
      '{"kind":"duration","id":"b","amount":0,"basis":"x"}',
    ]);
    expect(reading.ok ? [] : reading.problems.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('refuses the same id twice', () => {
    const reading = readTermRecords([JSON.stringify(plan), JSON.stringify(plan)]);
    expect(reading).toEqual({
      ok: false,
      problems: [{ index: 1, reason: "Expected the term 'pubblicazione' only once" }],
    });
  });
});
