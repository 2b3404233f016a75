import { describe, expect, it } from '@jest/globals';
import { lockSeconds } from './back-off.ts';

describe('lock-out', () => {
  it('leaves four mistakes free, then doubles up to fifteen minutes', () => {
    expect([1, 4, 5, 6, 7].map(lockSeconds)).toEqual([0, 0, 2, 4, 8]);
    expect(lockSeconds(14)).toBe(900);
    expect(lockSeconds(10_000)).toBe(900);
  });
});
