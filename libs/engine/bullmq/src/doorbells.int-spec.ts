import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@iter/testing';
import { createDoorbells, type DoorbellConnection, type Doorbells } from './index.ts';

const REDIS_URL = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';

function reachable(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379) });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
const redisThere = await reachable(REDIS_URL);
if (!redisThere) console.info(`Not tried on Redis: nothing answers at ${REDIS_URL}`);

const backends: [string, () => Promise<{ connection: DoorbellConnection; drop(): Promise<void> }>][] = [
  [
    'PostgreSQL',
    async () => {
      const database: TestDatabase = await createTestDatabase({ migrations: [] });
      return { connection: { databaseUrl: database.url }, drop: () => database.drop() };
    },
  ],
];
if (redisThere)
  backends.push([
    'Redis',
    () => Promise.resolve({ connection: { redisUrl: REDIS_URL }, drop: () => Promise.resolve() }),
  ]);

describe.each(backends)('doorbells on %s', (name, open) => {
  const queueName = `iter-test-${process.pid}-${name}`;
  let backend: Awaited<ReturnType<typeof open>>;
  let running: Doorbells[] = [];
  beforeAll(async () => {
    backend = await open();
  });
  afterAll(() => backend.drop());
  afterEach(async () => {
    for (const doorbells of running) await doorbells.dispatch.stop();
    running = [];
  });
  function node(): Doorbells {
    const doorbells = createDoorbells({
      connection: backend.connection,
      queueName,
      fault: (what, error) => console.error(what, error),
    });
    running.push(doorbells);
    return doorbells;
  }

  it('does work that another node ordered, once for each id', async () => {
    const worker = node();
    const done: string[] = [];
    const last = new Promise<void>((resolve) => {
      worker.dispatch.work('q', 1, (data) => {
        done.push(data);
        if (data === 'last') resolve();
        return Promise.resolve();
      });
    });
    const orders = ['a', 'a', 'b', 'last'].map((data) => ({ queue: 'q', id: data, data }));
    await node().dispatch.enqueue(orders);
    await worker.dispatch.start();
    await last;
    expect(done).toEqual(['a', 'b', 'last']);
  });

  it('does again what failed', async () => {
    const worker = node();
    let tries = 0;
    const succeeded = new Promise<void>((resolve) => {
      worker.dispatch.work('q', 1, () => {
        tries += 1;
        if (tries === 1) return Promise.reject(new Error('not yet'));
        resolve();
        return Promise.resolve();
      });
    });
    await worker.dispatch.start();
    await worker.dispatch.enqueue([{ queue: 'q', id: '1', data: '' }]);
    await succeeded;
    expect(tries).toBe(2);
  });

  it('takes the same order again when it is done', async () => {
    const worker = node();
    let times = 0;
    worker.dispatch.work('q', 1, () => {
      times += 1;
      return Promise.resolve();
    });
    await worker.dispatch.start();
    // An order is the same one until its handler has ended, so a second may have to be given twice.
    while (times < 2) {
      await worker.dispatch.enqueue([{ queue: 'q', id: 'same', data: '' }]);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(times).toBe(2);
  });

  it('rings a worker at about the time, set by a node that is none', async () => {
    const worker = node();
    const rung = new Promise<number>((resolve) => worker.alarm.onRing(() => resolve(Date.now())));
    await worker.dispatch.start();
    const at = Date.now() + 300;
    await node().alarm.set(at);
    expect(Math.abs((await rung) - at)).toBeLessThan(2_000);
  });
});
