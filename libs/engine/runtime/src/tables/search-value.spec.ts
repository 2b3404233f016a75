import { describe, expect, it } from '@jest/globals';
import type { JsonText } from '@iter/engine-core';
import { searchValue, SEARCHED_CHARACTERS } from './search-value.ts';

describe('what a search compares of a value', () => {
  it.each([
    ['"caffè \\u00e8"', { type: 'string', text: 'caffè è', number: null }],
    ['"a\\u0000b"', { type: 'string', text: 'ab', number: null }],
    ['1.10', { type: 'number', text: null, number: '1.10' }],
    ['-12345678901234567890', { type: 'number', text: null, number: '-12345678901234567890' }],
    ['1e999999', { type: 'number', text: null, number: null }],
    ['true', { type: 'boolean', text: 'true', number: null }],
    ['null', { type: 'null', text: null, number: null }],
    ['[1]', { type: 'list', text: null, number: null }],
    ['{"a":1}', { type: 'context', text: null, number: null }],
  ])('of %s', (value, expected) => {
    expect(searchValue(value as JsonText)).toEqual(expected);
  });

  it('is the beginning of a long string', () => {
    const { text } = searchValue(JSON.stringify('x'.repeat(5_000)) as JsonText);
    expect(text).toHaveLength(SEARCHED_CHARACTERS);
  });
});
