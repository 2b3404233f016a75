import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { caller, EngineWorld, json, NOTHING, value } from '../test/engine-world.ts';

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.start();
});
afterAll(() => world.stop());

const of = (processInstanceKey: string, reason?: string) => ({
  ...caller,
  processInstanceKey,
  ...(reason !== undefined && { reason }),
});
const nothing = { activate: [], move: [], terminate: [] };

/** What history says of who did what and why, oldest first. */
function deeds(processInstanceKey: string) {
  return world.query<{ command: string; actor: string; reason: string | null }>(
    `SELECT "command", "actor"::json ->> 'userId' AS actor, "reason" FROM "history"
      WHERE "instance" = $1::bigint >> 21 ORDER BY "turn"`,
    [processInstanceKey],
  );
}
async function typesOf(processInstanceKey: string): Promise<string[]> {
  return (await world.events(processInstanceKey)).map(({ type }) => type);
}

describe('a suspended instance', () => {
  const waiting = (id: string) =>
    process(id)
      .start()
      .parallel('fork')
      .catchEvent('later', { timer: { duration: 'PT1H' } })
      .userTask('after-timer')
      .end()
      .at('fork')
      .serviceTask('work', { type: `${id}-work` })
      .end('worked')
      .at('fork')
      .catchEvent('message', { message: { name: `${id}-message`, correlationKey: '="k"' } })
      .end('heard')
      .xml();

  it('takes nothing, keeps what comes, stays so over a restart, and goes on with all of it', async () => {
    await world.pin('2027-03-01T08:00:00Z');
    await world.deploy('halted', waiting('halted'));
    const { processInstanceKey: key } = await world.start('halted');
    value(await world.engine.suspendInstance(of(key, 'ricorso al TAR')));
    expect(await world.statusOf(key)).toBe('suspended');
    const jobs = { tenantIds: ['<default>'], worker: 'w', maxJobs: 5, timeoutMs: 60_000, fetchVariables: [] };
    expect(await world.engine.activateJobs({ ...jobs, type: 'halted-work' })).toEqual([]);
    value(await world.publish('halted-message', 'k', { timeToLive: 0 }));

    await world.restart();
    expect(await world.statusOf(key)).toBe('suspended');
    await world.pin('2027-03-01T10:00:00Z');
    expect(await world.engine.resolveIncident({ ...caller, incidentKey: key })).toMatchObject({
      rejection: { code: 'SUSPENDED' },
    });
    expect(await world.engine.suspendInstance(of(key))).toMatchObject({
      rejection: { code: 'SUSPENDED' },
    });
    expect(await world.openTasks(key)).toEqual([]);

    value(await world.engine.resumeInstance(of(key, 'il TAR ha deciso')));
    await world.until(async () => (await world.openTasks(key)).length === 1);
    await world.until(async () => (await world.query(`SELECT FROM "open_message"`)).length === 0);
    const [job] = await world.engine.activateJobs({ ...jobs, type: 'halted-work' });
    expect(job).toMatchObject({ elementId: 'work' });
    value(await world.engine.completeJob({ ...caller, jobKey: job?.jobKey ?? '', variables: NOTHING }));
    await world.complete(key);
    await world.ended(key);
    expect(await deeds(key)).toEqual(
      expect.arrayContaining([
        { command: 'suspend-instance', actor: 'anna', reason: 'ricorso al TAR' },
        { command: 'resume-instance', actor: 'anna', reason: 'il TAR ha deciso' },
      ]),
    );
    await world.engine.setClock(caller.tenantId, { mode: 'real' });
  });

  it('halts what it called, and a timer of another instance goes on', async () => {
    await world.pin('2027-03-01T08:00:00Z');
    const inner = process('inner')
      .start()
      .catchEvent('t', { timer: { duration: 'PT1H' } });
    await world.deploy('inner', inner.end().xml());
    await world.deploy(
      'outer',
      process('outer').start().callActivity('c', { processId: 'inner' }).end().xml(),
    );
    const outer = await world.start('outer');
    await world.running('inner', 1);
    const free = await world.start('inner');
    const [called = ''] = await world.instancesOf('inner');
    value(await world.engine.suspendInstance(of(outer.processInstanceKey)));
    await world.until(async () => (await world.statusOf(called)) === 'suspended');
    await world.pin('2027-03-01T09:30:00Z');
    await world.ended(free.processInstanceKey);
    expect(await world.statusOf(called)).toBe('suspended');
    value(await world.engine.resumeInstance(of(outer.processInstanceKey)));
    await expect(world.ended(outer.processInstanceKey)).resolves.toBeUndefined();
    await world.engine.setClock(caller.tenantId, { mode: 'real' });
  });

  it('can be canceled', async () => {
    await world.deploy('given-up', waiting('given-up'));
    const { processInstanceKey: key } = await world.start('given-up');
    value(await world.engine.suspendInstance(of(key)));
    value(await world.engine.cancelInstance(of(key, 'domanda ritirata')));
    expect(await world.statusOf(key)).toBe('terminated');
    expect((await deeds(key)).at(-1)).toMatchObject({
      command: 'cancel-instance',
      reason: 'domanda ritirata',
    });
    expect(await world.query(`SELECT FROM "open_timer" WHERE "instance" = $1::bigint >> 21`, [key])).toEqual(
      [],
    );
  });
});

describe('a modification', () => {
  const twoSteps = (id: string) =>
    process(id)
      .start()
      .userTask('first')
      .subProcess('inside', (sub) => sub.start('is').userTask('second').end('ie'))
      .userTask('third')
      .end()
      .xml();

  it('moves a task, with variables of the process and of the task', async () => {
    await world.deploy('moving', twoSteps('moving'));
    const { processInstanceKey: key } = await world.start('moving');
    const variables = [
      { variables: { outside: json(1) } },
      { scopeId: 'third', variables: { own: json('x') } },
    ];
    const move = [{ source: { elementId: 'first' }, targetElementId: 'third', variables }];
    value(await world.engine.modifyInstance({ ...of(key, 'errore di avvio'), ...nothing, move }));
    expect(await world.openTasks(key, 'first')).toEqual([]);
    expect(await world.openTasks(key, 'third')).toHaveLength(1);
    expect(await world.variables(key)).toEqual({ outside: '1' });
    expect(await world.query(`SELECT "value" FROM "variable" WHERE "name" = 'own'`)).toEqual([
      { value: '"x"' },
    ]);
    expect(await typesOf(key)).toContain('instance-modified');
    await world.complete(key);
    expect(await world.statusOf(key)).toBe('completed');
  });

  it('activates inside a scope that is made for it, and terminates by key', async () => {
    await world.deploy('adding', twoSteps('adding'));
    const { processInstanceKey: key } = await world.start('adding');
    const activate = [{ elementId: 'second', variables: [] }];
    value(await world.engine.modifyInstance({ ...of(key), ...nothing, activate }));
    expect(await world.openTasks(key, 'second')).toHaveLength(1);
    const opened = (await world.events<Opened>(key)).find(
      (event) => event.type === 'wait-opened' && event.wait.elementId === 'first',
    );
    const elementInstanceKey = String(BigInt(key) + BigInt(opened?.wait.owner ?? 0));
    value(await world.engine.modifyInstance({ ...of(key), ...nothing, terminate: [{ elementInstanceKey }] }));
    expect(await world.openTasks(key, 'first')).toEqual([]);
    expect(await world.openTasks(key)).toHaveLength(1);
  });

  it('changes nothing where one instruction does not fit', async () => {
    await world.deploy('unfit', twoSteps('unfit'));
    const { processInstanceKey: key } = await world.start('unfit');
    const before = await typesOf(key);
    const wrong = [
      { ...nothing },
      { ...nothing, activate: [{ elementId: 'nowhere', variables: [] }] },
      { ...nothing, terminate: [{ elementId: 'third' }] },
      { ...nothing, terminate: [{ elementInstanceKey: '1' }] },
      {
        ...nothing,
        activate: [{ elementId: 'third', variables: [] }],
        move: [{ source: { elementId: 'second' }, targetElementId: 'third', variables: [] }],
      },
      {
        ...nothing,
        activate: [{ elementId: 'third', variables: [{ scopeId: 'inside', variables: NOTHING }] }],
      },
    ];
    for (const instructions of wrong)
      expect(await world.engine.modifyInstance({ ...of(key), ...instructions })).toMatchObject({
        rejection: { code: 'INVALID_ARGUMENT' },
      });
    expect(await typesOf(key)).toEqual(before);
  });
});

describe('a migration', () => {
  const version = (task: string, more: string) =>
    process('moved').start().userTask(task).userTask(more).end().xml();

  it('tells what does not fit, then moves the instance, which goes on there after a restart', async () => {
    await world.deploy('moved', version('check', 'sign'));
    const { processInstanceKey: key } = await world.start('moved', { ufficio: json('gare') });
    const next = await world.deploy('moved', version('verify', 'publish'));
    const target = next.processes[0]?.processDefinitionKey ?? '';
    const command = { ...of(key, 'nuova normativa'), targetProcessDefinitionKey: target };
    const problems = value(await world.engine.checkMigration({ ...command, mapping: [] }));
    expect(problems).toEqual([expect.stringContaining("'check'")]);
    expect(await world.engine.migrateInstance({ ...command, mapping: [] })).toMatchObject({
      rejection: { code: 'INVALID_STATE' },
    });
    const mapping = [{ sourceElementId: 'check', targetElementId: 'verify' }];
    expect(value(await world.engine.checkMigration({ ...command, mapping }))).toEqual([]);
    value(await world.engine.migrateInstance({ ...command, mapping }));
    await world.restart();
    expect(
      await world.query(
        `SELECT "definition_key", "process_version" FROM "instance" WHERE "instance" = $1::bigint >> 21`,
        [key],
      ),
    ).toEqual([{ definition_key: target, process_version: 2 }]);
    await world.complete(key);
    expect(await world.openTasks(key, 'publish')).toHaveLength(1);
    await world.complete(key);
    await world.ended(key);
    expect(await deeds(key)).toContainEqual({
      command: 'migrate-instance',
      actor: 'anna',
      reason: 'nuova normativa',
    });
  });

  it('refuses unknown targets, elements and instances', async () => {
    const { processInstanceKey: key } = await world.start('moved');
    const target = (await world.deploy('other', process('other').start().userTask('verify').end().xml()))
      .processes[0]?.processDefinitionKey;
    const command = { ...of(key), targetProcessDefinitionKey: target ?? '', mapping: [] };
    const twice = { sourceElementId: 'verify', targetElementId: 'verify' };
    const answers = [
      await world.engine.migrateInstance({ ...command, targetProcessDefinitionKey: '1' }),
      await world.engine.migrateInstance({ ...command, processInstanceKey: '2097152000000' }),
      await world.engine.checkMigration({ ...command, processInstanceKey: '2097152000000' }),
      await world.engine.migrateInstance({ ...command, mapping: [twice, twice] }),
      await world.engine.migrateInstance({
        ...command,
        mapping: [{ sourceElementId: 'verify', targetElementId: 'nowhere' }],
      }),
    ];
    expect(answers.map((answer) => !answer.ok && answer.rejection.code)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'INVALID_ARGUMENT',
      'INVALID_ARGUMENT',
    ]);
  });

  it('to another process lets a message be received and the next one start', async () => {
    const started = process('source').start('s', { message: { name: 'go' } });
    await world.deploy(
      'source',
      started
        .catchEvent('m', { message: { name: 'on', correlationKey: '="k"' } })
        .end()
        .xml(),
    );
    const there = process('destination')
      .start()
      .catchEvent('m2', { message: { name: 'on', correlationKey: '="k"' } });
    const deployed = await world.deploy('destination', there.end().xml());
    value(await world.publish('go', 'k'));
    await world.running('source', 1);
    const [key = ''] = await world.instancesOf('source');
    const targetProcessDefinitionKey = deployed.processes[0]?.processDefinitionKey ?? '';
    const mapping = [{ sourceElementId: 'm', targetElementId: 'm2' }];
    value(await world.engine.migrateInstance({ ...of(key), targetProcessDefinitionKey, mapping }));
    expect(await world.query(`SELECT "process_id" FROM "open_message"`)).toEqual([
      { process_id: 'destination' },
    ]);
    value(await world.publish('go', 'k'));
    await world.running('source', 1);
    value(await world.publish('on', 'k'));
    await expect(world.ended(key)).resolves.toBeUndefined();
  });
});

interface Opened {
  readonly type: string;
  readonly wait: { readonly elementId: string; readonly owner: number };
}
