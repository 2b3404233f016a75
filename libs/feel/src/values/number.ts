import { Decimal } from 'decimal.js';

/**
 * FEEL numbers are IEEE 754-2008 decimal128 values (DMN 1.5 §10.3.2.3.1): 34 digits, half-even rounding.
 * The clone keeps the settings apart from any other user of the library.
 */
export const FeelDecimal = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6176,
  toExpNeg: -64,
  toExpPos: 64,
});

/**
 * A safe integer as a JavaScript number (the fast path), everything else as a decimal. A decimal may hold an
 * integer too; no caller may rely on the representation.
 */
export type FeelNumber = number | Decimal;

/** The source text a decimal was read from, so that `1.10` is written back as `1.10`. */
const sourceText = new WeakMap<Decimal, string>();

export function isFeelNumber(value: unknown): value is FeelNumber {
  return typeof value === 'number' || value instanceof FeelDecimal;
}

export function toDecimal(value: FeelNumber): Decimal {
  return typeof value === 'number' ? new FeelDecimal(value) : value;
}

/** Brings a decimal to the fast representation where it is a safe integer; null where it is not a number. */
export function fromDecimal(value: Decimal): FeelNumber | null {
  if (!value.isFinite()) return null;
  if (value.e < 16 && value.isInteger()) {
    const plain = value.toNumber();
    if (Number.isSafeInteger(plain)) return plain === 0 ? 0 : plain;
  }
  return value;
}

/** Parses a numeric literal (FEEL or JSON spelling); more than 34 digits are kept until the first operation. */
export function parseNumber(text: string): FeelNumber | null {
  if (text.length < 16 && /^-?\d+$/.test(text)) return Number(text) || 0;
  try {
    return fromDecimal(new FeelDecimal(text));
  } catch {
    return null;
  }
}

/** Parses a JSON number and remembers its spelling where it is not the canonical one. */
export function parseJsonNumber(text: string): FeelNumber {
  const value = parseNumber(text);
  if (value !== null && numberToString(value) === text) return value;
  const decimal = new FeelDecimal(text);
  if (!decimal.isFinite()) return decimal;
  sourceText.set(decimal, text);
  return decimal;
}

/** The spelling for JSON: that of the source where the value came from JSON untouched. */
export function numberToJson(value: FeelNumber): string {
  if (typeof value === 'number') return String(value);
  const source = sourceText.get(value);
  if (source !== undefined) return source;
  return value.isFinite() ? value.toString().replace('e+', 'e') : 'null';
}

/** The canonical spelling, as the built-in function `string` gives it. */
export function numberToString(value: FeelNumber): string {
  return typeof value === 'number' ? String(value) : value.toString().replace('e+', 'E+').replace('e-', 'E-');
}

/** The value as a JavaScript number, which may lose digits: for indexes, counts and durations only. */
export function toPlainNumber(value: FeelNumber): number {
  return typeof value === 'number' ? value : value.toNumber();
}

export function isIntegral(value: FeelNumber): boolean {
  return typeof value === 'number' || value.isInteger();
}

export function add(left: FeelNumber, right: FeelNumber): FeelNumber | null {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return fromDecimal(toDecimal(left).plus(right));
}

export function subtract(left: FeelNumber, right: FeelNumber): FeelNumber | null {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return fromDecimal(toDecimal(left).minus(right));
}

export function multiply(left: FeelNumber, right: FeelNumber): FeelNumber | null {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  return fromDecimal(toDecimal(left).times(right));
}

/** Null for a division by zero (DMN 1.5 §10.3.2.3.1: no infinities, no NaN). */
export function divide(left: FeelNumber, right: FeelNumber): FeelNumber | null {
  if (typeof left === 'number' && typeof right === 'number') {
    if (right === 0) return null;
    const quotient = left / right;
    if (Number.isSafeInteger(quotient)) return quotient === 0 ? 0 : quotient;
  }
  return fromDecimal(toDecimal(left).div(right));
}

export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  if (typeof base === 'number' && typeof exponent === 'number' && exponent >= 0) {
    const result = base ** exponent;
    if (Number.isSafeInteger(result)) return result;
  }
  const exact = toDecimal(exponent);
  if (exact.abs().gt(1e9)) return fromDecimal(bigPower(toDecimal(base), exact));
  return fromDecimal(toDecimal(base).pow(exact));
}

/** Exponents this large leave only the trivial results in range; decimal.js would multiply for minutes. */
function bigPower(base: Decimal, exponent: Decimal): Decimal {
  const size = base.abs();
  if (size.eq(1)) return exponent.isInteger() && exponent.mod(2).isZero() ? size : base;
  const grows = size.gt(1) === exponent.isPositive();
  return new FeelDecimal(grows ? Infinity : 0);
}

export function negate(value: FeelNumber): FeelNumber {
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  return value.neg();
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compareNumbers(left: FeelNumber, right: FeelNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return toDecimal(left).comparedTo(right);
}

export function numbersEqual(left: FeelNumber, right: FeelNumber): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  return toDecimal(left).eq(right);
}
