import type { Run } from '../run.ts';
import { FeelRange } from '../values/range.ts';
import type { FeelValue } from '../values/value.ts';
import { compare, order } from './order.ts';

/**
 * Whether a value lies in a range; null where it cannot be compared with its ends. An end that is not limited
 * lets every value of its order pass (DMN 1.5 table 55).
 */
export function contains(range: FeelRange, value: FeelValue, run: Run): boolean | null {
  if (range.operator !== null) return compare(range.operator, value, range.start ?? null, run);
  if (typeof value === 'string') run.step(value.length >> 5);
  const low = range.start === undefined ? 1 : order(value, range.start);
  const high = range.end === undefined ? -1 : order(value, range.end);
  if (low === null || high === null) {
    return run.warn('INVALID_TYPE', 'Expected a value that the ends of the range compare with.');
  }
  const above = low > 0 || (low === 0 && range.startIncluded);
  return above && (high < 0 || (high === 0 && range.endIncluded));
}

/** Two ends that have an order between them, the start not after the end; an open end fits anything. */
export function isRangeOf(start: FeelValue | undefined, end: FeelValue | undefined): boolean {
  if (start === undefined || end === undefined || start === null || end === null) return true;
  const sign = order(start, end);
  return sign !== null && sign <= 0;
}

export function makeRange(
  start: FeelValue,
  startIncluded: boolean,
  end: FeelValue,
  endIncluded: boolean,
  run: Run,
): FeelRange | null {
  if (!isRangeOf(start, end))
    return run.warn('INVALID_TYPE', 'Expected a range whose start is not after its end.');
  return new FeelRange(start, startIncluded, end, endIncluded);
}
