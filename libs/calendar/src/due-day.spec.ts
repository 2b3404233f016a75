import { describe, expect, it } from '@jest/globals';
import { calendarSettingsSchema } from './calendar-settings.ts';
import { dueDay, type TermChange } from './due-day.ts';
import type { DurationTerm, TermRecord, TermUnit } from './term-record.ts';
import { createWorkingCalendar } from './working-calendar.ts';

const turin = createWorkingCalendar(
  calendarSettingsSchema.parse({
    holidays: [{ date: '06-24', name: { it: 'San Giovanni Battista', en: 'Saint John the Baptist' } }],
  }),
);
const yearly = (date: string): TermRecord => ({ kind: 'fixed-date', id: 'piano', date, basis: 'norma' });
const lasting = (amount: number, unit: TermUnit = 'calendar-days'): DurationTerm => ({
  kind: 'duration',
  id: 'procedimento',
  amount,
  unit,
  basis: 'norma',
});
const due = (term: TermRecord, start: string, changes: TermChange[] = []): string => {
  const reading = dueDay(term, start, turin, changes);
  if (reading.state !== 'running')
    throw new Error(`Expected a running term, but found ${JSON.stringify(reading)}`);
  return reading.due;
};
const recorded = { reason: 'richiesta di documenti', author: 'anna.ferrero' };

describe('a fixed date', () => {
  it.each([
    ['is that of the year while it lies ahead', '01-31', '2027-01-15', '2027-01-31'],
    ['is that of the next year once it is past', '01-31', '2027-02-15', '2028-01-31'],
    ['counts its own day', '01-31', '2027-01-31', '2027-01-31'],
    ['does not move off a Sunday', '10-31', '2027-06-01', '2027-10-31'],
    ['does not move off a holiday', '10-04', '2027-06-01', '2027-10-04'],
    ['is the last of February where there is no 29th', '02-29', '2027-01-10', '2027-02-28'],
    ['is the leap day where there is one', '02-29', '2028-01-10', '2028-02-29'],
  ])('%s', (_name, date, start, expected) => {
    expect(due(yearly(date), start)).toBe(expected);
  });

  it('cannot be suspended', () => {
    const change: TermChange = { kind: 'suspension', from: '2027-01-16', ...recorded };
    expect(dueDay(yearly('01-31'), '2027-01-15', turin, [change])).toEqual({
      state: 'refused',
      problem: 'FIXED_DATE_CANNOT_CHANGE',
      change: 0,
    });
  });
});

describe('a suspension from the first day', () => {
  it.each([
    ['does not win that day, which does not count', '2027-03-01', '2027-03-11', '2027-04-09'],
    ['is as long as one from the day after', '2027-03-02', '2027-03-11', '2027-04-09'],
    ['that ends on it changes nothing', '2027-03-01', '2027-03-01', '2027-03-31'],
  ])('%s', (_name, from, to, expected) => {
    expect(due(lasting(30), '2027-03-01', [{ kind: 'suspension', from, to, ...recorded }])).toBe(expected);
  });
});

describe('a duration', () => {
  it.each([
    ['does not count its first day', lasting(30), '2027-03-01', '2027-03-31'],
    ['moves from Sunday 31 January to Monday', lasting(30), '2027-01-01', '2027-02-01'],
    ['moves from Sunday 31 October over All Saints', lasting(30), '2027-10-01', '2027-11-02'],
    ['moves off 4 October 2027', lasting(10), '2027-09-24', '2027-10-05'],
    ['ended on 4 October before 2026', lasting(10), '2024-09-24', '2024-10-04'],
    ['moves over Easter and Easter Monday', lasting(10), '2027-03-18', '2027-03-30'],
    ['moves off the patron saint', lasting(10), '2027-06-14', '2027-06-25'],
    ['may end on a Saturday', lasting(29), '2027-01-01', '2027-01-30'],
    ['counts the leap day', lasting(30), '2028-02-01', '2028-03-02'],
    ['counts holidays in between', lasting(60), '2026-11-05', '2027-01-04'],
    ['in working days jumps over them', lasting(5, 'working-days'), '2026-12-23', '2026-12-31'],
    ['in months ends on the same day', lasting(6, 'months'), '2027-01-15', '2027-07-15'],
    [
      'in months ends on the last day where there is no same day',
      lasting(1, 'months'),
      '2028-01-31',
      '2028-02-29',
    ],
    ['in years', lasting(1, 'years'), '2028-02-29', '2029-02-28'],
  ])('%s', (_name, term, start, expected) => {
    expect(due(term, start)).toBe(expected);
  });
});

describe('what changes a term', () => {
  it('adds the days of a suspension at the end', () => {
    const change: TermChange = {
      kind: 'information-suspension',
      from: '2027-03-10',
      to: '2027-03-25',
      ...recorded,
    };
    expect(due(lasting(30), '2027-03-01', [change])).toBe('2027-04-15');
  });

  it('adds the working days of a suspension to a term in working days', () => {
    const change: TermChange = { kind: 'suspension', from: '2027-03-10', to: '2027-03-15', ...recorded };
    expect(due(lasting(10, 'working-days'), '2027-03-01')).toBe('2027-03-15');
    expect(due(lasting(10, 'working-days'), '2027-03-01', [change])).toBe('2027-03-18');
  });

  it('has no date while a suspension is open', () => {
    const change: TermChange = { kind: 'suspension', from: '2027-03-10', ...recorded };
    expect(dueDay(lasting(30), '2027-03-01', turin, [change])).toEqual({
      state: 'suspended',
      since: '2027-03-10',
    });
  });

  it('extends', () => {
    const change: TermChange = { kind: 'extension', amount: 30, unit: 'calendar-days', ...recorded };
    expect(due(lasting(30), '2027-03-01', [change])).toBe('2027-04-30');
  });

  it('resumes ten days after the remarks on a notice of rejection', () => {
    const notice: TermChange = {
      kind: 'rejection-notice',
      from: '2027-03-11',
      remarksOn: '2027-03-16',
      ...recorded,
    };
    // 11 to 26 March stand still: 15 days more than 31 March.
    expect(due(lasting(30), '2027-03-01', [notice])).toBe('2027-04-15');
  });

  it('resumes after the term for remarks where none came, or came too late', () => {
    const notice: TermChange = { kind: 'rejection-notice', from: '2027-03-11', ...recorded };
    // The tenth day is Sunday 21 March: Monday 22.
    expect(due(lasting(30), '2027-03-01', [notice])).toBe('2027-04-12');
    expect(due(lasting(30), '2027-03-01', [{ ...notice, remarksOn: '2027-03-23' }])).toBe('2027-04-12');
  });

  it.each<[string, TermChange[], string, number]>([
    [
      'a second suspension for information',
      [
        { kind: 'information-suspension', from: '2027-03-05', to: '2027-03-06', ...recorded },
        { kind: 'information-suspension', from: '2027-03-08', to: '2027-03-09', ...recorded },
      ],
      'SECOND_INFORMATION_SUSPENSION',
      1,
    ],
    [
      'a suspension for information of 31 days',
      [{ kind: 'information-suspension', from: '2027-03-05', to: '2027-04-05', ...recorded }],
      'INFORMATION_SUSPENSION_TOO_LONG',
      0,
    ],
    [
      'an end before the beginning',
      [{ kind: 'suspension', from: '2027-03-05', to: '2027-03-04', ...recorded }],
      'SUSPENSION_ENDS_BEFORE_IT_STARTS',
      0,
    ],
    [
      'suspensions that overlap',
      [
        { kind: 'suspension', from: '2027-03-05', to: '2027-03-10', ...recorded },
        { kind: 'suspension', from: '2027-03-09', to: '2027-03-12', ...recorded },
      ],
      'SUSPENSIONS_OVERLAP',
      1,
    ],
    [
      'a suspension after the end',
      [{ kind: 'suspension', from: '2027-04-01', ...recorded }],
      'TERM_HAD_EXPIRED',
      0,
    ],
    [
      'a suspension before the start',
      [{ kind: 'suspension', from: '2027-02-28', ...recorded }],
      'BEFORE_START',
      0,
    ],
  ])('refuses %s', (_name, changes, problem, change) => {
    expect(dueDay(lasting(30), '2027-03-01', turin, changes)).toEqual({ state: 'refused', problem, change });
  });

  it('allows a suspension for information of exactly thirty days', () => {
    const change: TermChange = {
      kind: 'information-suspension',
      from: '2027-03-05',
      to: '2027-04-04',
      ...recorded,
    };
    expect(due(lasting(30), '2027-03-01', [change])).toBe('2027-04-30');
  });
});
