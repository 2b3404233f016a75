import { describe, expect, it } from '@jest/globals';
import { daysOf, readDue, writeDue, type Due } from './due-date.ts';

describe('by when', () => {
  it.each<Due>([
    { kind: 'none' },
    { kind: 'term' },
    { kind: 'reminder' },
    { kind: 'before-term', days: 10 },
    { kind: 'after-start', days: 30 },
    { kind: 'date', date: '2027-01-31' },
    { kind: 'expression', source: '=dataSeduta' },
  ])('reads back what it writes: %j', (due) => {
    expect(readDue(writeDue(due))).toEqual(due);
  });

  it('knows the term also when the diagram turns it into a date first', () => {
    expect(readDue('=date and time(termine)')).toEqual({ kind: 'term' });
    expect(readDue('= date and time( promemoria )')).toEqual({ kind: 'reminder' });
  });

  it('reads days before the term with and without the guard for cases that begin late', () => {
    const before = 'date and time(termine) - duration("P15D")';
    expect(readDue(`=${before}`)).toEqual({ kind: 'before-term', days: 15 });
    expect(readDue(`=if ${before} > now() then ${before} else date and time(termine)`)).toEqual({
      kind: 'before-term',
      days: 15,
    });
    const other = before.replace('15', '5');
    expect(readDue(`=if ${before} > now() then ${other} else termine`).kind).toBe('expression');
  });

  it.each(['=now() + duration("PT10H")', '=termine + duration("P1D")', '2027-01-31T10:00:00+01:00'])(
    'leaves %s to those who write FEEL',
    (source) => {
      expect(readDue(source)).toEqual({ kind: 'expression', source });
    },
  );

  it('takes whole days from one to ten years', () => {
    expect([' 15 ', '1', '3650'].map(daysOf)).toEqual([15, 1, 3650]);
    expect(['0', '-3', '3651', '1.5', 'due', '', undefined].map(daysOf)).toEqual(Array(7).fill(undefined));
  });
});
