import { evaluateTerms, readTermRecords, type WorkingCalendar } from '@iter/calendar';
import type { AnswerRequest, JsonText, Result, Values } from '@iter/engine-core';

/** Listener type that sets the terms of a case when its process starts. */
export const TERMS_TYPE = 'iter:terms';
const TERM_PROPERTY = 'iter:term';

/**
 * Reads the process's `iter:term` properties and sets `termine` and `promemoria`, and `termini` where there are
 * several. A process without terms sets nothing; terms that cannot be read are an incident.
 */
export function answerTerms(request: AnswerRequest, now: number, calendar: WorkingCalendar): Result<Values> {
  const texts = request.properties.filter(({ name }) => name === TERM_PROPERTY).map(({ value }) => value);
  const reading = readTermRecords(texts);
  if (!reading.ok) {
    const problems = reading.problems.map(({ index, reason }) => `${index + 1}: ${reason}`).join('; ');
    return {
      ok: false,
      failure: {
        code: 'EXTRACT_VALUE_ERROR',
        message: `Expected terms of '${request.elementId}', but ${problems}`,
      },
    };
  }
  const terms = evaluateTerms(reading.records, now, calendar);
  if (!terms) return { ok: true, value: {} };
  const { termine, promemoria, termini } = terms;
  const set = { termine, promemoria, ...(reading.records.length > 1 ? { termini } : {}) };
  return { ok: true, value: toValues(set) };
}

function toValues(values: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, JSON.stringify(value) as JsonText]),
  );
}
