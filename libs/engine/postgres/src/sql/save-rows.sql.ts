import type { ColumnType, RowChange, TableSpec } from '@iter/engine-runtime';
import type { NumberedTurn } from './save-instances.sql.ts';
import { ofWinners, quoted, selected, unnest, type Column, type Statement } from './statement.ts';

interface Group {
  readonly table: TableSpec;
  readonly op: RowChange['op'];
  /** Names of the columns that are set, in the table's order. */
  readonly set: readonly string[];
  readonly changes: { readonly n: number; readonly change: RowChange }[];
}

/** One part per table, kind of change and set of columns, whatever the number of rows. */
export function saveRows(
  statement: Statement,
  turns: readonly NumberedTurn[],
  tables: ReadonlyMap<string, TableSpec>,
): void {
  let part = 0;
  for (const group of groupRows(turns, tables)) writeGroup(statement, group, `rows_${(part += 1)}`);
}

function groupRows(turns: readonly NumberedTurn[], tables: ReadonlyMap<string, TableSpec>): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const turn of turns)
    for (const change of turn.rows) {
      const table = tables.get(change.table);
      if (!table) throw new Error(`Expected a known table, but a projection wrote to '${change.table}'`);
      const set = change.op === 'delete' ? [] : columnsOf(table, change.values);
      const id = `${change.table} ${change.op} ${set.join(' ')}`;
      let group = groups.get(id);
      if (!group) groups.set(id, (group = { table, op: change.op, set, changes: [] }));
      group.changes.push({ n: turn.n, change });
    }
  return groups.values();
}

function columnsOf(table: TableSpec, values: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(table.columns).filter((name) => values[name] !== undefined);
}

function writeGroup(statement: Statement, group: Group, part: string): void {
  const { table, op, changes } = group;
  const keys = Object.entries(table.key).map(([name, type]) =>
    column(name, type, changes, (change) => change.key),
  );
  const values = group.set.map((name) =>
    column(name, table.columns[name] as ColumnType, changes, (change) =>
      change.op === 'delete' ? {} : change.values,
    ),
  );
  const numbers: Column = { name: 'n', type: 'integer', values: changes.map(({ n }) => n) };
  const source = unnest(statement, 'v', [...keys, ...values, numbers]);
  const same = keys.map((key) => `x."${key.name}" = v."${key.name}"`).join(' AND ');
  const won = ofWinners('v');
  if (op === 'delete')
    return void statement.parts.push(
      `${part} AS (DELETE FROM "${table.name}" x USING ${source} WHERE ${same} AND ${won})`,
    );
  if (op === 'update')
    return void statement.parts.push(
      `${part} AS (UPDATE "${table.name}" x SET ${assignments(values)} FROM ${source} WHERE ${same} AND ${won})`,
    );
  const all = [...keys, ...values];
  statement.parts.push(
    `${part} AS (
      INSERT INTO "${table.name}" (${quoted(all)}) SELECT ${selected('v', all)} FROM ${source} WHERE ${won}
      ${op === 'upsert' ? onConflict(keys, values) : ''})`,
  );
}

function column(
  name: string,
  type: ColumnType,
  changes: Group['changes'],
  pick: (change: RowChange) => RowChange['key'],
): Column {
  return { name, type, values: changes.map(({ change }) => pick(change)[name] ?? null) };
}

function assignments(values: readonly Column[]): string {
  return values.map((value) => `"${value.name}" = ${selected('v', [value])}`).join(', ');
}

function onConflict(keys: readonly Column[], values: readonly Column[]): string {
  const set = values.map((value) => `"${value.name}" = EXCLUDED."${value.name}"`);
  return `ON CONFLICT (${quoted(keys)}) DO ${set.length > 0 ? `UPDATE SET ${set.join(', ')}` : 'NOTHING'}`;
}
