import { describe, expect, it } from '@jest/globals';
import { calendarSettingsSchema } from './calendar-settings.ts';
import { createWorkingCalendar } from './working-calendar.ts';

const turin = createWorkingCalendar(
  calendarSettingsSchema.parse({
    holidays: [{ date: '06-24', name: { it: 'San Giovanni Battista', en: 'Saint John the Baptist' } }],
    closures: [{ date: '2026-12-07', name: { it: 'Chiusura', en: 'Closed' } }],
  }),
);

describe('working days', () => {
  it.each([
    ['a Friday', '2027-01-29', true],
    ['a Saturday', '2027-01-30', false],
    ['a Sunday', '2027-01-31', false],
    ['4 October from 2026', '2027-10-04', false],
    ['4 October before 2026', '2024-10-04', true],
    ['Easter Monday', '2027-03-29', false],
    ['the patron saint', '2027-06-24', false],
    ['a closure of the offices', '2026-12-07', false],
    ['the leap day', '2028-02-29', true],
  ])('%s (%s)', (_name, day, working) => {
    expect(turin.isWorkingDay(day)).toBe(working);
  });

  it('count on without the day itself, over holidays', () => {
    expect(turin.addWorkingDays('2026-12-23', 3)).toBe('2026-12-29');
    expect(turin.addWorkingDays('2027-03-26', 1)).toBe('2027-03-30');
    expect(turin.addWorkingDays('2027-03-30', -1)).toBe('2027-03-26');
    expect(turin.addWorkingDays('2027-01-31', 0)).toBe('2027-01-31');
  });

  it('between two days do not count the first', () => {
    expect(turin.workingDaysBetween('2027-03-26', '2027-03-30')).toBe(1);
    expect(turin.workingDaysBetween('2027-03-22', '2027-03-26')).toBe(4);
    expect(turin.workingDaysBetween('2027-03-26', '2027-03-26')).toBe(0);
  });

  it('follow the working week of the body', () => {
    const six = createWorkingCalendar(calendarSettingsSchema.parse({ workingWeekdays: [1, 2, 3, 4, 5, 6] }));
    expect(six.isWorkingDay('2027-01-30')).toBe(true);
    expect(six.isWorkingDay('2027-06-24')).toBe(true);
  });
});

describe('holidays', () => {
  it('are named, the own ones of the body included', () => {
    expect(turin.holidayOn('2027-06-24')?.it).toBe('San Giovanni Battista');
    expect(turin.holidayOn('2027-10-04')?.en).toBe('Saint Francis of Assisi');
    expect(turin.holidayOn('2027-01-31')).toBeUndefined();
    expect(turin.holidays(2027)).toHaveLength(14);
  });

  it('move a last day on, a closure does not', () => {
    expect(turin.firstNonHoliday('2027-01-31')).toBe('2027-02-01');
    expect(turin.firstNonHoliday('2027-10-31')).toBe('2027-11-02');
    expect(turin.firstNonHoliday('2027-01-30')).toBe('2027-01-30');
    expect(turin.firstNonHoliday('2026-12-07')).toBe('2026-12-07');
  });
});

describe('settings', () => {
  it('refuse a calendar without working weekdays, a wrong day and an unknown zone', () => {
    expect(calendarSettingsSchema.safeParse({ workingWeekdays: [] }).success).toBe(false);
    expect(calendarSettingsSchema.safeParse({ zone: 'Europe/Turin' }).success).toBe(false);
    expect(
      calendarSettingsSchema.safeParse({ holidays: [{ date: '24-06', name: { it: 'x', en: 'x' } }] }).success,
    ).toBe(false);
  });
});
