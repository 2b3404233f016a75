import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { calendarSettingsSchema, createWorkingCalendar, type WorkingCalendar } from '@iter/calendar';
import { parse } from 'yaml';
import { z } from 'zod';
import { SeedError } from '../seeds/seed-error.ts';

/** The body's calendar: national holidays, patron saint, closures. */
export async function readCalendar(folder: string): Promise<WorkingCalendar> {
  const file = path.join(folder, 'calendar.yaml');
  const settings = calendarSettingsSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!settings.success) throw new SeedError(`${file} is not valid:\n${z.prettifyError(settings.error)}`);
  return createWorkingCalendar(settings.data);
}
