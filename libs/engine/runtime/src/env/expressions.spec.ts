import { describe, expect, it } from '@jest/globals';
import type { JsonText, Values } from '@iter/engine-core';
import { analyzeExpression, evaluateFeel, reasonsOfNull } from './expressions.ts';

const limits = { now: Date.parse('2027-01-15T09:00:00+01:00'), zone: 'Europe/Rome' };
function evaluate(source: string, variables: Record<string, string> = {}) {
  const view = {
    get: (name: string) => variables[name] as JsonText | undefined,
    all: () => variables as Values,
  };
  return evaluateFeel({ source, dependsOn: [] }, view, limits);
}

describe('FEEL over JSON text', () => {
  it('keeps numbers to the letter where they are only passed on', () => {
    expect(evaluate('amount', { amount: '12345678901234567890.10' })).toEqual({
      ok: true,
      value: '12345678901234567890.10',
    });
    expect(evaluate('{total: amount}', { amount: '1.10' })).toEqual({ ok: true, value: '{"total":1.10}' });
  });

  it('reads the tenant clock', () => {
    expect(evaluate('today()')).toEqual({ ok: true, value: '"2027-01-15"' });
  });

  it('fails with the source for what cannot be', () => {
    expect(evaluate('1 +')).toMatchObject({ ok: false, failure: { code: 'EXTRACT_VALUE_ERROR' } });
    expect(evaluate('assert(x, x != null)')).toMatchObject({
      ok: false,
      failure: { code: 'EXTRACT_VALUE_ERROR', message: expect.stringContaining('assert(x') },
    });
  });

  it('says why a value is null', () => {
    const view = { get: () => undefined, all: () => ({}) };
    expect(reasonsOfNull({ source: 'importo > 5', dependsOn: [] }, view, limits)).toEqual([
      'Expected a variable `importo`, but there is none.',
      'Expected values that `>` compares, but got null and number.',
    ]);
    expect(reasonsOfNull({ source: '1 > 2', dependsOn: [] }, view, limits)).toEqual([]);
  });

  it('names the variables an expression reads', () => {
    expect(analyzeExpression('a + b.c')).toEqual({ ok: true, names: ['a', 'b'] });
    expect(analyzeExpression('a +')).toMatchObject({ ok: false });
  });
});
