import { describe, expect, it } from '@jest/globals';
import { isJsonString, isMoment, parseExact, readableJson } from './exact-json.ts';

describe('values of variables', () => {
  it('are shown without quotation marks when they are texts', () => {
    expect(readableJson('"Piano \\"2026\\""')).toBe('Piano "2026"');
    expect([isJsonString(' "a"'), isJsonString('12'), isJsonString('{"a":"b"}')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('keep the digits of their numbers when they are laid out to read', () => {
    expect(readableJson('1.10')).toBe('1.10');
    expect(readableJson('{"importo":12345678901234567890.10,"voci":[1.0,"a, {b}"],"vuoto":[]}')).toBe(
      '{\n  "importo": 12345678901234567890.10,\n  "voci": [\n    1.0,\n    "a, {b}"\n  ],\n  "vuoto": []\n}',
    );
  });

  it('are shown as they are when they were cut', () => {
    expect(readableJson('"a text that was cu')).toBe('"a text that was cu');
  });

  it('are known as dates when they are moments with an offset', () => {
    expect(['"2027-01-31T23:59:59+01:00"', '"2027-01-31T22:59Z"'].map(isMoment)).toEqual([true, true]);
    expect(['"2027-01-31"', '"2027-01-31T23:59:59"', '"31/1/2027"', '2027'].map(isMoment)).toEqual(
      Array(4).fill(false),
    );
  });

  it('are refused when they are no JSON', () => {
    expect(() => parseExact('{')).toThrow(SyntaxError);
    expect(parseExact('{"a":[true,null,"x"]}')).toEqual({ a: [true, null, 'x'] });
  });
});
