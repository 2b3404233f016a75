import { describe, expect, it } from '@jest/globals';
import { readMoment, writeMoment, type TimerMoment } from './timer.ts';

describe('when a timer fires', () => {
  it.each<TimerMoment>([
    { kind: 'none' },
    { kind: 'after', amount: 60, unit: 'days' },
    { kind: 'after', amount: 2, unit: 'months' },
    { kind: 'after', amount: 30, unit: 'minutes' },
    { kind: 'term' },
    { kind: 'reminder' },
    { kind: 'date', date: '2027-02-28', time: '09:30' },
    { kind: 'yearly', day: 15, month: 1 },
    { kind: 'expression', timer: { field: 'timeDuration', source: '=attesa' } },
  ])('reads back what it writes: %j', (moment) => {
    expect(readMoment(writeMoment(moment))).toEqual(moment);
  });

  it('tells minutes from months', () => {
    expect(readMoment({ field: 'timeDuration', source: 'PT5M' })).toEqual({
      kind: 'after',
      amount: 5,
      unit: 'minutes',
    });
    expect(readMoment({ field: 'timeDuration', source: 'P5M' })).toMatchObject({ unit: 'months' });
  });

  it.each([
    { field: 'timeDuration', source: 'P1DT2H' },
    { field: 'timeCycle', source: 'R3/PT1H' },
    { field: 'timeDate', source: '2027-01-31T09:00:00+01:00' },
  ] as const)('leaves $source to those who write expressions', (timer) => {
    expect(readMoment(timer)).toEqual({ kind: 'expression', timer });
  });
});
