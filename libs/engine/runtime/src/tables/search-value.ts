import type { JsonText } from '@iter/engine-core';

export interface SearchValue {
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'list' | 'context';
  /** Content of a string (cut), or `true`/`false`. */
  readonly text: string | null;
  /** Decimal text of a number. */
  readonly number: string | null;
}

/** Longer strings are found by their beginning only: an index entry must fit into a page. */
export const SEARCHED_CHARACTERS = 512;
/** PostgreSQL's numeric refuses exponents beyond this; such numbers are stored, but not found by value. */
const MAX_EXPONENT = 1000;

/** What a search can compare of a value. */
export function searchValue(value: JsonText): SearchValue {
  const first = value.trimStart()[0];
  switch (first) {
    case '"':
      return { type: 'string', text: searchedText(JSON.parse(value) as string), number: null };
    case 't':
    case 'f':
      return { type: 'boolean', text: value.trim(), number: null };
    case 'n':
      return { type: 'null', text: null, number: null };
    case '[':
      return { type: 'list', text: null, number: null };
    case '{':
      return { type: 'context', text: null, number: null };
    default:
      return { type: 'number', text: null, number: searchedNumber(value.trim()) };
  }
}

function searchedText(text: string): string {
  // PostgreSQL stores no NUL character.
  return text.slice(0, SEARCHED_CHARACTERS).replaceAll('\u0000', '');
}

function searchedNumber(text: string): string | null {
  const exponent = /[eE]([+-]?\d+)$/.exec(text)?.[1];
  return exponent !== undefined && Math.abs(Number(exponent)) > MAX_EXPONENT ? null : text;
}
