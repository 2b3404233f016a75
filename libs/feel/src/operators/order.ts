import type { Run } from '../run.ts';
import { toEpochDay } from '../values/date.ts';
import { epochNanos, localNanos } from '../values/date-time.ts';
import type { FeelDateTime } from '../values/date-time.ts';
import { compareNumbers, isFeelNumber } from '../values/number.ts';
import type { FeelTime } from '../values/time.ts';
import { kindOf } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import type { CompareOperator } from '../syntax/syntax.ts';
import { equal, timeNanos } from './equality.ts';

/** Negative, zero or positive; null where the values have no order between them (DMN 1.5 table 53). */
export function order(left: FeelValue, right: FeelValue): number | null {
  if (isFeelNumber(left)) return isFeelNumber(right) ? compareNumbers(left, right) : null;
  if (typeof left === 'string') return typeof right === 'string' ? compareText(left, right) : null;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return null;
  if (!('kind' in left) || !('kind' in right)) return null;
  if (left.kind === 'date' && right.kind === 'date') return toEpochDay(left) - toEpochDay(right);
  if (left.kind === 'time' && right.kind === 'time') return compareTimes(left, right);
  if (left.kind === 'date and time' && right.kind === 'date and time') return compareDateTimes(left, right);
  if (left.kind === 'days and time duration' && right.kind === 'days and time duration') {
    return compareBig(left.nanos, right.nanos);
  }
  if (left.kind === 'years and months duration' && right.kind === 'years and months duration') {
    return left.months - right.months;
  }
  return null;
}

function compareBig(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By code points, which is the order of UTF-16 units but for characters beyond the basic plane. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let from = 0; from < length; from += CHUNK) {
    if (from > 0 && left.slice(from, from + CHUNK) === right.slice(from, from + CHUNK)) continue;
    for (let index = from; index < Math.min(length, from + CHUNK); index += 1) {
      const a = left.charCodeAt(index);
      const b = right.charCodeAt(index);
      if (a !== b) return surrogateLast(a) - surrogateLast(b);
    }
  }
  return left.length - right.length;
}

/** Long texts that begin alike are compared in pieces, which takes a fraction of the time. */
const CHUNK = 256;

function surrogateLast(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareTimes(left: FeelTime, right: FeelTime): number | null {
  if ((left.zone === null) !== (right.zone === null)) return null;
  return timeNanos(left) - timeNanos(right);
}

function compareDateTimes(left: FeelDateTime, right: FeelDateTime): number | null {
  const local = left.time.zone === null;
  if (local !== (right.time.zone === null)) return null;
  return local
    ? compareBig(localNanos(left), localNanos(right))
    : compareBig(epochNanos(left), epochNanos(right));
}

/** One comparison; null and a warning where the values cannot be compared. */
export function compare(
  operator: CompareOperator,
  left: FeelValue,
  right: FeelValue,
  run: Run,
): boolean | null {
  if (operator === '=' || operator === '!=') {
    const same = equal(left, right, run);
    if (same === null) return incomparable(operator, left, right, run);
    return operator === '=' ? same : !same;
  }
  if (typeof left === 'string' && typeof right === 'string')
    run.step(Math.min(left.length, right.length) >> 5);
  const sign = order(left, right);
  if (sign === null) return incomparable(operator, left, right, run);
  switch (operator) {
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
  }
}

function incomparable(operator: string, left: FeelValue, right: FeelValue, run: Run): null {
  return run.warn(
    'INVALID_TYPE',
    `Expected values that \`${operator}\` compares, but got ${kindOf(left)} and ${kindOf(right)}.`,
  );
}
