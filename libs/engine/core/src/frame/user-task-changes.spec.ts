import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { World } from '../../test/world.ts';

const listening = (event: string, options: object = {}) =>
  process('p')
    .start()
    .userTask('t', {
      ...options,
      taskListeners: [
        { event, type: 'first' },
        { event, type: 'second' },
      ],
    })
    .end()
    .boundary('late', 't', { timer: { duration: 'PT1H' } })
    .end('gone')
    .xml();

describe('task listeners', () => {
  it('hold a completion back until all have answered', async () => {
    const one = (await World.of(listening('completing'))).start();
    one.do({
      type: 'complete-user-task',
      key: one.wait('user-task', 't').key,
      variables: { x: '1' as never },
    });
    expect(one.waits('job').map(({ jobType }) => jobType)).toEqual(['first']);
    expect(
      one.refused({ type: 'claim-user-task', key: one.wait('user-task', 't').key, assignee: 'a' })?.code,
    ).toBe('INVALID_STATE');
    one.do({ type: 'complete-job', key: one.waits('job')[0]?.key ?? 0, variables: {} });
    expect(one.waits('job').map(({ jobType }) => jobType)).toEqual(['second']);
    one.do({ type: 'complete-job', key: one.waits('job')[0]?.key ?? 0, variables: {} });
    expect(one.status).toBe('completed');
    expect(one.last('x')).toBe(1);
  });

  it('may deny it: the task stays as it was', async () => {
    const one = (await World.of(listening('completing'))).start();
    one.do({ type: 'complete-user-task', key: one.wait('user-task', 't').key, variables: {} });
    one.do({
      type: 'complete-job',
      key: one.waits('job')[0]?.key ?? 0,
      variables: {},
      result: { of: 'task-listener', denied: true },
    });
    expect(one.open()).toEqual(['t']);
    expect(one.wait('user-task', 't').transition).toBeUndefined();
  });

  it('may correct who gets it', async () => {
    const one = (await World.of(listening('assigning'))).start();
    one.do({ type: 'assign-user-task', key: one.wait('user-task', 't').key, assignee: 'anna' });
    expect(one.wait('user-task', 't').assignee).toBeUndefined();
    one.do({
      type: 'complete-job',
      key: one.waits('job')[0]?.key ?? 0,
      variables: {},
      result: { of: 'task-listener', corrections: { assignee: 'bruno', priority: 90 } },
    });
    one.do({ type: 'complete-job', key: one.waits('job')[0]?.key ?? 0, variables: {} });
    expect(one.wait('user-task', 't')).toMatchObject({ assignee: 'bruno', priority: 90 });
  });

  it('run at creation, before the given assignee has it', async () => {
    const one = (await World.of(listening('creating', { assignee: 'anna' }))).start();
    expect(one.wait('user-task', 't').assignee).toBeUndefined();
    for (const job of [0, 1])
      one.do({ type: 'complete-job', key: one.waits('job')[0]?.key ?? job, variables: {} });
    expect(one.wait('user-task', 't').assignee).toBe('anna');
  });

  it('of the cancellation are awaited before the boundary goes on', async () => {
    const world = await World.of(listening('canceling'));
    const one = world.start();
    world.pass(3_600_000);
    expect(one.open()).toEqual(['t']);
    for (const job of [0, 1])
      one.do({ type: 'complete-job', key: one.waits('job')[0]?.key ?? job, variables: {} });
    expect(one.status).toBe('completed');
    expect(one.ended().at(-1)).toBe('gone');
  });

  it('answered within the turn cost no job', async () => {
    const world = await World.of(listening('completing'), { answer: () => ({ ok: true, value: {} }) });
    expect(world.start().complete('t').status).toBe('completed');
  });
});
