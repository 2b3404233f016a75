import type { Env, Failure, JsonText, Result, Schedule } from '@iter/engine-core';
import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';

const CYCLE = /^R(\d*)\/(?:([^/]+)\/)?(-?P[^/]+)$/i;
/** A calendar cycle is counted on step by step from its last date; nobody waits through more steps than these. */
const MAX_STEPS = 100_000;

/**
 * Due dates of timers (TMR-1 to TMR-5). Months and days are counted by the calendar of the zone, so that a day
 * with a change to daylight saving time has 23 or 25 hours.
 */
export function scheduleTimer(
  timer: Parameters<Env['schedule']>[0],
  value: JsonText,
  from: number,
  zone: string,
): Result<Schedule> {
  const text: unknown = JSON.parse(value);
  if (typeof text !== 'string') return wrong(timer, value);
  const schedule = SCHEDULES[timer](text.trim(), from, zone);
  return schedule ? { ok: true, value: schedule } : wrong(timer, value);
}

/** The due date of a cycle after `dueAt`: bounded the next one, otherwise the first that lies after `now`. */
export function nextDueDate(
  every: string,
  dueAt: number,
  repeatsLeft: number | null,
  now: number,
  zone: string,
): number | undefined {
  const duration = durationOf(every);
  if (!duration) return nextByCron(every, Math.max(dueAt, now), zone);
  let next = addDuration(dueAt, duration, zone);
  if (repeatsLeft !== null) return next;
  for (let steps = 0; next !== undefined && next <= now && steps < MAX_STEPS; steps += 1) {
    const following = addDuration(next, duration, zone);
    // Fixed lengths are skipped in one go, however long the server was down.
    next = isFixed(duration) ? skip(next, now, duration) : following;
  }
  return next;
}

type Scheduler = (text: string, from: number, zone: string) => Schedule | undefined;
const SCHEDULES: Readonly<Record<Parameters<Env['schedule']>[0], Scheduler>> = {
  date(text) {
    const dueAt = instantOf(text);
    return dueAt === undefined ? undefined : { dueAt, repeatsLeft: 0 };
  },
  duration(text, from, zone) {
    const duration = durationOf(text);
    const dueAt = duration && addDuration(from, duration, zone);
    return dueAt === undefined ? undefined : { dueAt, repeatsLeft: 0 };
  },
  cycle(text, from, zone) {
    const match = CYCLE.exec(text);
    if (!match) return scheduleCron(text, from, zone);
    const [, count = '', start, every = ''] = match;
    const duration = durationOf(every);
    if (!duration || duration.sign <= 0 || count === '0') return undefined;
    const first = start === undefined ? addDuration(from, duration, zone) : instantOf(start);
    if (first === undefined) return undefined;
    return { dueAt: first, repeatsLeft: count === '' ? null : Number(count) - 1, every };
  },
};

function scheduleCron(text: string, from: number, zone: string): Schedule | undefined {
  const dueAt = nextByCron(text, from, zone);
  return dueAt === undefined ? undefined : { dueAt, repeatsLeft: null, every: text };
}

function nextByCron(pattern: string, after: number, zone: string): number | undefined {
  try {
    return new Cron(pattern, { timezone: zone, paused: true }).nextRun(new Date(after))?.getTime();
  } catch {
    return undefined;
  }
}

/** ISO 8601 with an offset, or with a zone as FEEL (`@Europe/Rome`) or RFC 9557 (`[Europe/Rome]`) write it. */
function instantOf(text: string): number | undefined {
  try {
    const zoned = /^(.*?)(?:@([A-Za-z_+\-/0-9]+)|(\[.+\]))$/.exec(text);
    if (!zoned) return Temporal.Instant.from(text).epochMilliseconds;
    const zone = zoned[3] ?? `[${zoned[2]}]`;
    return Temporal.ZonedDateTime.from(`${zoned[1]}${zone}`).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function durationOf(text: string): Temporal.Duration | undefined {
  try {
    return /^[+-]?P/i.test(text) ? Temporal.Duration.from(text) : undefined;
  } catch {
    return undefined;
  }
}

function addDuration(from: number, duration: Temporal.Duration, zone: string): number | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).add(duration)
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}

function isFixed({ years, months, weeks, days }: Temporal.Duration): boolean {
  return years === 0 && months === 0 && weeks === 0 && days === 0;
}

function skip(next: number, now: number, duration: Temporal.Duration): number {
  const length = duration.total('milliseconds');
  return next + (Math.floor((now - next) / length) + 1) * length;
}

const EXPECTED: Readonly<Record<Parameters<Env['schedule']>[0], string>> = {
  date: 'a date and time with an offset, like "2027-01-31T12:00:00+01:00"',
  duration: 'a duration like "PT15M" or "P1M"',
  cycle: 'a cycle like "R3/PT10M", or six fields of cron',
};
function wrong(timer: Parameters<Env['schedule']>[0], value: JsonText): { ok: false; failure: Failure } {
  const message = `Expected ${EXPECTED[timer]} for a timer, but got ${value.slice(0, 200)}`;
  return { ok: false, failure: { code: 'EXTRACT_VALUE_ERROR', message } };
}
