import { describe, expect, it } from '@jest/globals';
import { integerIn, itemsIn, membersIn, objectOf, stringIn, withPath, type JsonText } from './json-text.ts';

const text = (source: string): JsonText => source as JsonText;

describe('JSON text', () => {
  it('is cut at its own commas only', () => {
    expect(itemsIn(text('[1.10, "a,]\\"b", [1,[2]], {"x":[1,2]} ,null]'))).toEqual([
      '1.10',
      '"a,]\\"b"',
      '[1,[2]]',
      '{"x":[1,2]}',
      'null',
    ]);
    expect(itemsIn(text(' [ ] '.trim()))).toEqual([]);
    expect(itemsIn(text('{"a":1}'))).toBeUndefined();
    expect([...(membersIn(text('{"a:b" : 1.0 , "c":{"d":","}}')) ?? [])]).toEqual([
      ['a:b', '1.0'],
      ['c', '{"d":","}'],
    ]);
  });

  it('keeps every digit and every trailing zero', () => {
    expect(withPath(text('{"sum":1.10,"big":12345678901234567890}'), ['note'], text('1.0'))).toBe(
      '{"sum":1.10,"big":12345678901234567890,"note":1.0}',
    );
  });

  it('is written into at a path; what is absent or no object is made anew', () => {
    expect(withPath(undefined, ['a', 'b'], text('1'))).toBe('{"a":{"b":1}}');
    expect(withPath(text('{"a":5}'), ['a', 'b'], text('1'))).toBe('{"a":{"b":1}}');
    expect(withPath(text('[1]'), [], text('2'))).toBe('2');
  });

  it('tells strings and safe integers from the rest', () => {
    expect([stringIn(text('"x"')), stringIn(text('1'))]).toEqual(['x', undefined]);
    expect(
      ['1', '1.0', '1e2', '1.5', '"1"', '12345678901234567890', 'null'].map((one) => integerIn(text(one))),
    ).toEqual([1, 1, 100, undefined, undefined, undefined, undefined]);
  });

  it('takes names that objects treat as special', () => {
    expect(objectOf(JSON.parse('{"__proto__":"1"}') as never)).toBe('{"__proto__":1}');
  });
});
