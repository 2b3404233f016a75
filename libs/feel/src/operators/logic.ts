import type { FeelValue } from '../values/value.ts';

/** Ternary logic: what is neither true nor false is null (DMN 1.5 tables 49 and 50). */
export function conjunction(left: FeelValue, right: FeelValue): boolean | null {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : null;
}

export function disjunction(left: FeelValue, right: FeelValue): boolean | null {
  if (left === true || right === true) return true;
  return left === false && right === false ? false : null;
}
