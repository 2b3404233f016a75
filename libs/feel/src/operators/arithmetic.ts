import type { Run } from '../run.ts';
import type { ArithmeticOperator } from '../syntax/syntax.ts';
import { addMonths, fromEpochDay, toEpochDay } from '../values/date.ts';
import type { FeelDate } from '../values/date.ts';
import {
  addMonthsToDateTime,
  addNanos,
  atMidnight,
  epochNanos,
  localNanos,
  stepsOf,
} from '../values/date-time.ts';
import type { FeelDateTime } from '../values/date-time.ts';
import { FeelDaysDuration, FeelMonthsDuration, monthsDuration } from '../values/duration.ts';
import {
  add,
  divide,
  FeelDecimal,
  isFeelNumber,
  multiply,
  negate,
  power,
  subtract,
  toDecimal,
} from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import { addToTime } from '../values/time.ts';
import type { FeelTime } from '../values/time.ts';
import { kindOf } from '../values/value.ts';
import type { FeelDuration, FeelTemporal, FeelValue } from '../values/value.ts';
import { UTC } from '../values/zone.ts';
import { timeNanos } from './equality.ts';

const DAY_NANOS = 86_400_000_000_000n;
/** What a power of decimals costs, in steps: it is computed by exponentials and logarithms of 34 digits. */
const POWER_STEPS = 1_300;
const DECIMAL_STEPS = 5;
const MIXED_STEPS = 6;

/** Arithmetic (DMN 1.5 tables 54 to 58); null and a warning where the operands do not fit. */
export function arithmetic(
  operator: ArithmeticOperator,
  left: FeelValue,
  right: FeelValue,
  run: Run,
): FeelValue {
  if (isFeelNumber(left) && isFeelNumber(right)) return numeric(operator, left, right, run);
  run.step(MIXED_STEPS);
  const result = left === null || right === null ? undefined : mixed(operator, left, right, run);
  if (result !== undefined) return result;
  return run.warn(
    'INVALID_TYPE',
    `Expected operands for \`${operator}\`, but got ${kindOf(left)} and ${kindOf(right)}.`,
  );
}

function numeric(
  operator: ArithmeticOperator,
  left: FeelNumber,
  right: FeelNumber,
  run: Run,
): FeelNumber | null {
  if (operator === '/' || typeof left !== 'number' || typeof right !== 'number') run.step(DECIMAL_STEPS);
  const result = numberOf(operator, left, right, run);
  return result ?? run.warn('NO_RESULT', `Expected \`${operator}\` to give a number, but it gives none.`);
}

function numberOf(
  operator: ArithmeticOperator,
  left: FeelNumber,
  right: FeelNumber,
  run: Run,
): FeelNumber | null {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '**':
      run.step(POWER_STEPS);
      return power(left, right);
  }
}

/** `undefined` where the operator does not take these kinds. */
function mixed(
  operator: ArithmeticOperator,
  left: FeelValue,
  right: FeelValue,
  run: Run,
): FeelValue | undefined {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') {
    run.cell((left.length + right.length) >> 4);
    return left + right;
  }
  if (operator === '*' && isFeelNumber(left) && isDuration(right)) return scale(right, left);
  if (operator === '*' && isDuration(left) && isFeelNumber(right)) return scale(left, right);
  if (operator === '/' && isDuration(left)) return divideDuration(left, right);
  if (operator === '+' && isDuration(right)) return addDuration(left, right, run);
  if (operator === '+' && isDuration(left)) return addDuration(right, left, run);
  if (operator === '-' && isDuration(right)) return addDuration(left, negateDuration(right), run);
  if (operator === '-' && isTemporal(left) && isTemporal(right)) return difference(left, right);
  return undefined;
}

function isDuration(value: FeelValue): value is FeelDuration {
  return value instanceof FeelDaysDuration || value instanceof FeelMonthsDuration;
}

function isTemporal(value: FeelValue): value is FeelTemporal {
  const kind = kindOf(value);
  return kind === 'date' || kind === 'time' || kind === 'date and time';
}

/** Negation of a number or a duration; null for anything else. */
export function negation(value: FeelValue, run: Run): FeelValue {
  if (isFeelNumber(value)) return negate(value);
  if (isDuration(value)) return negateDuration(value);
  return run.warn('INVALID_TYPE', `Expected a number or a duration to negate, but got ${kindOf(value)}.`);
}

function negateDuration(value: FeelDuration): FeelDuration {
  return value.kind === 'days and time duration'
    ? new FeelDaysDuration(-value.nanos)
    : new FeelMonthsDuration(value.months === 0 ? 0 : -value.months);
}

function scale(duration: FeelDuration, factor: FeelNumber): FeelDuration | null {
  if (duration.kind === 'days and time duration') {
    if (typeof factor === 'number') return new FeelDaysDuration(duration.nanos * BigInt(factor));
    return daysOf(toDecimal(factor).times(new FeelDecimal(duration.nanos.toString())));
  }
  const months = toDecimal(factor).times(duration.months).trunc();
  return months.abs().gt(Number.MAX_SAFE_INTEGER) ? null : monthsDuration(months.toNumber());
}

function daysOf(nanos: InstanceType<typeof FeelDecimal>): FeelDaysDuration | null {
  if (!nanos.isFinite() || nanos.e > 40) return null;
  return new FeelDaysDuration(BigInt(nanos.trunc().toFixed()));
}

function divideDuration(left: FeelDuration, right: FeelValue): FeelValue | undefined {
  if (isFeelNumber(right)) {
    const divisor = toDecimal(right);
    if (divisor.isZero()) return null;
    if (left.kind === 'days and time duration')
      return daysOf(new FeelDecimal(left.nanos.toString()).div(divisor));
    const months = new FeelDecimal(left.months).div(divisor).trunc();
    return months.abs().gt(Number.MAX_SAFE_INTEGER) ? null : monthsDuration(months.toNumber());
  }
  if (right instanceof FeelDaysDuration && left.kind === 'days and time duration') {
    return divide(new FeelDecimal(left.nanos.toString()), new FeelDecimal(right.nanos.toString()));
  }
  if (right instanceof FeelMonthsDuration && left.kind === 'years and months duration') {
    return divide(left.months, right.months);
  }
  return undefined;
}

function addDuration(value: FeelValue, duration: FeelDuration, run: Run): FeelValue | undefined {
  switch (kindOf(value)) {
    case 'date':
      return addToDate(value as FeelDate, duration);
    case 'date and time':
      run.step(stepsOf((value as FeelDateTime).time.zone));
      return duration.kind === 'days and time duration'
        ? addNanos(value as FeelDateTime, duration.nanos)
        : addMonthsToDateTime(value as FeelDateTime, duration.months);
    case 'time':
      return duration.kind === 'days and time duration'
        ? addToTime(value as FeelTime, duration.nanos)
        : undefined;
    case 'days and time duration':
      return duration.kind === 'days and time duration'
        ? new FeelDaysDuration((value as FeelDaysDuration).nanos + duration.nanos)
        : undefined;
    case 'years and months duration':
      return duration.kind === 'years and months duration'
        ? monthsDuration((value as FeelMonthsDuration).months + duration.months)
        : undefined;
    default:
      return undefined;
  }
}

/** A date is its midnight at UTC; the time that results is dropped (DMN 1.5 table 57). */
function addToDate(date: FeelDate, duration: FeelDuration): FeelDate | null {
  if (duration.kind === 'years and months duration') return addMonths(date, duration.months);
  const days =
    duration.nanos / DAY_NANOS - (duration.nanos < 0n && duration.nanos % DAY_NANOS !== 0n ? 1n : 0n);
  return fromEpochDay(toEpochDay(date) + Number(days));
}

function difference(left: FeelTemporal, right: FeelTemporal): FeelDaysDuration | null {
  if (left.kind === 'time' || right.kind === 'time') {
    if (left.kind !== 'time' || right.kind !== 'time') return null;
    if ((left.zone === null) !== (right.zone === null)) return null;
    return new FeelDaysDuration(BigInt(timeNanos(left)) - BigInt(timeNanos(right)));
  }
  const from = left.kind === 'date' ? atMidnight(left, UTC) : left;
  const to = right.kind === 'date' ? atMidnight(right, UTC) : right;
  if ((from.time.zone === null) !== (to.time.zone === null)) return null;
  const local = from.time.zone === null;
  return new FeelDaysDuration(local ? localNanos(from) - localNanos(to) : epochNanos(from) - epochNanos(to));
}
