import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { values, World } from '../../test/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('timer boundary events', () => {
  const reminded = process('p')
    .start()
    .userTask('work')
    .end('done')
    .boundary('remind', 'work', { timer: { cycle: 'R2/P1D' }, interrupting: false })
    .userTask('call')
    .end('called')
    .boundary('late', 'work', { timer: { duration: 'P5D' } })
    .userTask('escalation')
    .end('escalated')
    .xml();

  it('not interrupting: the task goes on, the cycle fires until its end (BND-3, TMR-3)', async () => {
    const world = await World.of(reminded);
    const one = world.start();
    world.pass(DAY);
    expect(one.open()).toEqual(['work', 'call']);
    world.pass(2 * DAY);
    expect(one.open()).toEqual(['work', 'call', 'call']);
    expect(one.waits('timer').map(({ elementId }) => elementId)).toEqual(['late']);
  });

  it('interrupting: the task is terminated, its boundary branches go on (BND-2, BND-8)', async () => {
    const world = await World.of(reminded);
    const one = world.start();
    world.pass(5 * DAY);
    expect(one.ended('terminated')).toEqual(['work']);
    expect(one.open()).toEqual(['call', 'call', 'escalation']);
    expect(one.waits('timer')).toEqual([]);
    one.complete('call').complete('call').complete('escalation');
    expect(one.status).toBe('completed');
  });

  it('a late or double alarm does nothing (TMR-7), and completion closes them (ACT-4)', async () => {
    const world = await World.of(reminded);
    const one = world.start();
    const timer = one.wait('timer', 'remind');
    const fire = { type: 'trigger-timer', key: timer.key, dueAt: timer.dueAt } as const;
    one.do(fire);
    expect(one.refused(fire)?.code).toBe('INVALID_STATE');
    one.complete('call').complete('work');
    expect(one.refused(fire)?.code).toBe('NOT_FOUND');
    expect(one.status).toBe('completed');
  });

  it('a timer that is none opens nothing and is an incident (ACT-3, TMR-6)', async () => {
    const world = await World.of(
      process('p')
        .start()
        .userTask('work')
        .end()
        .boundary('ok', 'work', { timer: { duration: 'P1D' }, interrupting: false })
        .end('e1')
        .boundary('bad', 'work', { timer: { duration: '=when' } })
        .end('e2')
        .xml(),
    );
    const one = world.start({ when: 7 });
    expect(one.incidents()).toEqual(['work EXTRACT_VALUE_ERROR']);
    expect(one.state.waits.size).toBe(0);
    one.set({ when: 'P2D' }).resolve();
    expect(one.waits('timer')).toHaveLength(2);
    expect(one.waits('user-task')).toHaveLength(1);
  });
});

describe('intermediate catch events', () => {
  const reply = process('p')
    .start()
    .catchEvent('wait', { message: { name: 'reply', correlationKey: '=id' } })
    .userTask('read')
    .end()
    .xml();

  it('a message reaches its catcher by name and key, in either order of arrival (MSG-2, MSG-5, MSG-6)', async () => {
    const world = await World.of(reply);
    const waiting = world.start({ id: 4 });
    world.message('reply', '5').message('reply', '4', { text: 'yes' });
    expect(waiting.variables()).toMatchObject({ id: 4, text: 'yes' });
    expect(waiting.open()).toEqual(['read']);
    expect(world.start({ id: 5 }).open()).toEqual(['read']);
  });

  it('a message is taken by one of two that wait (MSG-3)', async () => {
    const world = await World.of(reply);
    const [first, second] = [world.start({ id: 1 }), world.start({ id: 1 })];
    world.message('reply', '1', {}, 0);
    expect([first.open(), second.open()]).toEqual([['read'], ['wait']]);
  });

  it('a key that is null is an incident (MSG-2)', async () => {
    const one = (await World.of(reply)).start({});
    expect(one.incidents()).toEqual(['wait EXTRACT_VALUE_ERROR']);
  });

  it('a timer waits for its time', async () => {
    const world = await World.of(
      process('p')
        .start()
        .catchEvent('t', { timer: { date: '=on' } })
        .end()
        .xml(),
    );
    const one = world.start({ on: '2027-01-31T00:00:00+01:00' });
    world.pass(15 * DAY);
    expect(one.status).toBe('active');
    world.pass(DAY);
    expect(one.status).toBe('completed');
  });

  it('delivered twice it is refused the second time (MSG-8)', async () => {
    const world = await World.of(reply);
    const one = world.start({ id: 1 });
    const command = {
      type: 'deliver-message',
      key: one.wait('message', 'wait').key,
      messageKey: 'm',
      variables: values(),
    } as const;
    one.do(command);
    expect(one.refused(command)?.code).toBe('NOT_FOUND');
  });
});

describe('start events', () => {
  it('a message starts an instance with its variables (INS-5, INS-6); a plain start is refused (INS-3)', async () => {
    const world = await World.of(process('p').start('s', { message: 'order' }).userTask('t').end().xml());
    world.message('order', '', { item: 'x' });
    expect(world.cases[0]?.variables()).toEqual({ item: 'x' });
    expect(world.refusedStart()?.code).toBe('INVALID_STATE');
  });

  it('a cycle starts as often as it says (INS-8)', async () => {
    const world = await World.of(
      process('p')
        .start('s', { timer: { cycle: 'R3/P1D' } })
        .userTask('t')
        .end()
        .xml(),
    );
    world.pass(10 * DAY);
    expect(world.cases.map((one) => one.open())).toEqual([['t'], ['t'], ['t']]);
  });
});

describe('receive tasks', () => {
  it('wait for their message and may be interrupted (TSK-10)', async () => {
    const world = await World.of(
      process('p')
        .start()
        .receiveTask('r', { message: { name: 'm', correlationKey: '=k' } })
        .end('got')
        .boundary('b', 'r', { timer: { duration: 'PT1H' } })
        .end('late')
        .xml(),
    );
    const [got, late] = [world.start({ k: 'a' }), world.start({ k: 'b' })];
    world.message('m', 'a', { x: 1 }).pass(HOUR);
    expect(got.ended().at(-1)).toBe('got');
    expect(late.ended().at(-1)).toBe('late');
  });
});
