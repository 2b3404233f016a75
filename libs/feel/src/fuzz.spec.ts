import { describe, expect, it } from '@jest/globals';
import { fuzzExpressions } from '../test/fuzz.ts';

/** A short form of `npm run fuzz:feel`, which measures as well: within Jest everything takes many times as long. */
const COUNT = 250;

describe('mutated expressions', () => {
  it('are never an unhandled error, and end', () => {
    const { broken, evaluated } = fuzzExpressions(COUNT);
    expect(broken).toEqual([]);
    expect(evaluated).toBeGreaterThan(COUNT / 5);
  }, 120_000);
});
