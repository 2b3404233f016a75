import type { JsonText } from '@iter/engine-core';
import { Temporal } from 'temporal-polyfill';
import type { StartTask } from '../turns/first-turn.ts';

/** Variable that names the office which runs the case. */
export const OFFICE_VARIABLE = 'ufficio';

/** The office that a value of the variable names. */
export function officeIn(text: JsonText | undefined): string | undefined {
  const office: unknown = text === undefined ? undefined : JSON.parse(text);
  return typeof office === 'string' && office !== '' ? office : undefined;
}

/** `<OFFICE>/<YEAR>/<N>`: counted without gaps for each office and year, the year of the tenant's calendar. */
export function withCaseNumber(
  tenantId: string,
  code: string,
  startedAt: number,
  zone: string,
): NonNullable<StartTask['counted']> {
  const { year } = Temporal.Instant.fromEpochMilliseconds(startedAt).toZonedDateTimeISO(zone);
  return {
    counter: { tenantId, office: code, year },
    businessId: (number) => `${code}/${year}/${number}`,
  };
}
