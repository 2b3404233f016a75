const DAYS = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/;
const MONTHS = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/;
const NANOS = 1_000_000_000n;

/** A days and time duration: whole nanoseconds. */
export class FeelDaysDuration {
  readonly kind = 'days and time duration' as const;

  constructor(readonly nanos: bigint) {}
}

/** A years and months duration: whole months. */
export class FeelMonthsDuration {
  readonly kind = 'years and months duration' as const;

  constructor(readonly months: number) {}
}

/** Digits of a fraction of a second as nanoseconds; further digits are cut off. */
export function parseFraction(digits: string): number {
  return Number(digits.slice(0, 9).padEnd(9, '0'));
}

/** `.5` for 500,000,000 nanoseconds, nothing for none. */
export function fractionToString(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}

export function parseDaysDuration(text: string): FeelDaysDuration | null {
  if (text.length > 64) return null;
  const match = DAYS.exec(text);
  if (match === null || text.endsWith('P') || text.endsWith('T')) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const nanos = whole * NANOS + BigInt(parseFraction(fraction));
  return new FeelDaysDuration(sign === '-' ? -nanos : nanos);
}

export function parseMonthsDuration(text: string): FeelMonthsDuration | null {
  const match = MONTHS.exec(text);
  if (match === null || text.endsWith('P')) return null;
  const [, sign, years = '0', months = '0'] = match;
  return monthsDuration((sign === '-' ? -1 : 1) * (Number(years) * 12 + Number(months)));
}

/** Null where the count of months is no safe integer. */
export function monthsDuration(months: number): FeelMonthsDuration | null {
  return Number.isSafeInteger(months) ? new FeelMonthsDuration(months === 0 ? 0 : months) : null;
}

export function daysDurationFields(duration: FeelDaysDuration): {
  negative: boolean;
  days: bigint;
  hours: number;
  minutes: number;
  seconds: number;
  nanos: number;
} {
  const negative = duration.nanos < 0n;
  const size = negative ? -duration.nanos : duration.nanos;
  const whole = size / NANOS;
  const inDay = Number(whole % 86_400n);
  return {
    negative,
    days: whole / 86_400n,
    hours: Math.floor(inDay / 3600),
    minutes: Math.floor(inDay / 60) % 60,
    seconds: inDay % 60,
    nanos: Number(size % NANOS),
  };
}

export function daysDurationToString(duration: FeelDaysDuration): string {
  const { negative, days, hours, minutes, seconds, nanos } = daysDurationFields(duration);
  const day = days === 0n ? '' : `${days}D`;
  const hour = hours === 0 ? '' : `${hours}H`;
  const minute = minutes === 0 ? '' : `${minutes}M`;
  const second = seconds === 0 && nanos === 0 ? '' : `${seconds}${fractionToString(nanos)}S`;
  const time = `${hour}${minute}${second}`;
  if (day === '' && time === '') return 'PT0S';
  return `${negative ? '-' : ''}P${day}${time === '' ? '' : `T${time}`}`;
}

export function monthsDurationToString(duration: FeelMonthsDuration): string {
  const size = Math.abs(duration.months);
  const years = Math.floor(size / 12);
  const months = size % 12;
  if (size === 0) return 'P0M';
  return `${duration.months < 0 ? '-' : ''}P${years === 0 ? '' : `${years}Y`}${months === 0 ? '' : `${months}M`}`;
}
