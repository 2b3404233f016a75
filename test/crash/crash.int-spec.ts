import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEngineDatabase, engineMigrations } from '@iter/engine-postgres';
import { createEngine } from '@iter/engine-runtime';
import { historyMigrations } from '@iter/history';
import { createTestDatabase, process, type TestDatabase } from '@iter/testing';
import { DoomedNode } from './doomed-node.ts';
import type { Deathtrap, Request } from './messages.ts';

const CASES = 50;
const caller = { tenantId: '<default>', actor: { system: 'test' } };
const collectiveBody = process('body').start().userTask('vote').end().xml();
const procedure = process('procedure')
  .start()
  .userTask('draft')
  .serviceTask('probe', { type: 'iter:probe' })
  .callActivity('adopt', { processId: 'body' })
  .catchEvent('pause', { timer: { duration: 'PT0.1S' } })
  .catchEvent('reply', { message: { name: 'reply', correlationKey: '=caseNumber' } })
  .userTask('file')
  .end()
  .xml();

/** Each life of the node ends another way: by a kill at a named point of a commit, or at no point in particular. */
const LIVES: (Deathtrap | 'any time')[] = [
  { point: 'commit:before', time: 3 },
  { point: 'commit:sent', time: 6 },
  { point: 'commit:after', time: 6 },
  'any time',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ migrations: [...engineMigrations, ...historyMigrations] });
  await deploy();
}, 60_000);
afterAll(() => database.drop());

async function deploy(): Promise<void> {
  const stores = createEngineDatabase({ connectionString: database.url, tables: [] });
  await stores.start();
  const engine = createEngine(stores, { projections: [] });
  await engine.start();
  const files = { procedure, body: collectiveBody };
  const resources = Object.entries(files).map(([name, xml]) => ({
    name: `${name}.bpmn`,
    content: new TextEncoder().encode(xml),
  }));
  expect(await engine.deploy({ ...caller, resources })).toMatchObject({ ok: true });
  await engine.stop();
  await stores.stop();
}

/** The client: plays its cases to the end whatever becomes of the node, and notes every answer. */
class Client {
  readonly started = new Map<string, string>();
  readonly completed = new Set<string>();
  lives = 0;
  #node: Promise<DoomedNode>;

  constructor() {
    this.#node = this.#live();
  }

  /** Starts the node for its next life, and again when that has ended. */
  async #live(): Promise<DoomedNode> {
    const life = LIVES[this.lives];
    this.lives += 1;
    const node = await DoomedNode.start(database.url, life === 'any time' ? undefined : life);
    if (life === 'any time') setTimeout(() => void node.kill(), 100);
    // The last life has no end of its own.
    if (life)
      void node.dead.then(() => {
        this.#node = this.#lastWordsOf().then(() => this.#live());
      });
    return node;
  }

  /** A server process may still finish what a killed node sent; what it leaves behind is known only then. */
  async #lastWordsOf(): Promise<void> {
    for (;;) {
      const left = await query(
        `SELECT FROM pg_stat_activity WHERE "datname" = current_database() AND "application_name" = 'iter-committer'`,
      );
      if (left.length === 0) return;
    }
  }

  async #ask(request: Request) {
    const node = await this.#node;
    const reply = await node.ask(request);
    // Without an answer nobody knows: the next life tells what was stored.
    if (!reply) await node.dead;
    return reply;
  }

  /** Starts all cases at once, and does every task that appears until none is left. */
  async play(businessIds: readonly string[]): Promise<void> {
    const all = Promise.all(businessIds.map((businessId, turn) => this.#begin(businessId, turn)));
    const doing = new Map<string, Promise<void>>();
    while ((await this.#left()) > 0) {
      for (const key of await openTasks())
        if (!doing.has(key))
          doing.set(
            key,
            this.#complete(key).finally(() => doing.delete(key)),
          );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await all;
  }

  async #begin(businessId: string, turn: number): Promise<void> {
    // One after the other, so that there are many commits to be killed in, and not one for all.
    await new Promise((resolve) => setTimeout(resolve, turn * 20));
    await this.#start(businessId);
    while (!(await this.#ask({ do: 'publish', name: 'reply', correlationKey: businessId })));
  }

  async #complete(userTaskKey: string): Promise<void> {
    const answer = await this.#ask({ do: 'complete', userTaskKey });
    if (answer?.ok) this.completed.add(userTaskKey);
  }

  async #left(): Promise<number> {
    const [row] = await query<{ done: number }>(
      `SELECT count(*)::integer AS done FROM "process_instance" WHERE "state" = 'COMPLETED' AND "parent_key" IS NULL`,
    );
    return CASES - (row?.done ?? 0);
  }

  async #start(businessId: string): Promise<void> {
    for (;;) {
      await this.#node;
      const [known] = await query(
        `SELECT FROM "process_instance" WHERE "business_id" = $1 AND "parent_key" IS NULL`,
        [businessId],
      );
      if (known) return;
      const answer = await this.#ask({ do: 'start', processId: 'procedure', businessId });
      if (answer?.ok && answer.value && 'processInstanceKey' in answer.value)
        this.started.set(businessId, answer.value.processInstanceKey);
    }
  }

  async end(): Promise<void> {
    const node = await this.#node;
    await node.kill();
  }
}

async function openTasks(): Promise<string[]> {
  const rows = await query<{ key: string }>(
    `SELECT "user_task_key"::text AS key FROM "user_task" WHERE "state" = 'CREATED'`,
  );
  return rows.map(({ key }) => key);
}

function query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return database.dataSource.query(sql, parameters);
}

describe('an engine that is killed again and again in the middle of fifty cases', () => {
  const client = { current: undefined as Client | undefined };
  beforeAll(async () => {
    client.current = new Client();
    await client.current.play(Array.from({ length: CASES }, (_, n) => `case-${n}`));
    await client.current.end();
  }, 300_000);

  it('was killed in each way', () => {
    expect(client.current?.lives).toBe(LIVES.length + 1);
  });

  it('has every start it answered, once', async () => {
    const rows = await query<{ business_id: string; keys: string[] }>(
      `SELECT "business_id", array_agg("process_instance_key"::text) AS keys FROM "process_instance"
       WHERE "parent_key" IS NULL GROUP BY 1`,
    );
    expect(rows).toHaveLength(CASES);
    const stored = new Map(rows.map(({ business_id, keys }) => [business_id, keys]));
    for (const [businessId, key] of client.current?.started ?? [])
      expect(stored.get(businessId)).toEqual([key]);
  });

  it('has every completion it answered, once', async () => {
    const done = await query<{ key: string }>(
      `SELECT "user_task_key"::text AS key FROM "user_task" WHERE "state" = 'COMPLETED'`,
    );
    const keys = new Set(done.map(({ key }) => key));
    expect(keys.size).toBe(CASES * 3);
    for (const key of client.current?.completed ?? []) expect(keys).toContain(key);
    const turns = await query(`SELECT "instance" FROM "history" WHERE "command" = 'complete-user-task'`);
    expect(turns).toHaveLength(CASES * 3);
  });

  it('went on with every case to its end, through each element once', async () => {
    const rows = await query<{ element_id: string; completed: number; roots: number }>(
      `SELECT "element_id", count(*)::integer AS completed, count(DISTINCT "process_instance_key")::integer AS roots
       FROM "element_instance" WHERE "state" = 'COMPLETED' GROUP BY 1 ORDER BY 1`,
    );
    const elements = ['adopt', 'draft', 'file', 'pause', 'probe', 'reply', 'vote'];
    const counted = rows.filter(({ element_id }) => elements.includes(element_id));
    expect(counted).toEqual(elements.map((element_id) => ({ element_id, completed: CASES, roots: CASES })));
  });

  it('left nothing behind', async () => {
    for (const table of ['outbox', 'open_timer', 'open_job', 'open_message', 'open_signal'])
      expect(await query(`SELECT * FROM "${table}"`)).toEqual([]);
  });
});
