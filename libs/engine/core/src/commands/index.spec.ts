import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { type Case, World } from '../../test/world.ts';
import type { Command } from './command.ts';

const file = process('p')
  .start()
  .parallel('fork')
  .userTask('task')
  .end()
  .at('fork')
  .serviceTask('job', {
    executionListeners: [
      { event: 'start', type: 'before' },
      { event: 'end', type: 'after' },
    ],
  })
  .end()
  .at('fork')
  .catchEvent('timer', { timer: { duration: 'PT1H' } })
  .end()
  .at('fork')
  .catchEvent('message', { message: { name: 'm', correlationKey: '="k"' } })
  .end()
  .xml();

async function running(): Promise<Case> {
  return (await World.of(file)).start();
}

/** Commands that need an open wait: all are refused for a key nobody has, and the state stays. */
const unknown: readonly Command[] = [
  { type: 'activate-job', key: 99, worker: 'w', deadline: 1 },
  { type: 'complete-job', key: 99, variables: {} },
  { type: 'fail-job', key: 99, message: '', retries: 0 },
  { type: 'throw-job-error', key: 99, code: 'E', variables: {} },
  { type: 'update-job', key: 99, retries: 1 },
  { type: 'complete-user-task', key: 99, variables: {} },
  { type: 'claim-user-task', key: 99, assignee: 'a' },
  { type: 'assign-user-task', key: 99, assignee: 'a' },
  { type: 'unassign-user-task', key: 99 },
  { type: 'update-user-task', key: 99, changes: {} },
  { type: 'escalate', key: 99, code: 'E', variables: {} },
  { type: 'trigger-timer', key: 99, dueAt: 0 },
  { type: 'deliver-message', key: 99, messageKey: '1', variables: {} },
  { type: 'child-ended', key: 99, outcome: { ended: 'terminated' } },
  { type: 'child-threw', key: 99, what: 'error', code: 'E', variables: {}, from: 1 },
  { type: 'throw-uncaught', key: 99, code: 'E' },
  { type: 'set-variables', scopeKey: 99, variables: {}, local: true },
  { type: 'resolve-incident', key: 99 },
  { type: 'activate-ad-hoc', key: 99, elements: [], cancelRemaining: false },
];

describe('commands', () => {
  it.each(unknown)('$type is refused for a key nobody has', async (command) => {
    expect((await running()).refused(command)?.code).toBe('NOT_FOUND');
  });

  it('all are refused after the end (END-8), and before the start', async () => {
    const ended = (await running()).do({ type: 'cancel-instance' });
    for (const command of [...unknown, { type: 'cancel-instance' } as const, { type: 'continue' } as const])
      expect(ended.refused(command)?.code).toBe('NOT_FOUND');
  });

  it('an instance is started once', async () => {
    expect((await running()).refused({ type: 'start-instance', variables: {} })?.code).toBe('ALREADY_EXISTS');
  });

  it.each<[string, Command]>([
    ['retries below 0', { type: 'fail-job', key: 0, message: '', retries: -1 }],
    ['no retries at all', { type: 'update-job', key: 0, retries: 0 }],
    ['an empty error code', { type: 'throw-job-error', key: 0, code: '', variables: {} }],
  ])('a job takes no %s', async (_what, command) => {
    const one = await running();
    expect(one.refused({ ...command, key: one.wait('job', 'job').key } as Command)?.code).toBe(
      'INVALID_ARGUMENT',
    );
  });

  it.each<[string, Command]>([
    ['assignee that is empty', { type: 'assign-user-task', key: 0, assignee: '' }],
    ['priority over 100', { type: 'update-user-task', key: 0, changes: { priority: 101 } }],
    ['escalation without code', { type: 'escalate', key: 0, code: '', variables: {} }],
  ])('a user task takes no %s', async (_what, command) => {
    const one = await running();
    expect(one.refused({ ...command, key: one.wait('user-task', 'task').key } as Command)?.code).toBe(
      'INVALID_ARGUMENT',
    );
  });

  it('a task is updated in what was given only, and null clears', async () => {
    const one = await running();
    const { key } = one.wait('user-task', 'task');
    one.do({
      type: 'update-user-task',
      key,
      changes: { dueDate: '2027-02-01T00:00:00Z', candidateGroups: ['a'] },
    });
    one.do({ type: 'update-user-task', key, changes: { dueDate: null, priority: 10 } });
    expect(one.wait('user-task', 'task')).toMatchObject({ candidateGroups: ['a'], priority: 10 });
    expect(one.wait('user-task', 'task').dueDate).toBeUndefined();
  });

  it('a start listener is a job whose variables are local; an error it throws goes outwards, and is repeated', async () => {
    const one = await running();
    expect(one.wait('job', 'job').purpose).toEqual({ of: 'execution-listener', on: 'start', index: 0 });
    one.error('job', 'E');
    expect(one.incidents()).toEqual(['job UNHANDLED_ERROR']);
    one.resolve('job');
    one.complete('job', { prepared: 1 });
    expect(one.variables(one.key('job'))).toEqual({ prepared: 1 });
    one.complete('job', { result: 2 });
    expect(one.wait('job', 'job').jobType).toBe('after');
    one.complete('job', { told: 3 });
    expect(one.count('job')).toBe(1);
    expect(one.variables()).toEqual({ result: 2, told: 3 });
  });

  it('a suspended instance takes no answers, and goes on with what came meanwhile when it is resumed', async () => {
    const one = await running();
    one.do({ type: 'suspend-instance' });
    const { key } = one.wait('user-task', 'task');
    expect(one.refused({ type: 'complete-user-task', key, variables: {} })?.code).toBe('INVALID_STATE');
    expect(one.refused({ type: 'suspend-instance' })?.code).toBe('INVALID_STATE');
    one.set({ x: 1 });
    one.do({ type: 'resume-instance' });
    expect(one.refused({ type: 'resume-instance' })?.code).toBe('INVALID_STATE');
    one.complete('task');
    expect(one.variables()).toEqual({ x: 1 });
  });

  it('a suspended instance can be canceled', async () => {
    const one = await running();
    one.do({ type: 'suspend-instance' }).do({ type: 'cancel-instance' });
    expect(one.status).toBe('terminated');
  });

  it('modification activates with variables and terminates, all or nothing', async () => {
    const one = await running();
    const bad = { type: 'modify-instance', activate: [{ elementId: 'nobody' }], terminate: [] } as const;
    expect(one.refused(bad)?.code).toBe('INVALID_ARGUMENT');
    expect(one.refused({ type: 'modify-instance', activate: [], terminate: [99] })?.code).toBe(
      'INVALID_ARGUMENT',
    );
    const activate = [{ elementId: 'task', variables: { note: '"again"' as never } }];
    one.do({ type: 'modify-instance', activate, terminate: [one.key('task'), one.key('timer')] });
    expect(one.open().sort()).toEqual(['job', 'message', 'task']);
    expect(one.variables(one.key('task'))).toEqual({ note: 'again' });
  });
});
