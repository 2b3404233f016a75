import { expect, it } from '@jest/globals';
import { decodeKey, encodeKey, LOCAL_NUMBERS } from './keys.ts';

it('a key is instance × 2²¹ + local, in digits, both ways', () => {
  expect(encodeKey({ instance: 1, local: 0 })).toBe('2097152');
  for (const key of [
    { instance: 0, local: 1 },
    { instance: 7, local: 5 },
    { instance: 2 ** 42 - 1, local: LOCAL_NUMBERS - 1 },
  ])
    expect(decodeKey(encodeKey(key))).toEqual(key);
  expect(encodeKey({ instance: 2 ** 42 - 1, local: LOCAL_NUMBERS - 1 })).toBe('9223372036854775807');
});

it('what is no key is none, and a part out of range is a bug', () => {
  for (const text of ['', 'x', '01', '-1', '1.0', ' 1', '9223372036854775808', '99999999999999999999'])
    expect(decodeKey(text)).toBeUndefined();
  expect(() => encodeKey({ instance: 2 ** 42, local: 0 })).toThrow(RangeError);
  expect(() => encodeKey({ instance: 1, local: LOCAL_NUMBERS })).toThrow(RangeError);
});
