import { isContext, isFeelNumber, isList, valueToString } from '@iter/feel';
import type { FeelValue } from '@iter/feel';

/** The kit's numbers come from engines that compute in doubles. */
const TOLERANCE = 1e-8;

/** Whether a result is what the kit expects. */
export function sameValue(actual: FeelValue, expected: FeelValue): boolean {
  if (isFeelNumber(actual) && isFeelNumber(expected)) return sameNumber(Number(actual), Number(expected));
  if (isList(actual) && isList(expected)) {
    return (
      actual.length === expected.length &&
      actual.every((item, index) => sameValue(item, expected[index] ?? null))
    );
  }
  if (isContext(actual) && isContext(expected)) {
    return (
      actual.size === expected.size &&
      [...expected].every(([key, value]) => actual.has(key) && sameValue(actual.get(key) ?? null, value))
    );
  }
  return (
    actual === expected ||
    (typeof actual === 'object' &&
      actual !== null &&
      expected !== null &&
      valueToString(actual) === valueToString(expected))
  );
}

function sameNumber(actual: number, expected: number): boolean {
  return actual === expected || Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}
