import type { JsonText } from '@iter/engine-core';
import type {
  CommitOutcome,
  CommitPlan,
  InstanceFacts,
  InstanceStore,
  StoredInstance,
  TableSpec,
} from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';
import { HistoryPartitions } from './history-partitions.ts';
import { commitStatement } from './sql/commit.sql.ts';
import { countCases } from './sql/count-cases.sql.ts';
import {
  COMMITTED_BY,
  LOAD_INSTANCES,
  OWNER_OF,
  ROOT_VARIABLES,
  TAKE_NUMBERS,
  VERSIONS,
} from './sql/instances.sql.ts';
import type { Query, Writer } from './writer.ts';

/** Instances on PostgreSQL: reads over the pool, commits over the writers. */
export class PostgresInstanceStore implements InstanceStore {
  readonly #pool: pg.Pool;
  readonly #writers: Writer[];
  readonly #partitions: HistoryPartitions;
  readonly #tables: ReadonlyMap<string, TableSpec>;

  constructor(pool: pg.Pool, writers: Writer[], tables: readonly TableSpec[]) {
    this.#pool = pool;
    this.#writers = writers;
    this.#partitions = new HistoryPartitions(pool);
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async takeNumbers(count: number): Promise<number> {
    const { rows } = await this.#pool.query<{ first: string }>(TAKE_NUMBERS, [count]);
    return Number(rows[0]?.first);
  }

  async load(instances: readonly number[]): Promise<readonly StoredInstance[]> {
    const { rows } = await this.#pool.query<InstanceRow>(LOAD_INSTANCES, [binaryArray('bigint', instances)]);
    return rows.map(storedInstance);
  }

  async versions(instances: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const { rows } = await this.#pool.query<{ instance: string; version: number }>(VERSIONS, [
      binaryArray('bigint', instances),
    ]);
    return new Map(rows.map((row) => [Number(row.instance), row.version]));
  }

  async ownerOf(number: number): Promise<number> {
    const { rows } = await this.#pool.query<{ instance: string }>(OWNER_OF, [number]);
    return rows[0] ? Number(rows[0].instance) : number;
  }

  async rootVariables(instance: number): Promise<Readonly<Record<string, JsonText>>> {
    const { rows } = await this.#pool.query<{ name: string; value: JsonText }>(ROOT_VARIABLES, [instance]);
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  async commit(plan: CommitPlan, lane: number): Promise<CommitOutcome> {
    const writer = this.#writers[lane % this.#writers.length];
    if (!writer) throw new Error('Expected a writer, but the store has none');
    return writer.run((query) =>
      plan.counters.length > 0 ? this.#commitCounted(query, plan) : this.#commitAtOnce(query, plan),
    );
  }

  async #commitAtOnce(query: Query, plan: CommitPlan): Promise<CommitOutcome> {
    const { turns } = plan.write([]);
    if (turns.length === 0) return { committed: new Set() };
    await this.#partitions.ensure(turns);
    const { text, values } = commitStatement(turns, plan.batch, this.#tables);
    return outcome(await query(text, values));
  }

  /** The counters stay locked until the commit, so the numbers of a year have no gap and no twin. */
  async #commitCounted(query: Query, plan: CommitPlan): Promise<CommitOutcome> {
    await query('BEGIN', []);
    const last = await countCases(query, plan.counters);
    const { turns, used } = plan.write(last);
    await this.#partitions.ensure(turns);
    const unused = plan.counters
      .map((counter, index) => ({ ...counter, count: (used[index] ?? 0) - counter.count }))
      .filter((counter) => counter.count < 0);
    if (unused.length > 0) await countCases(query, unused);
    const statement = turns.length > 0 ? commitStatement(turns, plan.batch, this.#tables) : undefined;
    const rows = statement ? await query(statement.text, statement.values) : [];
    await query('COMMIT', []);
    return outcome(rows);
  }

  async committedBy(
    batch: string,
    turns: readonly { readonly month: string; readonly instance: number; readonly turn: number }[],
  ): Promise<ReadonlySet<number>> {
    const { rows } = await this.#pool.query<{ instance: string }>(COMMITTED_BY, [
      binaryArray(
        'bigint',
        turns.map((turn) => turn.instance),
      ),
      binaryArray(
        'integer',
        turns.map((turn) => turn.turn),
      ),
      binaryArray(
        'date',
        turns.map((turn) => turn.month),
      ),
      batch,
    ]);
    return new Set(rows.map((row) => Number(row.instance)));
  }
}

function outcome(rows: readonly unknown[][]): CommitOutcome {
  return { committed: new Set(rows.map((row) => row[0] as number)) };
}

interface InstanceRow {
  instance: string;
  version: number;
  state: Uint8Array;
  tenant_id: string;
  definition_key: string;
  process_id: string;
  process_version: number;
  process_name: string;
  root_instance: string;
  month: string;
  parent_instance: string | null;
  parent_local: number | null;
  business_id: string | null;
  tags: string[];
  started_at: Date;
  started_by_key: string | null;
  variables: [string, string, string, string][] | null;
}

function storedInstance(row: InstanceRow): StoredInstance {
  return {
    facts: factsOf(row),
    version: row.version,
    state: row.state,
    variables: (row.variables ?? []).map(([scopeKey, name, value, variableKey]) => ({
      scopeKey,
      name,
      value,
      variableKey,
    })),
  };
}

function factsOf(row: InstanceRow): InstanceFacts {
  return {
    tenantId: row.tenant_id,
    instance: Number(row.instance),
    definitionKey: row.definition_key,
    processId: row.process_id,
    processVersion: row.process_version,
    processName: row.process_name,
    rootInstance: Number(row.root_instance),
    month: row.month,
    parent:
      row.parent_instance === null
        ? null
        : { instance: Number(row.parent_instance), local: row.parent_local ?? 0 },
    businessId: row.business_id,
    tags: row.tags,
    startedAt: row.started_at.getTime(),
    startedByKey: row.started_by_key,
  };
}
