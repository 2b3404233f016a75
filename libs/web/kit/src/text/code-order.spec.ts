import { describe, expect, it } from '@jest/globals';
import { byCode } from './code-order.ts';

describe('order of the register', () => {
  it('counts the parts of a code as numbers and puts what has none last', () => {
    const codes = [null, 'B1', 'A1.10', 'A1.2', null, 'A1.2.1'];
    const rows = codes.map((code, at) => ({ code, title: `titolo ${10 - at}` }));
    expect(rows.sort(byCode).map(({ code, title }) => code ?? title)).toEqual([
      'A1.2',
      'A1.2.1',
      'A1.10',
      'B1',
      'titolo 6',
      'titolo 10',
    ]);
  });
});
