import type { ColumnValue, KeyPair, Row, RowChange, TableSpec } from '../rows.ts';

/**
 * One change per row: PostgreSQL writes a row at most once in a statement. In order: insert and update become an
 * insert, insert and delete nothing, two updates one, and a delete followed by an insert an upsert.
 */
export function foldRows(
  changes: readonly RowChange[],
  tables: ReadonlyMap<string, TableSpec>,
): readonly RowChange[] {
  if (changes.length < 2) return changes;
  const folded = new Map<string, RowChange | undefined>();
  for (const change of changes) {
    const id = rowId(change);
    const former = folded.get(id);
    folded.set(id, former ? fold(former, change, tables) : change);
  }
  return [...folded.values()].filter((change) => change !== undefined);
}

function rowId(change: RowChange): string {
  let id = change.table;
  for (const value of Object.values(change.key)) id += `\u0001${keyText(value)}`;
  return id;
}

function keyText(value: ColumnValue): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return isKeyPair(value) ? `${value.instance}:${value.local}` : JSON.stringify(value);
}
function isKeyPair(value: readonly string[] | KeyPair): value is KeyPair {
  return 'instance' in value;
}

function fold(
  former: RowChange,
  change: RowChange,
  tables: ReadonlyMap<string, TableSpec>,
): RowChange | undefined {
  if (change.op === 'delete') return former.op === 'insert' ? undefined : change;
  if (former.op === 'delete')
    return change.op === 'update' ? former : { ...change, op: 'upsert', values: whole(change, tables) };
  if (change.op === 'insert')
    throw new Error(`Expected one insert per row of '${change.table}' and turn, but found two`);
  const values: Row = { ...former.values, ...change.values };
  return { ...former, op: former.op === 'update' ? change.op : former.op, values };
}

/** A row that comes again starts afresh: columns nobody names are empty. */
function whole(change: Exclude<RowChange, { op: 'delete' }>, tables: ReadonlyMap<string, TableSpec>): Row {
  const columns = Object.keys(tables.get(change.table)?.columns ?? {});
  return { ...Object.fromEntries(columns.map((name) => [name, null])), ...change.values };
}
