import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { process as bpmnProcess } from '@iter/testing';
import { ApiPerson } from './api-person.ts';
import { type Product, family, freePort, isAlive, startProduct } from './product.ts';

const MINUTE = 60_000;
const CASES = 50;
const OWNER = 'chiara.vitale';
const EMPLOYEE = 'luca.esposito';

let home: string;
const started: Product[] = [];

async function start(settings: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ ITER_HOME: home, ...settings });
  started.push(product);
  return product;
}

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'iter-start-'));
  chmodSync(home, 0o755); // the database's own user must enter it where root runs the test
});
afterEach(async () => {
  for (const product of started.splice(0)) {
    if (product.process.exitCode === null) product.process.kill('SIGTERM');
    await product.ended;
  }
  rmSync(home, { recursive: true, force: true });
}, MINUTE);

describe('a start that cannot succeed', () => {
  it('says that the port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { code, output } = await (await start({ PORT: String(port) })).ended;
    other.close();
    expect(code).not.toBe(0);
    expect(output).toContain(`Port ${port} is taken`);
  });

  it('says that the data folder cannot be written', async () => {
    const { code, output } = await (await start({ ITER_HOME: '/proc/iter' })).ended;
    expect(code).not.toBe(0);
    expect(output).toContain('The data folder /proc/iter cannot be written');
  });

  it('says that the database cannot be reached', async () => {
    const nobody = `postgres://iter@127.0.0.1:${await freePort()}/iter`;
    const { code, output } = await (await start({ DATABASE_URL: nobody })).ended;
    expect(code).not.toBe(0);
    expect(output).toMatch(/database .*cannot be reached/i);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('says which setting is wrong', async () => {
    const { code, output } = await (await start({ ITER_ROLE: 'everything' })).ended;
    expect(code).not.toBe(0);
    expect(output).toContain('ITER_ROLE');
  });
});

describe('a product that runs', () => {
  it(
    'closes all that it started on Ctrl-C, and starts again with its data',
    async () => {
      const first = await start();
      await first.ready;
      const owner = new ApiPerson(first.url, OWNER);
      await owner.deploy('once.bpmn', oneTask());
      const key = await owner.startCase('once');
      const processes = family(first.process.pid ?? 0);
      first.process.kill('SIGINT');
      expect((await first.ended).code).toBe(0);
      expect(processes.filter(isAlive)).toEqual([]);

      const second = await start();
      await second.ready;
      expect(await new ApiPerson(second.url, OWNER).stateOf(key)).toBe('ACTIVE');
    },
    5 * MINUTE,
  );

  it(
    'loses nothing that was answered when everything is killed in the middle of fifty cases',
    async () => {
      const first = await start();
      await first.ready;
      await new ApiPerson(first.url, OWNER).deploy('once.bpmn', oneTask());
      const answered = await workUntilKilled(first);
      expect(answered.started.length).toBeGreaterThan(CASES / 4);

      const second = await start();
      await second.ready;
      const owner = new ApiPerson(second.url, OWNER);
      const employee = new ApiPerson(second.url, EMPLOYEE);
      for (const key of answered.started) {
        const goesOn = !answered.completed.has(key) && (await owner.stateOf(key)) === 'ACTIVE';
        if (goesOn) await employee.completeTaskOf(key);
        expect(await owner.stateOf(key)).toBe('COMPLETED');
      }
    },
    5 * MINUTE,
  );
});

const oneTask = () =>
  bpmnProcess('once')
    .start()
    .userTask('approve', { candidateGroups: 'addetto-settore@economato' })
    .end()
    .xml();

/** Starts and completes cases side by side and kills every process of the product when half are done. */
async function workUntilKilled(product: Product) {
  const started: string[] = [];
  const completed = new Set<string>();
  const owner = new ApiPerson(product.url, OWNER);
  const employee = new ApiPerson(product.url, EMPLOYEE);
  const work = Array.from({ length: CASES }, async () => {
    const key = await owner.startCase('once');
    started.push(key);
    await employee.completeTaskOf(key);
    completed.add(key);
    if (completed.size === CASES / 2) {
      for (const pid of family(product.process.pid ?? 0)) process.kill(pid, 'SIGKILL');
    }
  });
  await Promise.allSettled(work);
  await product.ended;
  return { started, completed };
}
