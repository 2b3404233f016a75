const MAX_YEAR = 999_999_999;
const DATE = /^(-?)(\d{4,9})-(\d{2})-(\d{2})$/;

/** A date of the proleptic Gregorian calendar, years −999,999,999 to 999,999,999 (DMN 1.5 §10.3.2.3.4). */
export class FeelDate {
  readonly kind = 'date' as const;

  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Null where there is no such day. */
export function makeDate(year: number, month: number, day: number): FeelDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (Math.abs(year) > MAX_YEAR || month < 1 || month > 12 || day < 1) return null;
  return day > daysInMonth(year, month) ? null : new FeelDate(year, month, day);
}

/** Parses `YYYY-MM-DD`; a year of more than four digits has no leading zero (XML Schema 1.1 §3.3.9). */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, sign, digits, month, day] = match as unknown as [string, string, string, string, string];
  if (digits.length > 4 && digits.startsWith('0')) return null;
  const year = Number(digits);
  return makeDate(sign === '-' ? -year : year, Number(month), Number(day));
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

export function dateToString(date: FeelDate): string {
  const year = pad(Math.abs(date.year), 4);
  return `${date.year < 0 ? '-' : ''}${year}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** Days since 1970-01-01, counted in eras of 400 years that begin on 1 March. */
export function toEpochDay(date: FeelDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5) + date.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Null beyond the years that FEEL has. */
export function fromEpochDay(epochDay: number): FeelDate | null {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return Math.abs(year) > MAX_YEAR ? null : new FeelDate(year, month, day);
}

/** Adds months; the day is brought back to the end of a shorter month (DMN 1.5 table 54). */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return makeDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** 1 is Monday, 7 is Sunday (DMN 1.5 table 65). */
export function weekdayOf(date: FeelDate): number {
  const remainder = (toEpochDay(date) + 3) % 7;
  return (remainder < 0 ? remainder + 7 : remainder) + 1;
}

export function dayOfYear(date: FeelDate): number {
  return toEpochDay(date) - toEpochDay(new FeelDate(date.year, 1, 1)) + 1;
}

/** The week of ISO 8601: weeks begin on Monday, the first one holds the first Thursday. */
export function weekOfYear(date: FeelDate): number {
  const epochDay = toEpochDay(date);
  const thursday = fromEpochDay(epochDay - weekdayOf(date) + 4) ?? date;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
