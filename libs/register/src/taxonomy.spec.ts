import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDiagrams } from '../test/diagrams.ts';
import { compareCodes, readTaxonomy } from './taxonomy.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'seeds', 'register', 'taxonomy.yaml');
const taxonomy = readTaxonomy(readFileSync(file, 'utf8'));

describe('the taxonomy', () => {
  it('names the levels above a code, the outermost first', () => {
    expect(taxonomy.above('A1.2.1.1')).toEqual([
      { code: 'A1', title: "Pianificazione, monitoraggio e controllo dell'ente" },
      { code: 'A1.2', title: 'Compliance normativa' },
      { code: 'A1.2.1', title: 'Anticorruzione e trasparenza' },
    ]);
    expect(taxonomy.functionOf('A1.2.1.1')).toBe('Governo camerale');
  });

  it('knows the code of every diagram', () => {
    const codes = readDiagrams().flatMap(
      ({ xml }) => /name="iter:code" value="([^"]+)"/.exec(xml)?.[1] ?? [],
    );
    expect(codes.filter((code) => taxonomy.titleOf(code) === undefined)).toEqual([]);
    expect(codes.length).toBeGreaterThan(0);
  });

  it('is in the order of numbers, not of letters', () => {
    expect(['C2.10', 'C2.9', 'A1.1.7b', 'A1.1.7', 'A1'].sort(compareCodes)).toEqual([
      'A1',
      'A1.1.7',
      'A1.1.7b',
      'C2.9',
      'C2.10',
    ]);
  });

  it('refuses a level without one above it', () => {
    expect(() => readTaxonomy('functions: { A: x }\ntitles: { A1.1: x }\n')).toThrow(
      'Expected the level A1 above A1.1',
    );
  });
});
