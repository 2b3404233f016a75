import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createEngine,
  type Answer,
  type Debug,
  type Engine,
  type EngineOptions,
  type Projection,
} from '@iter/engine-runtime';
import { createTestDatabase, process, type TestDatabase } from '@iter/testing';
import pg from 'pg';
import { createEngineDatabase, engineMigrations, type EngineDatabase } from './index.ts';

const caller = { tenantId: '<default>', actor: { userId: 'anna' } };

let database: TestDatabase;
/** A connection of the test's own, for locks and kills. */
let other: pg.Client;
let nodes: { engine: Engine; stores: EngineDatabase }[] = [];
let debug: Debug | undefined;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: engineMigrations });
  await database.dataSource.query(
    'CREATE TABLE "probe" ("key" bigint PRIMARY KEY, "value" integer NOT NULL)',
  );
  other = new pg.Client({ connectionString: database.url });
  await other.connect();
  const { engine } = await node();
  const content = new TextEncoder().encode(process('p').start().userTask('a').userTask('b').end().xml());
  value(await engine.deploy({ ...caller, resources: [{ name: 'p.bpmn', content }] }));
  await stopNodes();
});
afterEach(async () => {
  debug = undefined;
  await stopNodes();
});
afterAll(async () => {
  await other.end();
  await database.drop();
});

async function node(
  options: Partial<EngineOptions> = {},
): Promise<{ engine: Engine; stores: EngineDatabase }> {
  const projections = options.projections ?? [];
  const stores = createEngineDatabase({
    connectionString: database.url,
    tables: projections.flatMap(({ tables }) => tables),
    debug: (point, connection) => debug?.(point, connection),
  });
  await stores.start();
  const engine = createEngine(stores, { projections, fault: () => undefined, ...options });
  await engine.start();
  nodes.push({ engine, stores });
  return { engine, stores };
}
async function stopNodes(): Promise<void> {
  for (const { engine, stores } of nodes) {
    await engine.stop();
    await stores.stop();
  }
  nodes = [];
}
function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.rejection.code}: ${answer.rejection.message}`);
  return answer.value;
}
async function start(engine: Engine): Promise<string> {
  const definition = { processDefinitionId: 'p' };
  return value(await engine.createInstance({ ...caller, definition, variables: {} })).processInstanceKey;
}
/** The user task that waits in the instance. */
async function taskOf(key: string): Promise<string> {
  const { rows } = await other.query<{ events: string }>(
    `SELECT "events" FROM "history" WHERE "instance" = $1::bigint >> 21 ORDER BY "turn" DESC LIMIT 1`,
    [key],
  );
  const events = JSON.parse(rows[0]?.events ?? '[]') as { type: string; wait: { key: number } }[];
  const opened = events.find(({ type }) => type === 'wait-opened');
  return String(BigInt(key) + BigInt(opened?.wait.key ?? 0));
}
async function complete(engine: Engine, key: string): Promise<Answer<void>> {
  return engine.completeUserTask({ ...caller, userTaskKey: await taskOf(key), variables: {} });
}
/** Commands of the instance's turns, in order. */
async function turnsOf(key: string): Promise<string[]> {
  const { rows } = await other.query<{ command: string }>(
    `SELECT "command" FROM "history" WHERE "instance" = $1::bigint >> 21 ORDER BY "turn"`,
    [key],
  );
  return rows.map(({ command }) => command);
}
const kill = (pid: number | null) => other.query('SELECT pg_terminate_backend($1)', [pid]);
/** Runs `act` at the first time the point is reached. */
function once(point: Parameters<Debug>[0], act: (connection: Parameters<Debug>[1]) => unknown): void {
  debug = async (reached, connection) => {
    if (reached !== point) return;
    debug = undefined;
    await act(connection);
  };
}

describe('a commit whose connection is lost', () => {
  it('before it was sent is done over another connection', async () => {
    const { engine } = await node();
    const key = await start(engine);
    once('commit:before', ({ pid }) => kill(pid));
    expect(await complete(engine, key)).toEqual({ ok: true, value: undefined });
    expect(await turnsOf(key)).toEqual(['start-instance', 'complete-user-task']);
  });

  it('while the server works on it is done once', async () => {
    const { engine } = await node();
    const key = await start(engine);
    await other.query('BEGIN');
    await other.query(`SELECT FROM "instance" WHERE "instance" = $1::bigint >> 21 FOR UPDATE`, [key]);
    once('commit:sent', async ({ pid }) => {
      await kill(pid);
      await other.query('ROLLBACK');
    });
    expect(await complete(engine, key)).toEqual({ ok: true, value: undefined });
    expect(await turnsOf(key)).toEqual(['start-instance', 'complete-user-task']);
  });

  it('while the server goes on with it unseen is found to be done', async () => {
    const { engine } = await node();
    const key = await start(engine);
    await other.query('BEGIN');
    await other.query(`SELECT FROM "instance" WHERE "instance" = $1::bigint >> 21 FOR UPDATE`, [key]);
    let attempts = 0;
    debug = async (point, connection) => {
      if (point !== 'commit:sent') return;
      attempts += 1;
      // The first attempt waits for the row without us; the second one queues up behind it.
      if (attempts === 1) connection.cut();
      else await other.query('ROLLBACK');
    };
    expect(await complete(engine, key)).toEqual({ ok: true, value: undefined });
    expect(attempts).toBe(2);
    expect(await turnsOf(key)).toEqual(['start-instance', 'complete-user-task']);
    expect(await complete(engine, key)).toMatchObject({ ok: true });
  });

  it('after the server has done it is found in the history', async () => {
    const { engine } = await node();
    once('commit:after', () => {
      throw new Error('the answer was lost');
    });
    const key = await start(engine);
    expect(await turnsOf(key)).toEqual(['start-instance']);
  });

  it('again and again under load loses and doubles nothing', async () => {
    const { engine } = await node();
    let over = false;
    const points = ['commit:before', 'commit:sent', 'commit:after'] as const;
    let reached = 0;
    debug = async (point, { pid }) => {
      reached += 1;
      if (!over && reached % 7 === 0 && point === points[reached % 3]) await kill(pid);
    };
    const keys = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const key = await start(engine);
        value(await complete(engine, key));
        value(await complete(engine, key));
        return key;
      }),
    );
    over = true;
    for (const key of keys)
      expect(await turnsOf(key)).toEqual(['start-instance', 'complete-user-task', 'complete-user-task']);
  });
});

describe('turns of one batch', () => {
  it('are committed beside one that is stale, which runs again on the newer state', async () => {
    const [one, two] = [await node(), await node()];
    const keys = await Promise.all([start(one.engine), start(one.engine), start(one.engine)]);
    value(await complete(two.engine, keys[1] ?? ''));
    const answers = await Promise.all(keys.map((key) => complete(one.engine, key)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await Promise.all(keys.map(async (key) => (await turnsOf(key)).length))).toEqual([2, 3, 2]);
  });

  it('are not refused on a state that another node has left behind', async () => {
    const [one, two] = [await node(), await node()];
    const key = await start(one.engine);
    value(await complete(two.engine, key));
    expect(await complete(one.engine, key)).toEqual({ ok: true, value: undefined });
  });

  it('are committed beside one that the database refuses', async () => {
    const probe: Projection = {
      tables: [{ name: 'probe', key: { key: 'key' }, columns: { value: 'integer' } }],
      project: ({ facts }) => [
        {
          table: 'probe',
          op: 'upsert',
          key: { key: { instance: facts.instance, local: 0 } },
          values: { value: facts.businessId === 'bad' ? null : 1 },
        },
      ],
    };
    const { engine } = await node({ projections: [probe] });
    const definition = { processDefinitionId: 'p' };
    const started = await Promise.allSettled(
      ['good', 'bad', 'fine'].map((businessId) =>
        engine.createInstance({ ...caller, definition, variables: {}, businessId }),
      ),
    );
    expect(started.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are all answered when the engine stops', async () => {
    const { engine } = await node();
    const starts = Array.from({ length: 30 }, () => start(engine));
    await Promise.race(starts);
    await engine.stop();
    const keys = await Promise.all(starts);
    expect(await Promise.all(keys.map(turnsOf))).toEqual(keys.map(() => ['start-instance']));
  });
});

it('refuses commands beyond the length of the queue at once', async () => {
  const { engine } = await node({ limits: { maxQueued: 5 } });
  const definition = { processDefinitionId: 'p' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => engine.createInstance({ ...caller, definition, variables: {} })),
  );
  const refused = answers.filter((answer) => !answer.ok);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ rejection: { code: 'OVERLOADED', retryAfter: 1 } });
  expect(await engine.createInstance({ ...caller, definition, variables: {} })).toMatchObject({ ok: true });
});
