import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonText } from '@iter/engine-core';
import {
  createEngine,
  type ActivatedJob,
  type Answer,
  type CommittedNotice,
  type Engine,
} from '@iter/engine-runtime';
import { createTestDatabase, process, type TestDatabase } from '@iter/testing';
import { createEngineDatabase, engineMigrations, type EngineDatabase } from './index.ts';

const caller = { tenantId: '<default>', actor: { userId: 'anna' } };
const json = (value: unknown): JsonText => JSON.stringify(value) as JsonText;
const NOTHING = {};

let database: TestDatabase;
let stores: EngineDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: engineMigrations });
  stores = createEngineDatabase({ connectionString: database.url, tables: [] });
  await stores.start();
  engine = createEngine(stores, { projections: [] });
  await engine.start();
});
afterAll(async () => {
  await engine.stop();
  await stores.stop();
  await database.drop();
});

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.rejection.code}: ${answer.rejection.message}`);
  return answer.value;
}
async function deploy(name: string, xml: string) {
  const content = new TextEncoder().encode(xml);
  return value(await engine.deploy({ ...caller, resources: [{ name: `${name}.bpmn`, content }] }));
}
async function start(id: string, variables: Record<string, JsonText> = NOTHING) {
  return value(
    await engine.createInstance({ ...caller, definition: { processDefinitionId: id }, variables }),
  );
}
function query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return database.dataSource.query(sql, parameters);
}
/** Keys of the open user tasks of an instance, read from the history as nothing else is installed here. */
async function openTasks(processInstanceKey: string): Promise<string[]> {
  const rows = await query<{ events: string }>(
    `SELECT "events" FROM "history" WHERE "instance" = $1::bigint >> 21 ORDER BY "turn"`,
    [processInstanceKey],
  );
  const open = new Set<number>();
  for (const event of rows.flatMap(
    (row) => JSON.parse(row.events) as { type: string; key: number; wait: { key: number; kind: string } }[],
  )) {
    if (event.type === 'wait-opened' && event.wait.kind === 'user-task') open.add(event.wait.key);
    if (event.type === 'wait-closed') open.delete(event.key);
  }
  return [...open].map((local) => String(BigInt(processInstanceKey) + BigInt(local)));
}
async function statusOf(processInstanceKey: string): Promise<string | undefined> {
  const [row] = await query<{ status: string }>(
    `SELECT "status" FROM "instance" WHERE "instance" = $1::bigint >> 21`,
    [processInstanceKey],
  );
  return row?.status;
}
/** Resolves when something holds, asked now and after each commit. */
async function until(holds: (notice?: CommittedNotice) => boolean | Promise<boolean>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const ask = (notice?: CommittedNotice): void => {
      Promise.resolve(holds(notice)).then((yes) => {
        if (!yes) return;
        off();
        resolve();
      }, reject);
    };
    const off = engine.onCommitted(ask);
    ask();
  });
}
const ended = (key: string): Promise<void> => until(async () => (await statusOf(key)) === 'completed');
const running = (processId: string, count: number): Promise<void> =>
  until(async () => (await instancesOf(processId)).length === count);

async function publish(
  name: string,
  correlationKey: string,
  more: { messageId?: string; timeToLive?: number } = {},
) {
  return engine.publishMessage({
    ...caller,
    name,
    correlationKey,
    timeToLive: 60_000,
    variables: NOTHING,
    ...more,
  });
}
async function instancesOf(processId: string): Promise<string[]> {
  const rows = await query<{ key: string }>(
    `SELECT ("instance" << 21)::text AS key FROM "instance" WHERE "process_id" = $1 ORDER BY 1`,
    [processId],
  );
  return rows.map(({ key }) => key);
}
const at = (text: string): number => Date.parse(text);

describe('the engine on PostgreSQL', () => {
  it('plays a case with a user task from start to end', async () => {
    await deploy('task', process('task').start().userTask('a').end().xml());
    const { processInstanceKey } = await start('task', { amount: '1.10' as JsonText });
    const [task = ''] = await openTasks(processInstanceKey);
    const variables = { big: '12345678901234567890' as JsonText };
    expect(await engine.completeUserTask({ ...caller, userTaskKey: task, variables })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await statusOf(processInstanceKey)).toBe('completed');
    const rows = await query(
      `SELECT "name", "value", "search_number" FROM "variable" WHERE "process_instance_key" = $1 ORDER BY "name"`,
      [processInstanceKey],
    );
    expect(rows).toEqual([
      { name: 'amount', value: '1.10', search_number: '1.10' },
      { name: 'big', value: '12345678901234567890', search_number: '12345678901234567890' },
    ]);
    expect(await engine.completeUserTask({ ...caller, userTaskKey: task, variables })).toMatchObject({
      ok: false,
      rejection: { code: 'NOT_FOUND' },
    });
  });

  it('keeps the version of what was deployed with the same content', async () => {
    const xml = process('same').start().end().xml();
    const first = await deploy('same', xml);
    const second = await deploy('same', xml);
    expect(second.deploymentKey).toBe(first.deploymentKey);
    expect(second.processes).toEqual([{ ...first.processes[0], created: false }]);
    const third = await deploy('same', process('same').start().userTask('new').end().xml());
    expect(third.processes[0]).toMatchObject({ version: 2, created: true });
  });

  it('refuses what cannot run with every problem', async () => {
    const content = new TextEncoder().encode('<definitions');
    const answer = await engine.deploy({ ...caller, resources: [{ name: 'x.bpmn', content }] });
    expect(answer).toMatchObject({
      ok: false,
      rejection: { code: 'DEPLOYMENT_REFUSED', problems: [{ resource: 'x.bpmn', rule: 'DEP-1' }] },
    });
  });

  it('counts cases of an office without gaps', async () => {
    await deploy('counted', process('counted').start().userTask('a').end().xml());
    const cases = await Promise.all(
      Array.from({ length: 20 }, () => start('counted', { ufficio: json('affari-generali') })),
    );
    const numbers = cases.map(({ businessId }) =>
      Number(/^AFFARI-GENERALI\/\d{4}\/(\d+)$/.exec(businessId ?? '')?.[1]),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('calls a process and goes on when it has ended', async () => {
    await deploy('child', process('child').start().userTask('t').end().xml());
    await deploy(
      'parent',
      process('parent').start().callActivity('call', { processId: 'child' }).end().xml(),
    );
    const { processInstanceKey } = await start('parent', { n: '1' as JsonText });
    await running('child', 1);
    const [child = ''] = await instancesOf('child');
    const [task = ''] = await openTasks(child);
    const done = { done: 'true' as JsonText };
    value(await engine.completeUserTask({ ...caller, userTaskKey: task, variables: done }));
    await ended(processInstanceKey);
    expect(await stores.instances.rootVariables(instanceOf(processInstanceKey))).toEqual({
      n: '1',
      done: 'true',
    });
    expect(await query(`SELECT "key" FROM "outbox"`)).toEqual([]);
  });

  it('tells the caller of a process that is not there', async () => {
    await deploy('lost', process('lost').start().callActivity('call', { processId: 'nowhere' }).end().xml());
    const { processInstanceKey } = await start('lost');
    await until((notice) => notice?.changed.includes('incidents') ?? false);
    expect(await statusOf(processInstanceKey)).toBe('active');
  });

  describe('messages', () => {
    const receiver = (id: string) =>
      process(id)
        .start()
        .catchEvent('wait', { message: { name: `${id}-message`, correlationKey: '=number' } })
        .end()
        .xml();

    it('reach a wait that is open', async () => {
      await deploy('after', receiver('after'));
      const { processInstanceKey } = await start('after', { number: json('7') });
      value(await publish('after-message', '7'));
      await expect(ended(processInstanceKey)).resolves.toBeUndefined();
    });

    it('wait for a wait that opens later, once', async () => {
      await deploy('before', receiver('before'));
      value(await publish('before-message', '7'));
      const first = await start('before', { number: json('7') });
      await ended(first.processInstanceKey);
      const second = await start('before', { number: json('7') });
      expect(await statusOf(second.processInstanceKey)).toBe('active');
    });

    it('reach the oldest wait of a process only, and the next message the next', async () => {
      await deploy('oldest', receiver('oldest'));
      const first = await start('oldest', { number: json('7') });
      const second = await start('oldest', { number: json('7') });
      const answers = await Promise.all([publish('oldest-message', '7'), publish('oldest-message', '7')]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      await Promise.all([ended(first.processInstanceKey), ended(second.processInstanceKey)]);
    });

    it('are refused with an id that is buffered', async () => {
      value(await publish('nobody', 'x', { messageId: 'one' }));
      expect(await publish('nobody', 'x', { messageId: 'one' })).toMatchObject({
        rejection: { code: 'ALREADY_EXISTS' },
      });
    });

    it('are correlated or told not to be', async () => {
      await deploy('direct', receiver('direct'));
      const message = { ...caller, name: 'direct-message', correlationKey: '7', variables: NOTHING };
      expect(await engine.correlateMessage(message)).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
      const { processInstanceKey } = await start('direct', { number: json('7') });
      expect(await engine.correlateMessage(message)).toMatchObject({ value: { processInstanceKey } });
      expect(await statusOf(processInstanceKey)).toBe('completed');
    });

    it('start one instance under a key at a time', async () => {
      await deploy(
        'by-message',
        process('by-message')
          .start('s', { message: { name: 'begin' } })
          .userTask('a')
          .end()
          .xml(),
      );
      value(await publish('begin', 'k'));
      value(await publish('begin', 'k'));
      await running('by-message', 1);
      const [first = ''] = await instancesOf('by-message');
      const second = running('by-message', 2);
      const [task = ''] = await openTasks(first);
      value(await engine.completeUserTask({ ...caller, userTaskKey: task, variables: NOTHING }));
      await expect(second).resolves.toBeUndefined();
    });
  });

  describe('timers', () => {
    afterEach(() => engine.setClock(caller.tenantId, { mode: 'real' }));

    it('fire when the pinned clock passes them', async () => {
      await engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-15T09:00:00Z') });
      await deploy(
        'timer',
        process('timer')
          .start()
          .catchEvent('wait', { timer: { duration: 'P10D' } })
          .end()
          .xml(),
      );
      const { processInstanceKey } = await start('timer');
      await engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-25T08:59:59Z') });
      expect(await statusOf(processInstanceKey)).toBe('active');
      await engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-25T09:00:00Z') });
      await ended(processInstanceKey);
    });

    it('fire in real time', async () => {
      await deploy(
        'soon',
        process('soon')
          .start()
          .catchEvent('wait', { timer: { duration: 'PT0.2S' } })
          .end()
          .xml(),
      );
      const { processInstanceKey } = await start('soon');
      await expect(ended(processInstanceKey)).resolves.toBeUndefined();
    });

    it('start instances, again with each date', async () => {
      await engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-15T09:00:00Z') });
      await deploy(
        'cycle',
        process('cycle')
          .start('s', { timer: { cycle: 'R2/P1D' } })
          .userTask('a')
          .end()
          .xml(),
      );
      const both = running('cycle', 2);
      await engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-20T09:00:00Z') });
      await both;
      expect(await query(`SELECT * FROM "start_timer"`)).toEqual([]);
    });
  });

  it('broadcasts signals to every instance that waits and to starts', async () => {
    await deploy('listens', process('listens').start().catchEvent('wait', { signal: 'all' }).end().xml());
    await deploy('begins', process('begins').start('s', { signal: 'all' }).userTask('a').end().xml());
    const keys = await Promise.all([start('listens'), start('listens')]);
    const begun = running('begins', 1);
    value(await engine.broadcastSignal({ ...caller, name: 'all', variables: NOTHING }));
    await Promise.all(keys.map(({ processInstanceKey }) => ended(processInstanceKey)));
    await expect(begun).resolves.toBeUndefined();
  });

  describe('jobs', () => {
    const activate = {
      tenantIds: ['<default>'],
      worker: 'w',
      maxJobs: 10,
      timeoutMs: 60_000,
      fetchVariables: [],
    };

    it('are given to a worker that waits for them', async () => {
      await deploy('job', process('job').start().serviceTask('work', { type: 'work' }).end().xml());
      const waiting = engine.activateJobs({ ...activate, type: 'work', requestTimeoutMs: 5_000 });
      const { processInstanceKey } = await start('job', { n: '1.50' as JsonText });
      const [job] = await waiting;
      expect(job).toMatchObject({
        type: 'work',
        elementId: 'work',
        processInstanceKey,
        variables: { n: '1.50' },
      });
      expect(await engine.activateJobs({ ...activate, type: 'work' })).toEqual([]);
      const variables = { result: '2' as JsonText };
      value(await engine.completeJob({ ...caller, jobKey: job?.jobKey ?? '', variables }));
      expect(await statusOf(processInstanceKey)).toBe('completed');
      expect(await query(`SELECT * FROM "open_job"`)).toEqual([]);
    });

    it('come back after a failure, and raise an incident without retries', async () => {
      await deploy('fails', process('fails').start().serviceTask('work', { type: 'fails' }).end().xml());
      await start('fails');
      const fail = { ...caller, message: 'no', backOffMs: 0, variables: NOTHING };
      const [first] = await engine.activateJobs({ ...activate, type: 'fails' });
      value(await engine.failJob({ ...fail, jobKey: first?.jobKey ?? '', retries: 1 }));
      const [second] = await engine.activateJobs({ ...activate, type: 'fails' });
      expect(second).toMatchObject({ jobKey: first?.jobKey, retries: 1 });
      value(await engine.failJob({ ...fail, jobKey: first?.jobKey ?? '', retries: 0 }));
      expect(await engine.activateJobs({ ...activate, type: 'fails' })).toEqual([]);
      value(await engine.resolveIncident({ ...caller, incidentKey: await incidentOf(first) }));
      const [again] = await engine.activateJobs({ ...activate, type: 'fails' });
      expect(again).toMatchObject({ jobKey: first?.jobKey, retries: 1 });
    });

    it('keep their worker when their retries are changed', async () => {
      await deploy('held', process('held').start().serviceTask('work', { type: 'held' }).end().xml());
      await start('held');
      const [job] = await engine.activateJobs({ ...activate, type: 'held' });
      value(await engine.updateJob({ ...caller, jobKey: job?.jobKey ?? '', retries: 7, timeoutMs: 90_000 }));
      expect(await engine.activateJobs({ ...activate, type: 'held' })).toEqual([]);
    });
  });

  it('answers a start with the variables at the end', async () => {
    await deploy(
      'sum',
      process('sum').start().scriptTask('add', { expression: '=a + 1', resultVariable: 'sum' }).end().xml(),
    );
    const answer = await engine.createInstance({
      ...caller,
      definition: { processDefinitionId: 'sum' },
      variables: { a: '1.10' as JsonText },
      awaitCompletion: { timeoutMs: 5_000, fetchVariables: ['sum'] },
    });
    expect(answer).toMatchObject({ ok: true, value: { variables: { sum: '2.1' } } });
  });

  it('knows nothing of other tenants', async () => {
    const { processInstanceKey } = await start('task');
    expect(
      await engine.cancelInstance({ tenantId: 'other', actor: caller.actor, processInstanceKey }),
    ).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
    expect(await engine.cancelInstance({ ...caller, processInstanceKey })).toMatchObject({ ok: true });
    expect(await statusOf(processInstanceKey)).toBe('terminated');
  });
});

/** Key of the incident that was raised last in the instance of a job. */
async function incidentOf(job: ActivatedJob | undefined): Promise<string> {
  const [row] = await query<{ events: string }>(
    `SELECT "events" FROM "history" WHERE "instance" = $1::bigint >> 21 ORDER BY "turn" DESC`,
    [job?.processInstanceKey],
  );
  const events = JSON.parse(row?.events ?? '[]') as { type: string; incident: { key: number } }[];
  const raised = events.find(({ type }) => type === 'incident-raised');
  return String(BigInt(job?.processInstanceKey ?? 0) + BigInt(raised?.incident.key ?? 0));
}

function instanceOf(key: string): number {
  return Number(BigInt(key) >> 21n);
}
