import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { encodeKey, type JsonText } from '@iter/engine-core';
import type { MemoryStore } from './memory-store.ts';
import type { CommitOutcome, CounterRequest, InstanceFacts, TurnWrite } from './ports/instance-store.ts';
import type { RowChange } from './rows.ts';
import { aliasTable, variableTable } from './tables/engine-tables.ts';

/** The stores under test; each case makes instances of its own in them. */
export type StoreUnderTest = MemoryStore;
export interface ContractCase {
  readonly name: string;
  readonly run: (store: StoreUnderTest) => Promise<void>;
}

const TENANT = '<default>';
const MONTH = '2027-01-01';

/** What the engine relies on, whatever the store: run by every implementation. */
export const storeContract: readonly ContractCase[] = [
  {
    name: 'gives each number once, also to who asks at the same time',
    async run({ instances }) {
      const firsts = await Promise.all([1, 2, 3, 4].map(() => instances.takeNumbers(10)));
      const numbers = firsts.flatMap((first) => Array.from({ length: 10 }, (_, index) => first + index));
      assert.equal(new Set(numbers).size, 40);
    },
  },
  {
    name: 'gives back an instance as it was stored, values to the letter',
    async run(store) {
      const turn = await firstTurn(store, { rows: [] });
      const rows = [variableRow(turn, 'amount', '1.10'), variableRow(turn, 'text', '"\\u0000 è"')];
      await commit(store, [{ ...turn, rows }]);
      const [loaded] = await store.instances.load([turn.facts.instance, turn.facts.instance + 1]);
      assert.deepEqual(loaded?.facts, turn.facts);
      assert.deepEqual(Buffer.from(loaded.state), Buffer.from(turn.state));
      assert.equal(loaded.version, 1);
      const values = loaded.variables.map(({ name, value }) => [name, value]);
      assert.deepEqual(
        new Map(values as [string, string][]),
        new Map([
          ['amount', '1.10'],
          ['text', '"\\u0000 è"'],
        ]),
      );
      assert.deepEqual(await store.instances.rootVariables(turn.facts.instance), {
        amount: '1.10' as JsonText,
        text: '"\\u0000 è"' as JsonText,
      });
    },
  },
  {
    name: 'refuses a stale turn and takes its neighbors',
    async run(store) {
      const [a, b] = [await firstTurn(store), await firstTurn(store)];
      await commit(store, [a, b]);
      const stale = { ...a, expectedVersion: 7, rows: [variableRow(a, 'stale', '1')] };
      const good = { ...b, expectedVersion: 1, rows: [variableRow(b, 'good', '2')] };
      const outcome = await commit(store, [stale, good]);
      assert.deepEqual([...outcome.committed], [1]);
      assert.deepEqual(await store.instances.rootVariables(a.facts.instance), {});
      assert.deepEqual(await store.instances.rootVariables(b.facts.instance), { good: '2' });
      const versions = await store.instances.versions([a.facts.instance, b.facts.instance]);
      assert.equal(versions.get(a.facts.instance), 1);
      assert.equal(versions.get(b.facts.instance), 2);
    },
  },
  {
    name: 'makes an instance once',
    async run(store) {
      const turn = await firstTurn(store);
      assert.equal((await commit(store, [turn])).committed.size, 1);
      assert.equal((await commit(store, [turn])).committed.size, 0);
    },
  },
  {
    name: 'lets one turn answer an effect',
    async run(store) {
      const [sender, first, second] = [
        await firstTurn(store),
        await firstTurn(store),
        await firstTurn(store),
      ];
      const key = await newKey(store);
      const effects = [{ key, target: first.facts.instance, payload: '{"do":"x"}' }];
      await commit(store, [{ ...sender, effects }]);
      const [stored] = (await store.outbox.overdue(0, 1000)).filter((effect) => effect.key === key);
      assert.equal(stored?.payload, '{"do":"x"}');
      assert.equal((await commit(store, [{ ...first, consumes: key }])).committed.size, 1);
      assert.equal((await commit(store, [{ ...second, consumes: key }])).committed.size, 0);
      assert.equal(
        (await store.outbox.overdue(0, 1000)).some((effect) => effect.key === key),
        false,
      );
    },
  },
  {
    name: 'keeps an effect whose turn is stale',
    async run(store) {
      const sender = await firstTurn(store);
      const key = await newKey(store);
      await commit(store, [{ ...sender, effects: [{ key, target: 1, payload: '{}' }] }]);
      const stale = { ...sender, expectedVersion: 9, consumes: key };
      assert.equal((await commit(store, [stale])).committed.size, 0);
      assert.equal(await store.outbox.replace(key, []), true);
      assert.equal(await store.outbox.replace(key, []), false);
    },
  },
  {
    name: 'counts without gaps, also when a turn does not want its number',
    async run(store) {
      const office = `office-${await store.instances.takeNumbers(1)}`;
      const counter = { tenantId: TENANT, office, year: 2027, count: 3 };
      const seen = await count(store, counter, 2);
      assert.equal(await count(store, counter, 1), seen + 2);
      assert.equal(await count(store, { ...counter, year: 2028 }, 1), 0);
      assert.equal(await count(store, counter, 0), 3);
    },
  },
  {
    name: 'tells which turns a batch has stored',
    async run(store) {
      const [a, b] = [await firstTurn(store), await firstTurn(store)];
      const batch = await newKey(store);
      await commit(store, [a], batch);
      await commit(store, [b]);
      const names = [a, b].map(({ facts }) => ({ month: MONTH, instance: facts.instance, turn: 1 }));
      assert.deepEqual([...(await store.instances.committedBy(batch, names))], [a.facts.instance]);
    },
  },
  {
    name: 'knows whose a further number is',
    async run(store) {
      const turn = await firstTurn(store);
      const number = await store.instances.takeNumbers(1);
      const alias: RowChange = {
        table: aliasTable.name,
        op: 'insert',
        key: { number },
        values: { instance: turn.facts.instance },
      };
      await commit(store, [{ ...turn, rows: [alias] }]);
      assert.equal(await store.instances.ownerOf(number), turn.facts.instance);
      assert.equal(await store.instances.ownerOf(turn.facts.instance), turn.facts.instance);
    },
  },
  {
    name: 'writes rows by kind of change',
    async run(store) {
      const turn = await firstTurn(store);
      await commit(store, [{ ...turn, rows: [variableRow(turn, 'a', '1'), variableRow(turn, 'b', '1')] }]);
      const key = variableRow(turn, 'a', '').key;
      const rows: RowChange[] = [
        { table: variableTable.name, op: 'update', key, values: { value: '2' } },
        { table: variableTable.name, op: 'delete', key: variableRow(turn, 'b', '').key },
        variableRow(turn, 'c', '3'),
      ];
      await commit(store, [{ ...turn, expectedVersion: 1, rows }]);
      assert.deepEqual(await store.instances.rootVariables(turn.facts.instance), { a: '2', c: '3' });
    },
  },
];

async function newKey({ instances }: StoreUnderTest): Promise<string> {
  return encodeKey({ instance: await instances.takeNumbers(1), local: 0 });
}

/** A first turn of a new instance. */
export async function firstTurn(store: StoreUnderTest, more: Partial<TurnWrite> = {}): Promise<TurnWrite> {
  const instance = await store.instances.takeNumbers(1);
  const facts: InstanceFacts = {
    tenantId: TENANT,
    instance,
    definitionKey: '2097152',
    processId: 'p',
    processVersion: 3,
    processName: 'Process',
    rootInstance: instance,
    month: MONTH,
    parent: { instance: 1, local: 5 },
    businessId: 'AG/2027/1',
    tags: ['one', 'due "tags"'],
    startedAt: Date.parse('2027-01-15T09:00:00.123Z'),
    startedByKey: null,
  };
  return {
    facts,
    expectedVersion: 0,
    state: Buffer.from([0, 255, 10]),
    status: 'active',
    at: facts.startedAt,
    actor: { userId: 'anna' },
    reason: null,
    redefined: false,
    command: 'start-instance',
    history: '[]',
    rows: [],
    effects: [],
    consumes: null,
    ...more,
  };
}

function variableRow({ facts }: TurnWrite, name: string, value: string): RowChange {
  const root = { instance: facts.instance, local: 0 };
  return {
    table: variableTable.name,
    op: 'upsert',
    key: { process_instance_key: root, scope_key: root, name },
    values: {
      variable_key: { instance: facts.instance, local: 7 },
      tenant_id: facts.tenantId,
      value,
      type: 'number',
      search_text: null,
      search_number: null,
    },
  };
}

async function commit(
  store: StoreUnderTest,
  turns: readonly TurnWrite[],
  batch?: string,
): Promise<CommitOutcome> {
  const plan = { batch: batch ?? (await newKey(store)), counters: [], write: () => ({ turns, used: [] }) };
  return store.instances.commit(plan, 0);
}

/** Commits a turn that uses some of the numbers; returns what had been counted before. */
async function count(store: StoreUnderTest, counter: CounterRequest, used: number): Promise<number> {
  const turn = await firstTurn(store);
  let before = -1;
  await store.instances.commit(
    {
      batch: await newKey(store),
      counters: [counter],
      write: ([counted = -1]) => {
        before = counted;
        return { turns: used > 0 ? [turn] : [], used: [used] };
      },
    },
    0,
  );
  return before;
}
