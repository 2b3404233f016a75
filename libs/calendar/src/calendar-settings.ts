import { z } from 'zod';

const label = z.strictObject({ it: z.string().min(1).max(200), en: z.string().min(1).max(200) });

const zone = z.string().refine(isZone, { error: 'Expected the name of a time zone like "Europe/Rome"' });

const yearlyDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Expected a day of the year like "06-24"');

/**
 * The shape of `seeds/calendar.yaml`: what one body adds to the national calendar. Weekdays are those of
 * ISO 8601, 1 for Monday to 7 for Sunday.
 */
export const calendarSettingsSchema = z.strictObject({
  zone: zone.default('Europe/Rome'),
  workingWeekdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  /** Holidays of the body, every year (the patron saint): no work, and no term ends on them. */
  holidays: z.array(z.strictObject({ date: yearlyDay, name: label })).default([]),
  /** Single days without work, on which a term may still end. */
  closures: z.array(z.strictObject({ date: z.iso.date(), name: label })).default([]),
});

export type CalendarSettings = z.output<typeof calendarSettingsSchema>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
