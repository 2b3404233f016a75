import { describe, expect, it } from '@jest/globals';
import { readCandidates, sameCandidate, writeCandidates, type Candidate } from './candidates.ts';

const inTheCaseOffice: Candidate = { role: 'po-settore', scope: { kind: 'case-office' } };
const anywhere: Candidate = { role: 'rpct', scope: { kind: 'anywhere' } };
const inOneOffice: Candidate = { role: 'dirigente-area', scope: { kind: 'office', office: 'area-2' } };

describe('candidates of a task', () => {
  it('reads back every row that it writes', () => {
    const rows = [inTheCaseOffice, anywhere, inOneOffice];
    const written = writeCandidates(rows);
    expect(written).toBe('=["po-settore@" + ufficio, "rpct", "dirigente-area@area-2"]');
    expect(readCandidates(written)).toEqual({ kind: 'list', candidates: rows });
  });

  it('reads the static list that other modelers write', () => {
    expect(readCandidates('rpct, dirigente-area@area-2')).toEqual({
      kind: 'list',
      candidates: [anywhere, inOneOffice],
    });
  });

  it('leaves the attribute out when nobody is named', () => {
    expect(writeCandidates([])).toBeUndefined();
    for (const empty of [undefined, '', '  ', '=[]', '= [ ]'])
      expect(readCandidates(empty)).toEqual({ kind: 'list', candidates: [] });
  });

  it.each([
    '=gruppi',
    '=["po-settore@" + ufficioAcquisti]',
    '=["po settore"]',
    '=[if x then "a" else "b"]',
    '=concatenate(["a"], gruppi)',
    'po-settore@a@b',
    '=["po-settore" + ufficio]',
  ])('does not touch %s', (source) => {
    expect(readCandidates(source)).toEqual({ kind: 'expression', source });
  });

  it('tells the same row from another one', () => {
    expect(sameCandidate(anywhere, { role: 'rpct', scope: { kind: 'anywhere' } })).toBe(true);
    expect(sameCandidate(anywhere, { role: 'rpct', scope: { kind: 'case-office' } })).toBe(false);
  });
});
