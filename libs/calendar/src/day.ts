import { Temporal } from 'temporal-polyfill';

/** A day of the calendar as ISO 8601 text, `2027-01-31`: what crosses the border of this library. */
export type Day = string;

export type PlainDay = Temporal.PlainDate;

/**
 * Reads a day.
 *
 * @throws RangeError where the text is not an existing day (`2027-02-29`).
 */
export function toPlainDay(day: Day): PlainDay {
  return Temporal.PlainDate.from(day, { overflow: 'reject' });
}

export function isBefore(one: PlainDay, other: PlainDay): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

/** Days from one to the other, negative when the other comes first. */
export function daysBetween(one: PlainDay, other: PlainDay): number {
  return one.until(other, { largestUnit: 'days' }).days;
}

/** The day on which an instant (milliseconds since 1970, UTC) falls for people in `zone`. */
export function dayOfInstant(instant: number, zone: string): PlainDay {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}

/** A time of a day in `zone`, as people write it with its offset: `2027-01-31T23:59:59+01:00`. */
export function instantText(day: PlainDay, time: string, zone: string): string {
  const zoned = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Milliseconds since 1970 of a time of a day in `zone`. */
export function instantOf(day: PlainDay, time: string, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
