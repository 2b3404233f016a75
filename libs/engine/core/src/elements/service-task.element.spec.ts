import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { values, World } from '../../test/world.ts';

const file = process('p')
  .start()
  .serviceTask('job', {
    type: '="send-" + kind',
    retries: 2,
    headers: { to: 'x' },
    inputs: { local: '=1' },
    outputs: { out: '=result' },
  })
  .end()
  .xml();

describe('a service task', () => {
  it('makes a job of its type and headers and takes its result by its mappings (TSK-2, DAT-3)', async () => {
    const one = (await World.of(file)).start({ kind: 'mail' });
    expect(one.wait('job', 'job')).toMatchObject({ jobType: 'send-mail', retries: 2, headers: { to: 'x' } });
    one.complete('job', { result: 7, other: 8 });
    expect([one.last('out'), one.last('other')]).toEqual([7, undefined]);
  });

  it('failed without retries is an incident; resolving gives the job back (TSK-3)', async () => {
    const one = (await World.of(file)).start({ kind: 'mail' });
    const { key } = one.wait('job', 'job');
    one.do({ type: 'fail-job', key, message: 'no net', retries: 1, retryAt: 5 });
    expect(one.incidents()).toEqual([]);
    one.do({ type: 'fail-job', key, message: 'no net', retries: 0 });
    expect(one.incidents()).toEqual(['job JOB_NO_RETRIES']);
    one.resolve();
    expect(one.wait('job', 'job')).toMatchObject({ key, retries: 1, errorMessage: 'no net' });
    one.complete('job', { result: 1 });
    expect(one.status).toBe('completed');
  });

  it('completed in spite of its incident takes that along', async () => {
    const one = (await World.of(file)).start({ kind: 'mail' });
    one.do({ type: 'fail-job', key: one.wait('job', 'job').key, message: '', retries: 0 });
    expect(one.complete('job', { result: 1 }).status).toBe('completed');
  });

  it('answered within the turn makes no job', async () => {
    const world = await World.of(file, {
      answer: ({ variables }) => ({ ok: true, value: { result: variables.get('local') ?? ('0' as never) } }),
    });
    const one = world.start({ kind: 'mail' });
    expect(one.status).toBe('completed');
    expect(one.last('out')).toBe(1);
  });

  it('keeps numbers to the letter', async () => {
    const one = (await World.of(process('p').start().serviceTask('job').userTask('t').end().xml())).start();
    const { key } = one.wait('job', 'job');
    const exact = { amount: '1.10', big: '12345678901234567890', list: '[1.0, 2.50]' } as never;
    one.do({ type: 'complete-job', key, variables: exact });
    expect(one.state.elements.get(0)?.variables?.get('amount')?.value).toBe('1.10');
    expect(one.state.elements.get(0)?.variables?.get('big')?.value).toBe('12345678901234567890');
    expect(values({ a: 1 })).toEqual({ a: '1' });
  });

  it('throws away a job held by nobody when canceled', async () => {
    const one = (await World.of(file)).start({ kind: 'm' });
    const { key } = one.wait('job', 'job');
    one.do({ type: 'activate-job', key, worker: 'w', deadline: one.world.now + 1000 });
    expect(
      one.refused({ type: 'activate-job', key, worker: 'v', deadline: one.world.now + 1000 })?.code,
    ).toBe('INVALID_STATE');
    one.do({ type: 'cancel-instance' });
    expect(one.refused({ type: 'complete-job', key, variables: {} })?.code).toBe('NOT_FOUND');
  });
});
