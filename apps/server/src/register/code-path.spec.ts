import { describe, expect, it } from '@jest/globals';
import { readTaxonomy } from '@iter/register';
import { pathOf } from './code-path.ts';

const taxonomy = readTaxonomy(`
functions: { A: Governo }
titles: { A1: Pianificazione, A1.1: Performance, A1.1.1: Programmazione }
`);

describe('the way to a code', () => {
  it('names the levels above it, the outermost first', () => {
    expect(pathOf('A1.1.1.4', taxonomy)).toEqual([
      { code: 'A1', title: 'Pianificazione' },
      { code: 'A1.1', title: 'Performance' },
      { code: 'A1.1.1', title: 'Programmazione' },
    ]);
  });

  it('calls a level of the body’s own by its code', () => {
    expect(pathOf('A1.9.1', taxonomy)).toEqual([
      { code: 'A1', title: 'Pianificazione' },
      { code: 'A1.9', title: 'A1.9' },
    ]);
  });

  it('is empty for a procedure without a code', () => {
    expect(pathOf(null, taxonomy)).toEqual([]);
  });
});
