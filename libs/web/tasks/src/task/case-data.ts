import type { Dates, Texts } from '@iter/web-kit';

/** Variables that the page shows in words of their own (the office, the term, the number of the case). */
const SHOWN_ELSEWHERE = new Set(['ufficio', 'termine', 'promemoria', 'termini', 'pratica']);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** "dataPubblicazione" as people write it: "Data pubblicazione". */
export function readableName(name: string): string {
  const words = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    // An abbreviation stays one: "numeroCIG" → "Numero CIG".
    .replace(/(?<=\s)\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLocaleLowerCase('it'));
  return words.charAt(0).toLocaleUpperCase('it') + words.slice(1);
}

/** A value in words; empty where there is nothing to read. */
export function readableValue(value: unknown, dates: Dates, t: Texts): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'data.yes' : 'data.no');
  if (typeof value === 'string') {
    if (DAY.test(value)) return dates.date(value);
    return MOMENT.test(value) ? dates.dateTime(value) : value;
  }
  if (Array.isArray(value))
    return value
      .map((item) => readableValue(item, dates, t))
      .filter(Boolean)
      .join(', ');
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** What has been recorded in the case so far, by name, without what says nothing. */
export function readableData(
  variables: Readonly<Record<string, unknown>>,
  dates: Dates,
  t: Texts,
): { term: string; value: string }[] {
  return Object.entries(variables)
    .filter(([name]) => !SHOWN_ELSEWHERE.has(name))
    .map(([name, value]) => ({ term: readableName(name), value: readableValue(value, dates, t) }))
    .filter(({ value }) => value !== '');
}
