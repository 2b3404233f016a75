import type { Sheet } from '@iter/contract';
import type { Texts } from '@iter/web-kit';

type Term = Sheet['terms'][number];
type SourceLines = NonNullable<Sheet['source']>;

/** "120–134, 140" */
export function sourceText({ lines }: SourceLines): string {
  return lines.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** Days of an ISO 8601 duration of days or weeks; `undefined` for what is longer or finer. */
export function durationDays(duration: string): number | undefined {
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined;
  return Number(found[1] ?? 0) * 7 + Number(found[2] ?? 0);
}

/** "Entro il 31 gennaio di ogni anno", "60 giorni di calendario". */
export function termText(term: Term, t: Texts, monthDay: (isoDay: string) => string): string {
  if (term.kind === 'fixed-date' && term.date)
    return t('term.fixed', { date: monthDay(`2028-${term.date}`) });
  if (term.amount !== null && term.unit) return t(`term.${term.unit}`, { count: term.amount });
  return term.id;
}

/** "Promemoria 15 giorni prima" */
export function reminderText(term: Term, t: Texts): string | undefined {
  if (!term.reminder) return undefined;
  const days = durationDays(term.reminder.replace(/^-/, ''));
  return days === undefined
    ? t('term.reminderRaw', { duration: term.reminder })
    : t('term.reminder', { count: days });
}
