import { Temporal } from 'temporal-polyfill';
import { isBefore, type PlainDay } from './day.ts';

/** A text in the two languages of the product. */
export interface Label {
  readonly it: string;
  readonly en: string;
}

export interface Holiday {
  readonly day: string;
  readonly name: Label;
}

interface YearlyHoliday {
  readonly month: number;
  readonly day: number;
  readonly name: Label;
  /** First year in which the law makes it a holiday. */
  readonly since?: number;
}

/** Holidays of the State on fixed days: law 260/1949 and what changed it. */
const NATIONAL: readonly YearlyHoliday[] = [
  { month: 1, day: 1, name: { it: 'Capodanno', en: "New Year's Day" } },
  { month: 1, day: 6, name: { it: 'Epifania', en: 'Epiphany' } },
  { month: 4, day: 25, name: { it: 'Anniversario della Liberazione', en: 'Liberation Day' } },
  { month: 5, day: 1, name: { it: 'Festa del lavoro', en: 'Labor Day' } },
  { month: 6, day: 2, name: { it: 'Festa della Repubblica', en: 'Republic Day' } },
  { month: 8, day: 15, name: { it: 'Assunzione', en: 'Assumption Day' } },
  // Law 151/2025 restored it.
  {
    month: 10,
    day: 4,
    name: { it: "San Francesco d'Assisi", en: 'Saint Francis of Assisi' },
    since: 2026,
  },
  { month: 11, day: 1, name: { it: 'Ognissanti', en: "All Saints' Day" } },
  { month: 12, day: 8, name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' } },
  { month: 12, day: 25, name: { it: 'Natale', en: 'Christmas Day' } },
  { month: 12, day: 26, name: { it: 'Santo Stefano', en: "Saint Stephen's Day" } },
];

/** Easter Sunday of a year of the Gregorian calendar. */
export function easterSunday(year: number): PlainDay {
  // Lunar cycle, century corrections and the weekday of the full moon, all in whole numbers.
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skippedLeaps = century - Math.floor(century / 4);
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (skippedLeaps - moonShift + 19 * golden + 15) % 30;
  const fullMoon =
    epact -
    Math.floor(epact / 28) *
      (1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - skippedLeaps) % 7;
  return new Temporal.PlainDate(year, 3, 28).add({ days: fullMoon - weekday });
}

/** The holidays of the Italian State in a year, in the order of the calendar. Valid from 2001 on. */
export function nationalHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const movable: Holiday[] = [
    { day: easter.toString(), name: { it: 'Pasqua', en: 'Easter Sunday' } },
    {
      day: easter.add({ days: 1 }).toString(),
      name: { it: "Lunedì dell'Angelo", en: 'Easter Monday' },
    },
  ];
  const fixed = NATIONAL.filter(({ since }) => since === undefined || year >= since).map(
    ({ month, day, name }): Holiday => ({
      day: new Temporal.PlainDate(year, month, day).toString(),
      name,
    }),
  );
  return [...fixed, ...movable].sort((one, other) =>
    isBefore(Temporal.PlainDate.from(one.day), Temporal.PlainDate.from(other.day)) ? -1 : 1,
  );
}
