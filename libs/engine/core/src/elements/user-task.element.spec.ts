import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { World } from '../../test/world.ts';

const approval = process('p')
  .start()
  .userTask('check', {
    candidateGroups: '=["po@" + office]',
    assignee: '=who',
    dueDate: '=due',
    priority: '=70',
  })
  .exclusive('ok')
  .when('=approved')
  .end('yes')
  .at('ok')
  .otherwise()
  .end('no')
  .xml();

describe('a user task', () => {
  it('waits with what was evaluated once, and its answer decides the way', async () => {
    const world = await World.of(approval);
    const given = { office: 'economato', who: null, due: '2027-01-31T23:59:59+01:00' };
    const one = world.start(given);
    expect(one.wait('user-task', 'check')).toMatchObject({
      candidateGroups: ['po@economato'],
      dueDate: '2027-01-31T23:59:59+01:00',
      priority: 70,
    });
    one.complete('check', { approved: true });
    expect(one.ended()).toEqual(['start', 'check', 'ok', 'yes']);
    expect(one.status).toBe('completed');
    expect(world.start(given).complete('check', { approved: false }).ended()).toContain('no');
  });

  it('claimed by one is refused to another, and given back is free again', async () => {
    const world = await World.of(approval);
    const one = world.start({ office: 'x', who: null, due: null });
    const { key } = one.wait('user-task', 'check');
    one.do({ type: 'claim-user-task', key, assignee: 'anna' });
    expect(one.refused({ type: 'claim-user-task', key, assignee: 'bruno' })?.code).toBe('INVALID_STATE');
    expect(one.wait('user-task', 'check').assignee).toBe('anna');
    one.do({ type: 'unassign-user-task', key });
    expect(one.wait('user-task', 'check').assignee).toBeUndefined();
    one.do({ type: 'claim-user-task', key, assignee: 'bruno' });
    expect(one.wait('user-task', 'check').assignee).toBe('bruno');
  });

  it('is gone once completed: a second answer finds nothing (ACT-11)', async () => {
    const one = (await World.of(approval)).start({ office: 'x', who: null, due: null });
    const { key } = one.wait('user-task', 'check');
    one.complete('check', { approved: true });
    expect(one.refused({ type: 'complete-user-task', key, variables: {} })?.code).toBe('NOT_FOUND');
  });

  it('whose answer is no boolean stands still at the gateway until it is put right (SF-7, GW-EXC-3)', async () => {
    const one = (await World.of(approval)).start({ office: 'x', who: null, due: null });
    one.complete('check', { approved: 'yes' });
    expect(one.incidents()).toEqual(['ok EXTRACT_VALUE_ERROR']);
    one.set({ approved: true }).resolve('ok');
    expect(one.ended().at(-1)).toBe('yes');
  });

  it('with a wrong assignee stands still with its boundary unopened, and goes on when resolved', async () => {
    const one = (await World.of(approval)).start({ office: 'x', who: 7, due: null });
    expect(one.incidents()).toEqual(['check EXTRACT_VALUE_ERROR']);
    one.set({ who: 'anna' }).resolve('check');
    expect(one.wait('user-task', 'check').assignee).toBe('anna');
  });
});
