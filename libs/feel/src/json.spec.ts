import { describe, expect, it } from '@jest/globals';
import { json } from '../test/feel.ts';
import { fromJson, toJson } from './json.ts';

describe('JSON', () => {
  it.each([
    '1.10',
    '1.0',
    '-0',
    '1e2',
    '12345678901234567890',
    '0.1000000000000000055511151231257827',
    '"a\\"b\\u0041"',
    '{"b":1,"a":[true,false,null],"1":{},"__proto__":2,"constructor":3}',
    '""',
  ])('keeps %s to the letter', (text) => {
    expect(toJson(fromJson(text))).toBe(text === '"a\\"b\\u0041"' ? '"a\\"bA"' : text);
  });

  it.each(['', '{', '[1,]', '{"a":1,}', '01', '1.', '.5', '+1', 'nul', '"\n"', '{a:1}', '1 2', 'NaN', "'a'"])(
    'refuses %j',
    (text) => {
      expect(() => fromJson(text)).toThrow(SyntaxError);
    },
  );

  it('refuses values that nest without end', () => {
    expect(() => fromJson('['.repeat(100_000))).toThrow(SyntaxError);
  });

  it('hands a variable on as it was written', () => {
    expect(json('importo', { importo: '1.10' })).toBe('1.10');
    expect(json('{a: importo}', { importo: '98765432109876543210' })).toBe('{"a":98765432109876543210}');
  });

  it('writes temporal values as ISO 8601, a zone as the offset that holds then', () => {
    expect(json('@"2026-07-01T10:00:00@Europe/Rome"')).toBe('"2026-07-01T10:00:00+02:00"');
    expect(json('@"2026-12-01T10:00:00@Europe/Rome"')).toBe('"2026-12-01T10:00:00+01:00"');
    expect(json('[@"2026-07-01", @"10:00:00Z", @"P1DT2H", @"P14M"]')).toBe(
      '["2026-07-01","10:00:00Z","P1DT2H","P1Y2M"]',
    );
  });

  it('writes what has no JSON as text or null', () => {
    expect(json('[1..3)')).toBe('"[1..3)"');
    expect(json('{f: function(x) x}')).toBe('{"f":null}');
  });
});
