import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import {
  dueState,
  formatDate,
  formatDateTime,
  formatShortDate,
  formatShortDateTime,
  roughLength,
  type Locale,
  type Moment,
} from './dates.ts';

/** A file of the dictionary. */
export type Room = 'app' | 'kit' | 'register' | 'tasks' | 'modeler' | 'monitor' | 'bpmn' | 'errors';

/** A text of the dictionary by key; parameters stand as `{{name}}` in the text. */
export type Texts = (key: string, params?: Record<string, string | number>) => string;

/** The texts of one room in the reader's language. Suspends until the file is there. */
export function useTexts(room: Room): Texts {
  const { t } = useTranslation(room);
  return t as TFunction as unknown as Texts;
}

/** The reader's language. */
export function useLocale(): Locale {
  const { i18n } = useTranslation('kit');
  return i18n.language === 'en' ? 'en' : 'it';
}

export interface Dates {
  /** "31 gennaio 2027" */
  date: (moment: Moment) => string;
  /** "31 gen 2027" */
  shortDate: (moment: Moment) => string;
  dateTime: (moment: Moment) => string;
  shortDateTime: (moment: Moment) => string;
  /** "in ritardo di 3 giorni", "scade oggi", "scade tra 4 giorni" */
  due: (moment: Moment, now: Date) => string;
  /** "3 giorni", "2 ore" */
  length: (milliseconds: number) => string;
}

/** Dates in the reader's language, always in Rome's time. */
export function useDates(): Dates {
  const locale = useLocale();
  const t = useTexts('kit');
  return {
    date: (moment) => formatDate(moment, locale),
    shortDate: (moment) => formatShortDate(moment, locale),
    dateTime: (moment) => formatDateTime(moment, locale),
    shortDateTime: (moment) => formatShortDateTime(moment, locale),
    due: (moment, now) => {
      const { kind, days } = dueState(moment, now);
      if (kind === 'late' && days === 0) return t('due.lateToday');
      return t(`due.${kind === 'later' ? 'soon' : kind}`, { count: days });
    },
    length: (milliseconds) => {
      const { unit, count } = roughLength(milliseconds);
      return t(`length.${unit}`, { count });
    },
  };
}
