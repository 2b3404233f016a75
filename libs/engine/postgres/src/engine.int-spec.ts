import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonText } from '@iter/engine-core';
import { process } from '@iter/testing';
import { at, caller, EngineWorld, json, NOTHING, value } from '../test/engine-world.ts';

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.start();
});
afterAll(() => world.stop());

describe('the engine on PostgreSQL', () => {
  it('plays a case with a user task from start to end', async () => {
    await world.deploy('task', process('task').start().userTask('a').end().xml());
    const { processInstanceKey } = await world.start('task', { amount: '1.10' as JsonText });
    const [task = ''] = await world.openTasks(processInstanceKey);
    const variables = { big: '12345678901234567890' as JsonText };
    expect(await world.engine.completeUserTask({ ...caller, userTaskKey: task, variables })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await world.statusOf(processInstanceKey)).toBe('completed');
    const rows = await world.query(
      `SELECT "name", "value", "search_number" FROM "variable" WHERE "process_instance_key" = $1 ORDER BY "name"`,
      [processInstanceKey],
    );
    expect(rows).toEqual([
      { name: 'amount', value: '1.10', search_number: '1.10' },
      { name: 'big', value: '12345678901234567890', search_number: '12345678901234567890' },
    ]);
    expect(await world.engine.completeUserTask({ ...caller, userTaskKey: task, variables })).toMatchObject({
      ok: false,
      rejection: { code: 'NOT_FOUND' },
    });
  });

  it('keeps the version of what was deployed with the same content', async () => {
    const xml = process('same').start().end().xml();
    const first = await world.deploy('same', xml);
    const second = await world.deploy('same', xml);
    expect(second.deploymentKey).toBe(first.deploymentKey);
    expect(second.processes).toEqual([{ ...first.processes[0], created: false }]);
    const third = await world.deploy('same', process('same').start().userTask('new').end().xml());
    expect(third.processes[0]).toMatchObject({ version: 2, created: true });
  });

  it('refuses what cannot run with every problem', async () => {
    const content = new TextEncoder().encode('<definitions');
    const answer = await world.engine.deploy({ ...caller, resources: [{ name: 'x.bpmn', content }] });
    expect(answer).toMatchObject({
      ok: false,
      rejection: { code: 'DEPLOYMENT_REFUSED', problems: [{ resource: 'x.bpmn', rule: 'DEP-1' }] },
    });
  });

  it('counts cases of an office without gaps', async () => {
    await world.deploy('counted', process('counted').start().userTask('a').end().xml());
    const cases = await Promise.all(
      Array.from({ length: 20 }, () => world.start('counted', { ufficio: json('affari-generali') })),
    );
    const numbers = cases.map(({ businessId }) =>
      Number(/^AFFARI-GENERALI\/\d{4}\/(\d+)$/.exec(businessId ?? '')?.[1]),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('calls a process and goes on when it has ended', async () => {
    await world.deploy('child', process('child').start().userTask('t').end().xml());
    await world.deploy(
      'parent',
      process('parent').start().callActivity('call', { processId: 'child' }).end().xml(),
    );
    const { processInstanceKey } = await world.start('parent', { n: '1' as JsonText });
    await world.running('child', 1);
    const [child = ''] = await world.instancesOf('child');
    const [task = ''] = await world.openTasks(child);
    const done = { done: 'true' as JsonText };
    value(await world.engine.completeUserTask({ ...caller, userTaskKey: task, variables: done }));
    await world.ended(processInstanceKey);
    expect(await world.variables(processInstanceKey)).toEqual({
      n: '1',
      done: 'true',
    });
    expect(await world.query(`SELECT "key" FROM "outbox"`)).toEqual([]);
  });

  it('tells the caller of a process that is not there', async () => {
    await world.deploy(
      'lost',
      process('lost').start().callActivity('call', { processId: 'nowhere' }).end().xml(),
    );
    const { processInstanceKey } = await world.start('lost');
    await world.until((notice) => notice?.changed.includes('incidents') ?? false);
    expect(await world.statusOf(processInstanceKey)).toBe('active');
  });

  describe('messages', () => {
    const receiver = (id: string) =>
      process(id)
        .start()
        .catchEvent('wait', { message: { name: `${id}-message`, correlationKey: '=number' } })
        .end()
        .xml();

    it('reach a wait that is open', async () => {
      await world.deploy('after', receiver('after'));
      const { processInstanceKey } = await world.start('after', { number: json('7') });
      value(await world.publish('after-message', '7'));
      await expect(world.ended(processInstanceKey)).resolves.toBeUndefined();
    });

    it('wait for a wait that opens later, once', async () => {
      await world.deploy('before', receiver('before'));
      value(await world.publish('before-message', '7'));
      const first = await world.start('before', { number: json('7') });
      await world.ended(first.processInstanceKey);
      const second = await world.start('before', { number: json('7') });
      expect(await world.statusOf(second.processInstanceKey)).toBe('active');
    });

    it('reach the oldest wait of a process only, and the next message the next', async () => {
      await world.deploy('oldest', receiver('oldest'));
      const first = await world.start('oldest', { number: json('7') });
      const second = await world.start('oldest', { number: json('7') });
      const answers = await Promise.all([
        world.publish('oldest-message', '7'),
        world.publish('oldest-message', '7'),
      ]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      await Promise.all([world.ended(first.processInstanceKey), world.ended(second.processInstanceKey)]);
    });

    it('are refused with an id that is buffered', async () => {
      value(await world.publish('nobody', 'x', { messageId: 'one' }));
      expect(await world.publish('nobody', 'x', { messageId: 'one' })).toMatchObject({
        rejection: { code: 'ALREADY_EXISTS' },
      });
    });

    it('are correlated or told not to be', async () => {
      await world.deploy('direct', receiver('direct'));
      const message = { ...caller, name: 'direct-message', correlationKey: '7', variables: NOTHING };
      expect(await world.engine.correlateMessage(message)).toMatchObject({
        rejection: { code: 'NOT_FOUND' },
      });
      const { processInstanceKey } = await world.start('direct', { number: json('7') });
      expect(await world.engine.correlateMessage(message)).toMatchObject({ value: { processInstanceKey } });
      expect(await world.statusOf(processInstanceKey)).toBe('completed');
    });

    it('start one instance under a key at a time', async () => {
      await world.deploy(
        'by-message',
        process('by-message')
          .start('s', { message: { name: 'begin' } })
          .userTask('a')
          .end()
          .xml(),
      );
      value(await world.publish('begin', 'k'));
      value(await world.publish('begin', 'k'));
      await world.running('by-message', 1);
      const [first = ''] = await world.instancesOf('by-message');
      const second = world.running('by-message', 2);
      const [task = ''] = await world.openTasks(first);
      value(await world.engine.completeUserTask({ ...caller, userTaskKey: task, variables: NOTHING }));
      await expect(second).resolves.toBeUndefined();
    });
  });

  describe('timers', () => {
    afterEach(() => world.engine.setClock(caller.tenantId, { mode: 'real' }));

    it('fire when the pinned clock passes them', async () => {
      await world.engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-15T09:00:00Z') });
      await world.deploy(
        'timer',
        process('timer')
          .start()
          .catchEvent('wait', { timer: { duration: 'P10D' } })
          .end()
          .xml(),
      );
      const { processInstanceKey } = await world.start('timer');
      await world.engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-25T08:59:59Z') });
      expect(await world.statusOf(processInstanceKey)).toBe('active');
      await world.engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-25T09:00:00Z') });
      await world.ended(processInstanceKey);
    });

    it('fire in real time', async () => {
      await world.deploy(
        'soon',
        process('soon')
          .start()
          .catchEvent('wait', { timer: { duration: 'PT0.2S' } })
          .end()
          .xml(),
      );
      const { processInstanceKey } = await world.start('soon');
      await expect(world.ended(processInstanceKey)).resolves.toBeUndefined();
    });

    it('start instances, again with each date', async () => {
      await world.engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-15T09:00:00Z') });
      await world.deploy(
        'cycle',
        process('cycle')
          .start('s', { timer: { cycle: 'R2/P1D' } })
          .userTask('a')
          .end()
          .xml(),
      );
      const both = world.running('cycle', 2);
      await world.engine.setClock(caller.tenantId, { mode: 'pinned', at: at('2027-01-20T09:00:00Z') });
      await both;
      expect(await world.query(`SELECT * FROM "start_timer"`)).toEqual([]);
    });
  });

  it('broadcasts signals to every instance that waits and to starts', async () => {
    await world.deploy(
      'listens',
      process('listens').start().catchEvent('wait', { signal: 'all' }).end().xml(),
    );
    await world.deploy('begins', process('begins').start('s', { signal: 'all' }).userTask('a').end().xml());
    const keys = await Promise.all([world.start('listens'), world.start('listens')]);
    const begun = world.running('begins', 1);
    value(await world.engine.broadcastSignal({ ...caller, name: 'all', variables: NOTHING }));
    await Promise.all(keys.map(({ processInstanceKey }) => world.ended(processInstanceKey)));
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
      await world.deploy('job', process('job').start().serviceTask('work', { type: 'work' }).end().xml());
      const waiting = world.engine.activateJobs({ ...activate, type: 'work', requestTimeoutMs: 5_000 });
      const { processInstanceKey } = await world.start('job', { n: '1.50' as JsonText });
      const [job] = await waiting;
      expect(job).toMatchObject({
        type: 'work',
        elementId: 'work',
        processInstanceKey,
        variables: { n: '1.50' },
      });
      expect(await world.engine.activateJobs({ ...activate, type: 'work' })).toEqual([]);
      const variables = { result: '2' as JsonText };
      value(await world.engine.completeJob({ ...caller, jobKey: job?.jobKey ?? '', variables }));
      expect(await world.statusOf(processInstanceKey)).toBe('completed');
      expect(await world.query(`SELECT * FROM "open_job"`)).toEqual([]);
    });

    it('come back after a failure, and raise an incident without retries', async () => {
      await world.deploy(
        'fails',
        process('fails').start().serviceTask('work', { type: 'fails' }).end().xml(),
      );
      await world.start('fails');
      const fail = { ...caller, message: 'no', backOffMs: 0, variables: NOTHING };
      const [first] = await world.engine.activateJobs({ ...activate, type: 'fails' });
      value(await world.engine.failJob({ ...fail, jobKey: first?.jobKey ?? '', retries: 1 }));
      const [second] = await world.engine.activateJobs({ ...activate, type: 'fails' });
      expect(second).toMatchObject({ jobKey: first?.jobKey, retries: 1 });
      value(await world.engine.failJob({ ...fail, jobKey: first?.jobKey ?? '', retries: 0 }));
      expect(await world.engine.activateJobs({ ...activate, type: 'fails' })).toEqual([]);
      value(
        await world.engine.resolveIncident({
          ...caller,
          incidentKey: await world.lastIncident(first?.processInstanceKey ?? ''),
        }),
      );
      const [again] = await world.engine.activateJobs({ ...activate, type: 'fails' });
      expect(again).toMatchObject({ jobKey: first?.jobKey, retries: 1 });
    });

    it('keep their worker when their retries are changed', async () => {
      await world.deploy('held', process('held').start().serviceTask('work', { type: 'held' }).end().xml());
      await world.start('held');
      const [job] = await world.engine.activateJobs({ ...activate, type: 'held' });
      value(
        await world.engine.updateJob({ ...caller, jobKey: job?.jobKey ?? '', retries: 7, timeoutMs: 90_000 }),
      );
      expect(await world.engine.activateJobs({ ...activate, type: 'held' })).toEqual([]);
    });
  });

  it('answers a start with the variables at the end', async () => {
    await world.deploy(
      'sum',
      process('sum').start().scriptTask('add', { expression: '=a + 1', resultVariable: 'sum' }).end().xml(),
    );
    const answer = await world.engine.createInstance({
      ...caller,
      definition: { processDefinitionId: 'sum' },
      variables: { a: '1.10' as JsonText },
      awaitCompletion: { timeoutMs: 5_000, fetchVariables: ['sum'] },
    });
    expect(answer).toMatchObject({ ok: true, value: { variables: { sum: '2.1' } } });
  });

  it('knows nothing of other tenants', async () => {
    const { processInstanceKey } = await world.start('task');
    expect(
      await world.engine.cancelInstance({ tenantId: 'other', actor: caller.actor, processInstanceKey }),
    ).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
    expect(await world.engine.cancelInstance({ ...caller, processInstanceKey })).toMatchObject({ ok: true });
    expect(await world.statusOf(processInstanceKey)).toBe('terminated');
  });
});
