import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarSettingsSchema, createWorkingCalendar } from '@iter/calendar';
import { process } from '@iter/testing';
import { caller, EngineWorld, json, NOTHING, value } from '../test/engine-world.ts';

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.start();
});
afterEach(() => world.engine.setClock(caller.tenantId, { mode: 'real' }));
afterAll(() => world.stop());

const calendarIn = (zone: string) => {
  const calendar = createWorkingCalendar(calendarSettingsSchema.parse({ zone }));
  return { calendar: () => calendar };
};
/** When the start timers of a process are due. */
async function nextStarts(processId: string): Promise<string[]> {
  const rows = await world.query<{ due_at: Date }>(
    `SELECT "due_at" FROM "start_timer" WHERE "process_id" = $1 ORDER BY 1`,
    [processId],
  );
  return rows.map((row) => row.due_at.toISOString());
}
const oneTask = (id: string, cycle: string) =>
  process(id).start('s', { timer: { cycle } }).userTask('a').end().xml();

describe('timers over a restart', () => {
  it('that came due while the server was down fire when it is up (TMR-1, TMR-2)', async () => {
    await world.pin('2027-01-15T09:00:00Z');
    const date = { timer: { date: '2027-01-31T12:00:00+01:00' } };
    await world.deploy('dated', process('dated').start().catchEvent('w', date).end().xml());
    const lasting = { timer: { duration: 'P1M' } };
    await world.deploy('lasting', process('lasting').start().catchEvent('w', lasting).end().xml());
    const first = await world.start('dated');
    const second = await world.start('lasting');
    await world.sleepUntil('2027-01-31T10:59:59Z');
    expect(await world.statusOf(first.processInstanceKey)).toBe('active');
    await world.sleepUntil('2027-02-15T09:00:00Z');
    await world.ended(first.processInstanceKey);
    await expect(world.ended(second.processInstanceKey)).resolves.toBeUndefined();
  });

  it('in real time fire once, however often the server starts (TMR-7)', async () => {
    const soon = { timer: { duration: 'PT0.3S' } };
    await world.deploy('soon', process('soon').start().catchEvent('w', soon).userTask('a').end().xml());
    const { processInstanceKey: key } = await world.start('soon');
    await world.restart();
    await world.until(async () => (await world.openTasks(key)).length === 1);
    await world.restart();
    expect((await world.events(key)).filter(({ type }) => type === 'wait-opened')).toHaveLength(2);
  });

  it('with a bounded number fire for each missed date, without a bound once (TMR-5)', async () => {
    await world.pin('2027-01-15T08:00:00Z');
    const repeating = (id: string, cycle: string) =>
      process(id)
        .start()
        .userTask('u')
        .end()
        .boundary('b', 'u', { timer: { cycle }, interrupting: false })
        .userTask('r')
        .end('re')
        .xml();
    await world.deploy('thrice', repeating('thrice', 'R3/PT1H'));
    await world.deploy('always', repeating('always', 'R/PT1H'));
    const thrice = await world.start('thrice');
    const always = await world.start('always');
    const reminders = async (of: { processInstanceKey: string }) =>
      (await world.openTasks(of.processInstanceKey, 'r')).length;
    await world.sleepUntil('2027-01-15T18:30:00Z');
    await world.until(async () => (await reminders(thrice)) === 3 && (await reminders(always)) === 1);
    await world.pin('2027-01-15T19:00:00Z');
    await world.until(async () => (await reminders(always)) === 2);
    expect(await reminders(thrice)).toBe(3);
  });
});

describe('cron by the zone of the body (TMR-4)', () => {
  it('is at eight in the morning before and after the clocks change', async () => {
    await world.pin('2027-03-27T07:30:00Z');
    await world.deploy('spring', oneTask('spring', '0 0 8 * * *'));
    expect(await nextStarts('spring')).toEqual(['2027-03-28T06:00:00.000Z']);
    await world.pin('2027-03-28T06:00:00Z');
    await world.running('spring', 1);
    expect(await nextStarts('spring')).toEqual(['2027-03-29T06:00:00.000Z']);
    await world.sleepUntil('2027-10-30T07:00:00Z');
    await world.running('spring', 2);
    expect(await nextStarts('spring')).toEqual(['2027-10-31T07:00:00.000Z']);
  });

  it('comes once on the days on which an hour is missing or comes twice', async () => {
    await world.pin('2027-03-27T12:00:00Z');
    await world.deploy('night', oneTask('night', '0 30 2 * * *'));
    for (const [until, count] of [
      ['2027-03-28T12:00:00Z', 1],
      ['2027-03-29T12:00:00Z', 2],
    ] as const) {
      await world.pin(until);
      await world.running('night', count);
    }
    await world.sleepUntil('2027-10-30T12:00:00Z');
    await world.running('night', 3);
    await world.pin('2027-10-31T12:00:00Z');
    await world.running('night', 4);
    expect(await nextStarts('night')).toEqual(['2027-11-01T01:30:00.000Z']);
  });

  it('follows a body that moves to another zone; dates already set stay', async () => {
    await world.pin('2027-06-01T10:00:00Z');
    await world.deploy('moving', oneTask('moving', '0 0 8 * * *'));
    await world.restart({ options: calendarIn('Atlantic/Azores') });
    expect(await nextStarts('moving')).toEqual(['2027-06-02T06:00:00.000Z']);
    await world.pin('2027-06-02T06:00:00Z');
    await world.running('moving', 1);
    expect(await nextStarts('moving')).toEqual(['2027-06-02T08:00:00.000Z']);
    await world.restart({ options: calendarIn('Europe/Rome') });
  });
});

describe('what is waited for over a restart', () => {
  const waiting = (id: string, message: string) =>
    process(id)
      .start()
      .catchEvent('w', { message: { name: message, correlationKey: '=k' } })
      .end()
      .xml();

  it('a message reaches a wait that was opened before it (MSG-2)', async () => {
    await world.deploy('asks', waiting('asks', 'answer'));
    const { processInstanceKey: key } = await world.start('asks', { k: json(7) });
    await world.restart();
    value(await world.publish('answer', '8'));
    expect(await world.statusOf(key)).toBe('active');
    value(await world.publish('answer', '7'));
    await expect(world.ended(key)).resolves.toBeUndefined();
  });

  it('a buffered message reaches a wait that is opened after it, until its time is over (MSG-5, MSG-6)', async () => {
    await world.pin('2027-01-15T09:00:00Z');
    await world.deploy('later', waiting('later', 'early'));
    value(await world.publish('early', 'a', { timeToLive: 3_600_000 }));
    value(await world.publish('early', 'b', { timeToLive: 3_600_000 }));
    await world.sleepUntil('2027-01-15T09:30:00Z');
    const first = await world.start('later', { k: json('a') });
    await world.ended(first.processInstanceKey);
    await world.sleepUntil('2027-01-15T10:00:01Z');
    const second = await world.start('later', { k: json('b') });
    // What is missed or over is looked for at each start, before the next stop.
    await world.restart();
    await world.restart();
    expect(await world.statusOf(second.processInstanceKey)).toBe('active');
  });

  it('one instance runs under the key of the message that started it (INS-7)', async () => {
    const started = process('keyed').start('s', { message: { name: 'open' } });
    await world.deploy('keyed', started.userTask('a').end().xml());
    value(await world.publish('open', 'k'));
    await world.running('keyed', 1);
    await world.restart();
    value(await world.publish('open', 'k'));
    const [first = ''] = await world.instancesOf('keyed');
    expect(await world.instancesOf('keyed')).toHaveLength(1);
    const second = world.running('keyed', 2);
    await world.complete(first);
    await expect(second).resolves.toBeUndefined();
  });

  it('a signal reaches every catcher, once, and none that comes later (SIG-1, SIG-2)', async () => {
    const draft = process('listens').start().catchEvent('w', { signal: 'go' });
    await world.deploy('listens', draft.userTask('a').end().xml());
    const before = await Promise.all([world.start('listens'), world.start('listens')]);
    await world.restart();
    value(await world.engine.broadcastSignal({ ...caller, name: 'go', variables: { by: json('x') } }));
    const reached = async ({ processInstanceKey: key }: { processInstanceKey: string }) =>
      (await world.openTasks(key)).length === 1;
    for (const one of before) await world.until(() => reached(one));
    const after = await world.start('listens');
    await world.restart();
    expect(await world.openTasks(after.processInstanceKey)).toEqual([]);
  });

  it('a condition is asked again when its variable changes (CND-2)', async () => {
    const draft = process('decides').start().catchEvent('w', { condition: '=amount > 10' });
    await world.deploy('decides', draft.end().xml());
    const { processInstanceKey: key } = await world.start('decides', { amount: json(1) });
    await world.restart();
    const set = (amount: number) =>
      world.engine.setVariables({
        ...caller,
        elementInstanceKey: key,
        variables: { amount: json(amount) },
        local: false,
      });
    value(await set(10));
    expect(await world.statusOf(key)).toBe('active');
    value(await set(11));
    expect(await world.statusOf(key)).toBe('completed');
  });

  it('a job that a worker holds stays its own, and can be completed (TSK-2)', async () => {
    await world.deploy('works', process('works').start().serviceTask('t', { type: 'held-over' }).end().xml());
    const { processInstanceKey: key } = await world.start('works');
    const request = {
      tenantIds: [caller.tenantId],
      type: 'held-over',
      worker: 'w',
      maxJobs: 1,
      timeoutMs: 60_000,
      fetchVariables: [],
    };
    const [job] = await world.engine.activateJobs(request);
    await world.restart();
    expect(await world.engine.activateJobs(request)).toEqual([]);
    value(await world.engine.completeJob({ ...caller, jobKey: job?.jobKey ?? '', variables: NOTHING }));
    expect(await world.statusOf(key)).toBe('completed');
  });
});
