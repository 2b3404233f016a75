import { describe, expect, it } from '@jest/globals';
import type { RowChange, TableSpec } from '../rows.ts';
import { foldRows } from './fold-rows.ts';

const table: TableSpec = { name: 't', key: { key: 'key' }, columns: { a: 'text', b: 'integer' } };
const tables = new Map([['t', table]]);
const key = { key: { instance: 1, local: 2 } };
const insert = (values: Record<string, string | number>): RowChange => ({
  table: 't',
  op: 'insert',
  key,
  values,
});
const update = (values: Record<string, string | number>): RowChange => ({
  table: 't',
  op: 'update',
  key,
  values,
});
const upsert = (values: Record<string, string | number>): RowChange => ({
  table: 't',
  op: 'upsert',
  key,
  values,
});
const remove: RowChange = { table: 't', op: 'delete', key };

describe('several changes of one row in a turn', () => {
  it.each<[string, RowChange[], RowChange[]]>([
    [
      'insert and update are an insert',
      [insert({ a: 'x', b: 1 }), update({ b: 2 })],
      [insert({ a: 'x', b: 2 })],
    ],
    ['updates are one', [update({ a: 'x' }), update({ b: 2 })], [update({ a: 'x', b: 2 })]],
    ['update and upsert are an upsert', [update({ a: 'x' }), upsert({ b: 2 })], [upsert({ a: 'x', b: 2 })]],
    ['insert and delete are nothing', [insert({ a: 'x' }), remove], []],
    ['update and delete are a delete', [update({ a: 'x' }), remove], [remove]],
    ['delete and update are a delete', [remove, update({ a: 'x' })], [remove]],
  ])('%s', (_name, changes, folded) => {
    expect(foldRows(changes, tables)).toEqual(folded);
  });

  it('make a row that comes again start afresh', () => {
    expect(foldRows([remove, insert({ b: 3 })], tables)).toEqual([
      { table: 't', op: 'upsert', key, values: { a: null, b: 3 } },
    ]);
  });

  it('leave other rows alone, whatever the form of their keys', () => {
    const other: RowChange = { ...update({ b: 1 }), key: { key: { instance: 12, local: 2 } } };
    expect(foldRows([update({ b: 1 }), other], tables)).toHaveLength(2);
  });

  it('are a mistake where a row is inserted twice', () => {
    expect(() => foldRows([insert({ b: 1 }), insert({ b: 2 })], tables)).toThrow(/one insert/);
  });
});
