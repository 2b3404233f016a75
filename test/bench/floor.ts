import type { ColumnType, ColumnValue, RowChange, TableSpec, TurnWrite } from '@iter/engine-runtime';
import { ENGINE_TABLES } from '@iter/engine-runtime';
import { historyProjections } from '@iter/history';
import pg from 'pg';
import type { RecordedTurns, W1 } from './w1.ts';

/**
 * The floor: mode c of the measurements. A bare loop that gathers what is queued and writes the same rows as the
 * product, with one `unnest` statement per table and kind of change in one transaction; no engine, no guard, no
 * binary parameters.
 */
export async function floorW1(url: string, recorded: RecordedTurns): Promise<W1> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off');
  let next = 2 ** 30;
  let queue: { turn: TurnWrite; instance: number; done: () => void; failed: (error: unknown) => void }[] = [];
  let running = false;

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.slice(0, MAX_BATCH);
      queue = queue.slice(MAX_BATCH);
      try {
        await client.query('BEGIN');
        for (const statement of statementsOf(batch)) await client.query(statement);
        await client.query('COMMIT');
        for (const { done } of batch) done();
      } catch (error) {
        await client.query('ROLLBACK');
        for (const { failed } of batch) failed(error);
      }
    }
    running = false;
  }
  function commit(turn: TurnWrite, instance: number): Promise<void> {
    return new Promise((done, failed) => {
      queue.push({ turn, instance, done, failed });
      if (running) return;
      running = true;
      setImmediate(() => void drain());
    });
  }
  return {
    async play() {
      next += 1;
      const instance = next;
      await commit(recorded.start, instance);
      await commit(recorded.complete, instance);
    },
    stop: () => client.end(),
  };
}

const MAX_BATCH = 256;
const TABLES = new Map<string, TableSpec>(
  [...ENGINE_TABLES, ...historyProjections.flatMap((projection) => projection.tables)].map((table) => [
    table.name,
    table,
  ]),
);
const INSTANCE: Readonly<Record<string, ColumnType | 'bytea'>> = {
  instance: 'bigint',
  version: 'integer',
  status: 'text',
  state: 'bytea',
  tenant_id: 'text',
  definition_key: 'key',
  process_id: 'text',
  process_version: 'integer',
  process_name: 'text',
  root_instance: 'bigint',
  month: 'date',
  parent_instance: 'bigint',
  parent_local: 'integer',
  business_id: 'text',
  tags: 'text[]',
  started_at: 'timestamptz',
  started_by_key: 'text',
};
const HISTORY: Readonly<Record<string, ColumnType>> = {
  instance: 'bigint',
  turn: 'integer',
  month: 'date',
  tenant_id: 'text',
  batch: 'bigint',
  at: 'timestamptz',
  actor: 'text',
  command: 'text',
  events: 'text',
};

interface Group {
  readonly table: string;
  readonly op: RowChange['op'];
  readonly keys: Readonly<Record<string, ColumnType | 'bytea'>>;
  readonly columns: Readonly<Record<string, ColumnType | 'bytea'>>;
  readonly rows: Record<string, unknown>[];
}

function statementsOf(batch: readonly { turn: TurnWrite; instance: number }[]): pg.QueryConfig[] {
  const groups = new Map<string, Group>();
  const add = (group: Omit<Group, 'rows'>, row: Record<string, unknown>): void => {
    const id = `${group.table} ${group.op} ${Object.keys(group.columns).join(' ')}`;
    const known = groups.get(id);
    if (known) known.rows.push(row);
    else groups.set(id, { ...group, rows: [row] });
  };
  for (const { turn, instance } of batch) addTurn(turn, instance, add);
  return [...groups.values()].map(statementOf);
}

function addTurn(
  turn: TurnWrite,
  instance: number,
  add: (group: Omit<Group, 'rows'>, row: Record<string, unknown>) => void,
): void {
  const { facts, state, status, at, command } = turn;
  const { instance: key, ...columns } = INSTANCE;
  const keys = { instance: key ?? 'bigint' };
  if (turn.expectedVersion === 0)
    add(
      { table: 'instance', op: 'insert', keys, columns },
      {
        instance,
        version: 1,
        status,
        state,
        tenant_id: facts.tenantId,
        definition_key: facts.definitionKey,
        process_id: facts.processId,
        process_version: facts.processVersion,
        process_name: facts.processName,
        root_instance: instance,
        month: facts.month,
        parent_instance: null,
        parent_local: null,
        business_id: null,
        tags: '[]',
        started_at: new Date(facts.startedAt),
        started_by_key: null,
      },
    );
  else
    add(
      {
        table: 'instance',
        op: 'update',
        keys,
        columns: { version: 'integer', status: 'text', state: 'bytea' },
      },
      { instance, version: turn.expectedVersion + 1, status, state },
    );
  add(
    { table: 'history', op: 'insert', keys: {}, columns: HISTORY },
    {
      instance,
      turn: turn.expectedVersion + 1,
      month: facts.month,
      tenant_id: facts.tenantId,
      batch: 1,
      at: new Date(at),
      actor: JSON.stringify(turn.actor),
      command,
      events: turn.history,
    },
  );
  for (const change of turn.rows) addRow(change, facts.instance, instance, add);
}

function addRow(
  change: RowChange,
  recorded: number,
  instance: number,
  add: (group: Omit<Group, 'rows'>, row: Record<string, unknown>) => void,
): void {
  const table = TABLES.get(change.table);
  if (!table) throw new Error(`Expected a known table, but got '${change.table}'`);
  const values = change.op === 'delete' ? {} : change.values;
  const columns = Object.fromEntries(
    Object.entries(table.columns).filter(([name]) => values[name] !== undefined),
  );
  const types: Readonly<Record<string, ColumnType>> = { ...table.key, ...columns };
  const row = Object.fromEntries(
    Object.entries({ ...change.key, ...values }).map(([name, value]) => [
      name,
      plain(value, types[name], recorded, instance),
    ]),
  );
  add({ table: change.table, op: change.op, keys: table.key, columns }, row);
}

/** A recorded value with the instance's own number in it, as the driver takes it. */
function plain(
  value: ColumnValue,
  type: ColumnType | undefined,
  recorded: number,
  instance: number,
): unknown {
  if (value === null) return null;
  if (type === 'bigint') return value === recorded ? instance : value;
  if (type === 'timestamptz') return value === Infinity ? 'infinity' : new Date(value as number);
  if (Array.isArray(value)) return JSON.stringify(value);
  if (typeof value === 'object' && 'instance' in value)
    return (
      BigInt(value.instance === recorded ? instance : value.instance) * 2n ** 21n +
      BigInt(value.local)
    ).toString();
  return value;
}

function statementOf({ table, op, keys, columns, rows }: Group): pg.QueryConfig {
  const types = { ...keys, ...columns };
  const names = Object.keys(types);
  const values = names.map((name) => rows.map((row) => row[name] ?? null));
  const source = `unnest(${names.map((name, n) => `$${n + 1}::${sqlType(types[name])}[]`).join(', ')}) AS v(${names
    .map((name) => `"${name}"`)
    .join(', ')})`;
  const same = Object.keys(keys)
    .map((name) => `x."${name}" = v."${name}"`)
    .join(' AND ');
  const text = {
    insert: `INSERT INTO "${table}" (${list(names)}) SELECT ${selected(names, types)} FROM ${source}`,
    upsert: `INSERT INTO "${table}" (${list(names)}) SELECT ${selected(names, types)} FROM ${source}
      ON CONFLICT (${list(Object.keys(keys))}) DO ${excluded(Object.keys(columns))}`,
    update: `UPDATE "${table}" x SET ${Object.keys(columns)
      .map((name) => `"${name}" = ${selected([name], types)}`)
      .join(', ')} FROM ${source} WHERE ${same}`,
    delete: `DELETE FROM "${table}" x USING ${source} WHERE ${same}`,
  }[op];
  return {
    name: `floor-${table}-${op}-${names.length}-${Object.keys(columns).join('').length}`,
    text,
    values,
  };
}

function excluded(names: readonly string[]): string {
  if (names.length === 0) return 'NOTHING';
  return `UPDATE SET ${names.map((name) => `"${name}" = EXCLUDED."${name}"`).join(', ')}`;
}
function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
function sqlType(type: ColumnType | 'bytea' | undefined): string {
  if (type === 'key') return 'bigint';
  return type === 'text[]' ? 'text' : (type ?? 'text');
}
function selected(names: readonly string[], types: Readonly<Record<string, ColumnType | 'bytea'>>): string {
  return names
    .map((name) =>
      types[name] === 'text[]'
        ? `ARRAY(SELECT jsonb_array_elements_text(v."${name}"::jsonb))`
        : `v."${name}"`,
    )
    .join(', ');
}
