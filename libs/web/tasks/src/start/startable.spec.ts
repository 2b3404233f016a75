import { describe, expect, it } from '@jest/globals';
import type { ProcedureRow } from '@iter/contract';
import { groupStartable } from './startable.ts';

const row = (code: string | null, title: string, macro: string | null, canStart = true): ProcedureRow => ({
  processId: title,
  code,
  title,
  macro,
  path: [],
  shared: false,
  latest: null,
  draft: null,
  newerSeed: false,
  running: 0,
  late: 0,
  incidents: 0,
  canStart,
  canEdit: false,
});

const titles = (procedures: ProcedureRow[], text = '') =>
  groupStartable(procedures, text).map(({ macro, procedures: members }) => [
    macro,
    members.map(({ title }) => title),
  ]);

describe('what can be started', () => {
  it('leaves out what the person may not start', () => {
    expect(titles([row('A1', 'Piano', 'Governo', false)])).toEqual([]);
  });

  it('counts the parts of a code as numbers', () => {
    const rows = [
      row('A1.10', 'Decimo', 'Governo'),
      row('A1.2', 'Secondo', 'Governo'),
      row(null, 'Altro', null),
    ];
    expect(titles(rows)).toEqual([
      ['Governo', ['Secondo', 'Decimo']],
      ['', ['Altro']],
    ]);
  });

  it('does not group by a macro-process that is a bare code', () => {
    expect(titles([row('A1.2', 'Piano', 'A1'), row('B1.1', 'Assunzioni', 'B1')])).toEqual([
      ['', ['Piano', 'Assunzioni']],
    ]);
  });

  it('finds by all words, in code, title and macro-process', () => {
    const rows = [row('A1', 'Piano anticorruzione', 'Governo'), row('B1', 'Assunzioni', 'Personale')];
    expect(titles(rows, 'governo PIANO')).toEqual([['Governo', ['Piano anticorruzione']]]);
    expect(titles(rows, 'b1 piano')).toEqual([]);
  });
});
