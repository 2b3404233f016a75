import { describe, expect, it } from '@jest/globals';
import type { ProcedureRow } from '@iter/contract';
import { buildTree, filterProcedures, type RegisterNode } from './register-tree.ts';

const row = (code: string, title: string, over: Partial<ProcedureRow> = {}): ProcedureRow => ({
  processId: `p-${code}`,
  code,
  title,
  macro: null,
  path: [
    { code: code.slice(0, 1), title: `Livello ${code.slice(0, 1)}` },
    { code: code.split('.').slice(0, 2).join('.'), title: 'Secondo livello' },
  ],
  shared: false,
  latest: null,
  draft: null,
  newerSeed: false,
  running: 0,
  late: 0,
  incidents: 0,
  canStart: false,
  canEdit: false,
  ...over,
});

const outline = (node: RegisterNode): unknown[] => [
  ...node.procedures.map(({ code }) => code),
  ...node.children.map((child) => [child.code, ...outline(child)]),
];

describe('the tree of the register', () => {
  it('follows the taxonomy, in the order of the codes', () => {
    const tree = buildTree([
      row('B1.1.2', 'b'),
      row('A1.10.1', 'z'),
      row('A1.2.1', 'y'),
      row('A1.2.10', 'x'),
    ]);
    expect(outline(tree)).toEqual([
      ['A', ['A1.2', 'A1.2.1', 'A1.2.10'], ['A1.10', 'A1.10.1']],
      ['B', ['B1.1', 'B1.1.2']],
    ]);
  });

  it('adds up what runs and what is late at every level', () => {
    const tree = buildTree([row('A1.1.1', 'a', { running: 3, late: 1 }), row('A1.2.1', 'b', { running: 2 })]);
    expect(tree.children[0]).toMatchObject({ code: 'A', count: 2, running: 5, late: 1 });
  });

  it('leaves out levels that have no name but their code', () => {
    const path = [
      { code: 'A1', title: 'Pianificazione' },
      { code: 'A1.2', title: 'A1.2' },
    ];
    expect(outline(buildTree([row('A1.2.1', 'a', { path })]))).toEqual([['A1', 'A1.2.1']]);
  });

  it('keeps procedures without a place at the root', () => {
    expect(outline(buildTree([row('X', 'senza posto', { path: [] })]))).toEqual(['X']);
  });
});

describe('searching the register', () => {
  const rows = [
    row('A1.1.1', 'Piano anticorruzione', { canStart: true }),
    row('B1.1.1', 'Assunzioni', { late: 2 }),
  ];

  it('finds by code, title and the levels above', () => {
    expect(filterProcedures(rows, 'livello a PIANO', 'all').map(({ code }) => code)).toEqual(['A1.1.1']);
    expect(filterProcedures(rows, 'b1.1', 'all').map(({ code }) => code)).toEqual(['B1.1.1']);
    expect(filterProcedures(rows, 'piano assunzioni', 'all')).toEqual([]);
  });

  it('shows only what was chosen', () => {
    expect(filterProcedures(rows, '', 'startable').map(({ code }) => code)).toEqual(['A1.1.1']);
    expect(filterProcedures(rows, '', 'late').map(({ code }) => code)).toEqual(['B1.1.1']);
    expect(filterProcedures(rows, '', 'drafts')).toEqual([]);
  });
});
