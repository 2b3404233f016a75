import { decodeKey, encodeKey, type JsonText } from '@iter/engine-core';
import type { Outbox, StoredEffect } from './ports/effects.ts';
import type {
  CommitOutcome,
  CommitPlan,
  CounterKey,
  InstanceStore,
  StoredInstance,
  StoredVariable,
  TurnName,
  TurnWrite,
} from './ports/instance-store.ts';
import type { ColumnValue, KeyPair, Row, RowChange } from './rows.ts';
import { aliasTable, variableTable } from './tables/engine-tables.ts';

/** Instances in memory, for tests and as the measure of what the engine costs without a database. */
export interface MemoryStore {
  readonly instances: InstanceStore;
  readonly outbox: Outbox;
}

interface MemoryInstance {
  readonly turn: TurnWrite;
  readonly version: number;
}

export function createMemoryStore(): MemoryStore {
  const memory = new Memory();
  return { instances: memory, outbox: memory };
}

class Memory implements InstanceStore, Outbox {
  readonly #instances = new Map<number, MemoryInstance>();
  readonly #rows = new Map<string, Map<string, Row>>();
  readonly #outbox = new Map<string, StoredEffect>();
  readonly #postponed = new Set<string>();
  readonly #counters = new Map<string, number>();
  /** Turn → the batch that stored it. */
  readonly #history = new Map<string, string>();
  #next = 1;

  takeNumbers(count: number): Promise<number> {
    const first = this.#next;
    this.#next += count;
    return Promise.resolve(first);
  }

  load(instances: readonly number[]): Promise<readonly StoredInstance[]> {
    return Promise.resolve(instances.flatMap((instance) => this.#stored(instance)));
  }

  versions(instances: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const found = instances.flatMap((instance) => {
      const version = this.#instances.get(instance)?.version;
      return version === undefined ? [] : [[instance, version] as const];
    });
    return Promise.resolve(new Map(found));
  }

  ownerOf(number: number): Promise<number> {
    const owner = this.#table(aliasTable.name).get(rowId({ number }))?.['instance'];
    return Promise.resolve(typeof owner === 'number' ? owner : number);
  }

  rootVariables(instance: number): Promise<Readonly<Record<string, JsonText>>> {
    const root = encodeKey({ instance, local: 0 });
    const found = this.#variables(instance).filter(({ scopeKey }) => scopeKey === root);
    return Promise.resolve(Object.fromEntries(found.map(({ name, value }) => [name, value as JsonText])));
  }

  commit(plan: CommitPlan): Promise<CommitOutcome> {
    const counted = plan.counters.map((counter) => this.#counters.get(counterId(counter)) ?? 0);
    const { turns, used } = plan.write(counted);
    plan.counters.forEach((counter, index) =>
      this.#counters.set(counterId(counter), (counted[index] ?? 0) + (used[index] ?? 0)),
    );
    const won = turns.map((turn) => this.#wins(turn));
    const committed = new Set([...turns.keys()].filter((place) => won[place]));
    for (const place of committed) this.#store(turns[place] as TurnWrite, plan.batch);
    return Promise.resolve({ committed });
  }

  committedBy(batch: string, turns: readonly TurnName[]): Promise<ReadonlySet<number>> {
    const found = turns.filter((name) => this.#history.get(turnId(name)) === batch);
    return Promise.resolve(new Set(found.map(({ instance }) => instance)));
  }

  overdue(_olderThanMs: number, limit: number): Promise<readonly StoredEffect[]> {
    const waiting = [...this.#outbox.values()].filter(({ key }) => !this.#postponed.has(key));
    return Promise.resolve(waiting.slice(0, limit));
  }

  replace(key: string, by: readonly StoredEffect[]): Promise<boolean> {
    const was = this.#outbox.delete(key);
    if (was) for (const effect of by) this.#outbox.set(effect.key, effect);
    return Promise.resolve(was);
  }

  postpone(key: string): Promise<void> {
    this.#postponed.add(key);
    return Promise.resolve();
  }

  postponed(target: number): Promise<readonly StoredEffect[]> {
    const found = [...this.#outbox.values()].filter((effect) => effect.target === target);
    const kept = found.filter(({ key }) => this.#postponed.delete(key));
    return Promise.resolve(kept);
  }

  #wins({ facts, expectedVersion, consumes }: TurnWrite): boolean {
    const version = this.#instances.get(facts.instance)?.version ?? 0;
    return version === expectedVersion && (consumes === null || this.#outbox.has(consumes));
  }

  #store(turn: TurnWrite, batch: string): void {
    const { instance, month, tenantId } = turn.facts;
    const version = turn.expectedVersion + 1;
    this.#instances.set(instance, { turn, version });
    this.#history.set(turnId({ month, instance, turn: version }), batch);
    if (turn.consumes !== null) this.#outbox.delete(turn.consumes);
    for (const effect of turn.effects)
      this.#outbox.set(effect.key, { ...effect, tenantId, actor: turn.actor });
    for (const change of turn.rows) this.#change(change);
  }

  #change(change: RowChange): void {
    const table = this.#table(change.table);
    const id = rowId(change.key);
    const former = table.get(id);
    if (change.op === 'delete') table.delete(id);
    else if (change.op !== 'update' || former) table.set(id, { ...former, ...change.key, ...change.values });
  }

  #table(name: string): Map<string, Row> {
    let table = this.#rows.get(name);
    if (!table) this.#rows.set(name, (table = new Map()));
    return table;
  }

  #stored(instance: number): StoredInstance[] {
    const found = this.#instances.get(instance);
    if (!found) return [];
    const { facts, state, status } = found.turn;
    const ended = status === 'completed' || status === 'terminated';
    return [{ facts, version: found.version, state, variables: ended ? [] : this.#variables(instance) }];
  }

  #variables(instance: number): StoredVariable[] {
    return [...this.#table(variableTable.name).values()]
      .map((row) => ({
        process: keyText(row['process_instance_key'] ?? null),
        scopeKey: keyText(row['scope_key'] ?? null),
        name: keyText(row['name'] ?? null),
        value: keyText(row['value'] ?? null),
        variableKey: keyText(row['variable_key'] ?? null),
      }))
      .filter(({ process }) => decodeKey(process)?.instance === instance);
  }
}

function counterId({ tenantId, office, year }: CounterKey): string {
  return JSON.stringify([tenantId, office, year]);
}
function turnId({ instance, turn }: TurnName): string {
  return `${instance}/${turn}`;
}
function rowId(key: Row): string {
  return JSON.stringify(Object.values(key).map(keyText));
}
function keyText(value: ColumnValue): string {
  if (typeof value === 'object' && value !== null)
    return 'instance' in value ? encodeKey(value satisfies KeyPair) : value.join();
  return String(value);
}
