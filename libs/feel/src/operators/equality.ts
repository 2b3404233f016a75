import type { Run } from '../run.ts';
import { toEpochDay } from '../values/date.ts';
import { epochNanos, localNanos } from '../values/date-time.ts';
import type { FeelDateTime } from '../values/date-time.ts';
import { isFeelNumber, numbersEqual } from '../values/number.ts';
import type { FeelRange } from '../values/range.ts';
import { secondOfDay } from '../values/time.ts';
import type { FeelTime } from '../values/time.ts';
import { isContext, isList } from '../values/value.ts';
import type { FeelFunction } from '../values/function.ts';
import type { FeelContext, FeelList, FeelTemporal, FeelDuration, FeelValue } from '../values/value.ts';

type Tagged = FeelTemporal | FeelDuration | FeelRange | FeelFunction;

/** Equality (DMN 1.5 table 52): null equals null only; values of different kinds give null. */
export function equal(left: FeelValue, right: FeelValue, run: Run): boolean | null {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  if (left === null || right === null) return left === right;
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.length === right.length) run.step(left.length >> 10);
    return left === right;
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') return left === right;
  if (isFeelNumber(left) && isFeelNumber(right)) return numbersEqual(left, right);
  if (isList(left) && isList(right)) return listsEqual(left, right, run);
  if (isContext(left) && isContext(right)) return contextsEqual(left, right, run);
  if (isTagged(left) && isTagged(right)) return taggedEqual(left, right, run);
  return null;
}

function isTagged(value: FeelValue): value is Tagged {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function listsEqual(left: FeelList, right: FeelList, run: Run): boolean | null {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  run.step(left.length);
  let result: boolean | null = true;
  for (let index = 0; index < left.length; index += 1) {
    const same = equal(left[index] as FeelValue, right[index] as FeelValue, run);
    if (same === false) return false;
    if (same === null) result = false;
  }
  return result;
}

function contextsEqual(left: FeelContext, right: FeelContext, run: Run): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  run.step(left.size);
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || equal(value, other, run) !== true) return false;
  }
  return true;
}

function taggedEqual(left: Tagged, right: Tagged, run: Run): boolean | null {
  if (left === right) return true;
  if (left.kind === 'date' && right.kind === 'date') return toEpochDay(left) === toEpochDay(right);
  if (left.kind === 'time' && right.kind === 'time') return timesEqual(left, right);
  if (left.kind === 'date and time' && right.kind === 'date and time') return dateTimesEqual(left, right);
  if (left.kind === 'days and time duration' && right.kind === 'days and time duration') {
    return left.nanos === right.nanos;
  }
  if (left.kind === 'years and months duration' && right.kind === 'years and months duration') {
    return left.months === right.months;
  }
  if (left.kind === 'range' && right.kind === 'range') return rangesEqual(left, right, run);
  return left.kind === 'function' && right.kind === 'function' ? false : null;
}

/**
 * Times are equal by their whole seconds, which is what their properties know (DMN 1.5 table 52). A local time and one
 * with a zone are never the same time.
 */
export function timesEqual(left: FeelTime, right: FeelTime): boolean {
  if ((left.zone === null) !== (right.zone === null)) return false;
  return wholeSeconds(timeNanos(left)) === wholeSeconds(timeNanos(right));
}

function wholeSeconds(nanos: number): number {
  return Math.floor(nanos / 1_000_000_000);
}

/** Nanoseconds since midnight, at UTC where the time has a zone. */
export function timeNanos(time: FeelTime): number {
  return (secondOfDay(time) - (time.zone?.offset ?? 0)) * 1_000_000_000 + time.nano;
}

function dateTimesEqual(left: FeelDateTime, right: FeelDateTime): boolean {
  const local = left.time.zone === null;
  if (local !== (right.time.zone === null)) return false;
  const [one, other] = local ? [localNanos(left), localNanos(right)] : [epochNanos(left), epochNanos(right)];
  return epochSecond(one) === epochSecond(other);
}

function epochSecond(nanos: bigint): bigint {
  return (nanos - (((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n)) / 1_000_000_000n;
}

function rangesEqual(left: FeelRange, right: FeelRange, run: Run): boolean {
  if (left.operator !== right.operator) return false;
  if (left.startIncluded !== right.startIncluded || left.endIncluded !== right.endIncluded) return false;
  return endsEqual(left.start, right.start, run) && endsEqual(left.end, right.end, run);
}

function endsEqual(left: FeelValue | undefined, right: FeelValue | undefined, run: Run): boolean {
  if (left === undefined || right === undefined) return left === right;
  return equal(left, right, run) === true;
}
