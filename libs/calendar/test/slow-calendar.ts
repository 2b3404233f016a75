/** Calendar arithmetic for tests, by counting days one after the other; it shares nothing with what it checks. */

const DAY = 86_400_000;

/** Easter Sunday as published, 2020 to 2036. */
const EASTER = (
  '2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 ' +
  '2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13'
).split(' ');
/** Law 260/1949 as it stands, and 24 June of Turin. */
const EVERY_YEAR = '01-01 01-06 04-25 05-01 06-02 06-24 08-15 11-01 12-08 12-25 12-26'.split(' ');

/** Days since 1970. */
export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}
const texts = new Map<number, string>();
export function textOf(number: number): string {
  const text = texts.get(number) ?? new Date(number * DAY).toISOString().slice(0, 10);
  texts.set(number, text);
  return text;
}

const easterDays = new Set(EASTER.flatMap((day) => [numberOf(day), numberOf(day) + 1]));

/** 1 January 1970 was a Thursday. */
function isSunday(number: number): boolean {
  return number % 7 === 3;
}
function isSaturday(number: number): boolean {
  return number % 7 === 2;
}
/** A holiday of the State or of Turin; not a Sunday as such. */
export function isFeast(number: number): boolean {
  const day = textOf(number);
  const isFrancis = day.endsWith('-10-04') && day >= '2026';
  return isFrancis || easterDays.has(number) || EVERY_YEAR.includes(day.slice(5));
}
export function isFree(number: number): boolean {
  return isSunday(number) || isFeast(number);
}
export function works(number: number): boolean {
  return !isSaturday(number) && !isFree(number);
}

/** Days from `from` up to, but without, `to`, on which a term stands still. */
interface Pause {
  readonly from: number;
  readonly to: number;
}

/** The last day of a term that counts the days after `start` for which `counts` holds. */
export function lastDay(
  start: number,
  amount: number,
  counts: (day: number) => boolean,
  pauses: readonly Pause[] = [],
): number {
  let day = start;
  for (let left = amount; left > 0;) {
    day += 1;
    const stands = pauses.some(({ from, to }) => from <= day && day < to);
    if (!stands && counts(day)) left -= 1;
  }
  return day;
}

export function movedOn(number: number): number {
  return isFree(number) ? movedOn(number + 1) : number;
}

/** The same day some months later, or the last of that month: walks until it is there. */
export function monthsLater(start: number, months: number): number {
  const wanted = Number(textOf(start).slice(8));
  let day = start;
  for (let left = months; left > 0; left -= 1) {
    do day += 1;
    while (!textOf(day).endsWith('-01'));
  }
  while (Number(textOf(day).slice(8)) < wanted && !textOf(day + 1).endsWith('-01')) day += 1;
  return day;
}

function lastSundayOf(month: string): number {
  let day = numberOf(`${month}-31`);
  while (!isSunday(day)) day -= 1;
  return day;
}

/** Hours by which Italy is before UTC: summer time lasts between the last Sundays of March and October, 01:00 UTC. */
function hoursAhead(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  const from = lastSundayOf(`${year}-03`) * DAY + DAY / 24;
  const to = lastSundayOf(`${year}-10`) * DAY + DAY / 24;
  return from <= instant && instant < to ? 2 : 1;
}
export function dayInItaly(instant: number): number {
  return Math.floor((instant + (hoursAhead(instant) * DAY) / 24) / DAY);
}
/** A time of day, not at night, in Italy. */
export function textInItaly(day: number, time: string): string {
  const text = `${textOf(day)}T${time}`;
  return `${text}+0${hoursAhead(Date.parse(`${text}+01:00`))}:00`;
}
