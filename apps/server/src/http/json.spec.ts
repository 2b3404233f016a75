import { describe, expect, it } from '@jest/globals';
import { parseExactly, stringifyExactly, withPlainNumbers } from './json.ts';

describe('exact JSON', () => {
  it.each([
    '{"a":1.10,"b":12345678901234567890,"c":1e400,"d":-0.0,"e":[1,2.50,null,true,"x"]}',
    '0.1',
    '{"nested":{"deep":[{"n":1E5}]}}',
  ])('gives %s back to the letter', (text) => {
    expect(stringifyExactly(parseExactly(text))).toBe(text);
  });

  it('makes numbers of what JavaScript writes the same way, so that schemas know them', () => {
    expect(parseExactly('{"n":1.5,"i":7}')).toEqual({ n: 1.5, i: 7 });
    expect(withPlainNumbers(parseExactly('[1.10,{"a":2.00}]'))).toEqual([1.1, { a: 2 }]);
  });

  it('leaves out what is undefined', () => {
    expect(stringifyExactly({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(stringifyExactly(undefined)).toBe('null');
  });

  it('refuses what is no JSON', () => {
    expect(() => parseExactly('{a:1}')).toThrow(SyntaxError);
  });
});
