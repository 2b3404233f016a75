import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createEngine, type Answer, type Engine, type EngineOptions } from '@iter/engine-runtime';
import { createTestDatabase, process, type TestDatabase } from '@iter/testing';
import { createEngineDatabase, engineMigrations, type EngineDatabase } from './index.ts';

const caller = { tenantId: '<default>', actor: { userId: 'anna' } };
let database: TestDatabase;
let nodes: { engine: Engine; stores: EngineDatabase }[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ migrations: engineMigrations });
});
afterEach(async () => {
  await nodes[0]?.engine.setClock(caller.tenantId, { mode: 'real' });
  for (const { engine, stores } of nodes) {
    await engine.stop();
    await stores.stop();
  }
  nodes = [];
});
afterAll(() => database.drop());

async function node(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const stores = createEngineDatabase({ connectionString: database.url, tables: [] });
  await stores.start();
  const engine = createEngine(stores, { projections: [], ...options });
  await engine.start();
  nodes.push({ engine, stores });
  return engine;
}
function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.rejection.code}: ${answer.rejection.message}`);
  return answer.value;
}
async function deploy(engine: Engine, name: string, xml: string): Promise<void> {
  const content = new TextEncoder().encode(xml);
  value(await engine.deploy({ ...caller, resources: [{ name: `${name}.bpmn`, content }] }));
}
async function start(engine: Engine, processDefinitionId: string) {
  return value(
    await engine.createInstance({ ...caller, definition: { processDefinitionId }, variables: {} }),
  );
}
async function count(sql: string): Promise<number> {
  const [row] = await database.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count ${sql}`,
  );
  return row?.count ?? -1;
}
/** Resolves when the count is reached, asked after each commit of any node. */
async function until(sql: string, wanted: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const offs = nodes.map(({ engine }) => engine.onCommitted(ask));
    function ask(): void {
      count(sql).then((found) => {
        if (found !== wanted) return;
        for (const off of offs) off();
        resolve();
      }, reject);
    }
    ask();
  });
}

describe('several nodes', () => {
  it('fire each timer once between them', async () => {
    const [one, two] = [await node(), await node()];
    const xml = process('timed')
      .start()
      .catchEvent('wait', { timer: { duration: 'PT0.3S' } })
      .end()
      .xml();
    await deploy(one, 'timed', xml);
    await Promise.all(Array.from({ length: 20 }, (_, n) => start(n % 2 ? one : two, 'timed')));
    await until(`FROM "instance" WHERE "process_id" = 'timed' AND "status" = 'completed'`, 20);
    expect(await count(`FROM "history" WHERE "command" = 'trigger-timer'`)).toBe(20);
    expect(await count(`FROM "open_timer"`)).toBe(0);
  });

  it('hear of a clock that was set on a node that fires no timers', async () => {
    const api = await node({ worker: false });
    await node();
    await api.setClock(caller.tenantId, { mode: 'pinned', at: Date.parse('2027-01-15T09:00:00Z') });
    const xml = process('pinned')
      .start()
      .catchEvent('wait', { timer: { duration: 'P10D' } })
      .end()
      .xml();
    await deploy(api, 'pinned', xml);
    await start(api, 'pinned');
    const done = until(`FROM "instance" WHERE "process_id" = 'pinned' AND "status" = 'completed'`, 1);
    await api.setClock(caller.tenantId, { mode: 'pinned', at: Date.parse('2027-01-25T09:00:00Z') });
    await expect(done).resolves.toBeUndefined();
  });

  it('start the version that another node deployed', async () => {
    const [one, two] = [await node(), await node()];
    await deploy(one, 'v', process('v').start().end().xml());
    expect(await start(two, 'v')).toMatchObject({ version: 1 });
    const heard = new Promise<void>((resolve) => two.onDeployed(() => resolve()));
    await deploy(one, 'v', process('v').start().userTask('new').end().xml());
    await heard;
    expect(await start(two, 'v')).toMatchObject({ version: 2 });
  });

  it('do the built-in jobs of a node that does none', async () => {
    const done: string[] = [];
    const api = await node({ worker: false });
    await node({
      limits: { sweepMs: 200 },
      builtInWorkers: [
        {
          type: 'iter:probe',
          timeoutMs: 5_000,
          concurrency: 1,
          handle: (job) => {
            done.push(job.elementId);
            return Promise.resolve({});
          },
        },
      ],
    });
    await deploy(
      api,
      'built-in',
      process('built-in').start().serviceTask('work', { type: 'iter:probe' }).end().xml(),
    );
    await start(api, 'built-in');
    await until(`FROM "instance" WHERE "process_id" = 'built-in' AND "status" = 'completed'`, 1);
    expect(done).toEqual(['work']);
  }, 30_000);
});
