import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { caller, EngineWorld, NOTHING, value } from '../test/engine-world.ts';

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.start();
});
afterAll(() => world.stop());

async function start(type: string): Promise<string> {
  await world.deploy(type, process(type).start().serviceTask('work', { type }).end().xml());
  return (await world.start(type)).processInstanceKey;
}
const ask = (type: string, more: { requestTimeoutMs?: number; signal?: AbortSignal } = {}) =>
  world.engine.activateJobs({
    tenantIds: [caller.tenantId],
    type,
    worker: 'w',
    maxJobs: 10,
    timeoutMs: 60_000,
    fetchVariables: [],
    ...more,
  });

describe('workers that wait for jobs', () => {
  it('get each job once, however many wait', async () => {
    const waiting = [1, 2, 3].map(() => ask('one-of-three', { requestTimeoutMs: 2_000 }));
    await start('one-of-three');
    const given = await Promise.race(waiting);
    expect(given).toHaveLength(1);
    value(await world.engine.completeJob({ ...caller, jobKey: given[0]?.jobKey ?? '', variables: NOTHING }));
    expect((await Promise.all(waiting)).flat()).toHaveLength(1);
  });

  it('who go away leave the job to others', async () => {
    const gone = new AbortController();
    const waiting = ask('abandoned', { requestTimeoutMs: 20_000, signal: gone.signal });
    gone.abort();
    expect(await waiting).toEqual([]);
    await start('abandoned');
    expect(await ask('abandoned', { signal: AbortSignal.abort() })).toEqual([]);
    expect(await ask('abandoned')).toHaveLength(1);
  });

  it('see those that another node opens', async () => {
    const key = await start('elsewhere');
    const [job] = await ask('elsewhere');
    const waiting = ask('elsewhere', { requestTimeoutMs: 10_000 });
    await world.query(`UPDATE "open_job" SET "ready_at" = now() WHERE "key" = $1`, [job?.jobKey]);
    expect(await waiting).toMatchObject([{ jobKey: job?.jobKey, processInstanceKey: key }]);
  });

  it('are sent home when the server stops', async () => {
    const waiting = ask('nothing-comes', { requestTimeoutMs: 60_000 });
    await world.restart();
    expect(await waiting).toEqual([]);
  });
});
