import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/**
 * Reads JSON without losing digits: numbers that JavaScript writes back to the letter become numbers, all
 * others (`1.10`, `12345678901234567890`, `1e400`) stay what they were, as `LosslessNumber`.
 *
 * @throws SyntaxError where it is not JSON
 */
export function parseExactly(text: string): unknown {
  return parse(text, null, (source) => {
    const number = Number(source);
    return String(number) === source ? number : new LosslessNumber(source);
  });
}

/** Writes what {@link parseExactly} read, to the letter; `undefined` members are left out. */
export function stringifyExactly(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** The same value with ordinary numbers, for what is checked by a schema or a form and not kept. */
export function withPlainNumbers(value: unknown): unknown {
  if (isLosslessNumber(value)) return Number(value.value);
  if (Array.isArray(value)) return value.map(withPlainNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withPlainNumbers(member)]));
}
