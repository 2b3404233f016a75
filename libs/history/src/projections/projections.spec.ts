import type { EngineEvent, JsonText, UserTaskWait } from '@iter/engine-core';
import type { Actor } from '@iter/engine-runtime';
import { describe, expect, it } from '@jest/globals';
import { AT, of, project, turnOf } from '../../test/turn-data.ts';
import { elementType } from './element-type.ts';

const ROOT = { instance: 7, local: 0 };
const json = (text: string): JsonText => text as JsonText;
const task: UserTaskWait = {
  kind: 'user-task',
  key: 5,
  owner: 4,
  elementId: 'check',
  assignee: 'bruno',
  candidateGroups: ['clerk@purchases'],
  candidateUsers: [],
  dueDate: '2027-01-31T23:59:59+01:00',
  priority: 50,
  form: { formId: 'order', binding: { type: 'deployment' } },
  headers: { hint: 'read it' },
  createdAt: AT,
};

describe('projection of instances', () => {
  it('writes facts, the office and the term of a case that starts', () => {
    const changes = of(
      'process_instance',
      project([
        { type: 'instance-started' },
        {
          type: 'variables-set',
          scopeKey: 0,
          variables: [
            { name: 'ufficio', key: 1, value: json('"economato"'), created: true },
            { name: 'termine', key: 2, value: json('"2027-01-31T23:59:59+01:00"'), created: true },
            { name: 'other', key: 3, value: json('1'), created: true },
          ],
        },
      ]),
    );
    expect(changes).toMatchObject([
      {
        op: 'insert',
        key: { process_instance_key: ROOT },
        values: { state: 'ACTIVE', started_by: 'anna', root_key: ROOT },
      },
      {
        op: 'update',
        values: { office: 'economato', due_at: Date.parse('2027-01-31T22:59:59Z') },
      },
    ]);
  });

  it('clears what is no text, and leaves variables of inner scopes alone', () => {
    const set = (scopeKey: number, value: string): EngineEvent => ({
      type: 'variables-set',
      scopeKey,
      variables: [{ name: 'esito', key: 1, value: json(value), created: false }],
    });
    expect(of('process_instance', project([set(0, 'null'), set(4, '"approved"')]))).toMatchObject([
      { op: 'update', values: { outcome: null } },
    ]);
  });

  it('names the caller of a called instance', () => {
    const { facts } = turnOf([]);
    const called = { ...facts, instance: 8, parent: { instance: 7, local: 12 } };
    const [row] = of('process_instance', project([{ type: 'instance-started' }], { facts: called }));
    expect(row).toMatchObject({
      key: { process_instance_key: { instance: 8, local: 0 } },
      values: { root_key: ROOT, parent_key: ROOT },
    });
  });

  it('ends the row', () => {
    expect(of('process_instance', project([{ type: 'instance-ended', status: 'terminated' }]))).toMatchObject(
      [{ op: 'update', values: { state: 'TERMINATED', ended_at: AT } }],
    );
  });
});

describe('projection of element instances', () => {
  it('names the element and its scope', () => {
    const entered: EngineEvent = {
      type: 'element-activating',
      key: 4,
      nodeId: 'check',
      elementId: 'check',
      kind: 'user-task',
      scopeKey: 0,
    };
    expect(of('element_instance', project([entered, { type: 'element-completed', key: 4 }]))).toMatchObject([
      {
        op: 'insert',
        key: { process_instance_key: ROOT, element_instance_key: { instance: 7, local: 4 } },
        values: { name: 'Check the order', type: 'USER_TASK', scope_key: ROOT },
      },
      { op: 'update', values: { state: 'COMPLETED', ended_at: AT } },
    ]);
  });

  it('knows the second number of an instance that used up its first range', () => {
    const [change] = of('element_instance', project([{ type: 'element-terminated', key: 2 ** 21 + 3 }]));
    expect(change?.key).toMatchObject({ element_instance_key: { instance: 9, local: 3 } });
  });

  it('points from a call to what it called', () => {
    const wait = {
      kind: 'child',
      key: 6,
      owner: 4,
      elementId: 'call',
      instance: 8,
      processId: 'other',
    } as const;
    expect(of('element_instance', project([{ type: 'wait-opened', wait }]))).toMatchObject([
      { op: 'update', values: { called_key: { instance: 8, local: 0 } } },
    ]);
  });

  it('speaks the element types of /v2', () => {
    expect(['process', 'user-task', 'transaction', 'complex-gateway'].map(elementType)).toEqual([
      'PROCESS',
      'USER_TASK',
      'SUB_PROCESS',
      'UNSPECIFIED',
    ]);
  });
});

describe('projection of user tasks', () => {
  it('writes candidates, dates and form of a task that opens', () => {
    expect(of('user_task', project([{ type: 'wait-opened', wait: task }]))).toMatchObject([
      {
        op: 'insert',
        key: { user_task_key: { instance: 7, local: 5 } },
        values: {
          name: 'Check the order',
          assignee: 'bruno',
          candidate_groups: ['clerk@purchases'],
          due_at: Date.parse('2027-01-31T22:59:59Z'),
          form_id: 'order',
          form_binding: 'deployment',
          state: 'CREATED',
          headers: '{"hint":"read it"}',
        },
      },
    ]);
  });

  it('sets only what a change names', () => {
    const update: EngineEvent = {
      type: 'user-task-updated',
      key: 5,
      action: 'unassign',
      changes: { assignee: null },
    };
    expect(of('user_task', project([update]))).toEqual([
      expect.objectContaining({ op: 'update', values: { assignee: null } }),
    ]);
  });

  it.each([
    ['completed', 'complete-user-task', 'carla', 'COMPLETED', 'carla'],
    ['completed', 'complete-job', 'worker', 'COMPLETED', 'bruno'],
    ['canceled', 'cancel-instance', 'carla', 'CANCELED', null],
  ] as const)('%s by %s of %s ends it as %s', (reason, command, userId, state, completedBy) => {
    const turn = { actor: { userId }, command, closedWaits: new Map([[5, task]]) };
    const changes = of('user_task', project([{ type: 'wait-closed', key: 5, reason }], turn));
    expect(changes).toMatchObject([
      { op: 'update', values: { state, ended_at: AT, completed_by: completedBy } },
    ]);
  });

  it('shows the change whose listeners run', () => {
    const transition = { on: 'completing', action: 'complete', changes: {}, variables: {} } as const;
    const events: EngineEvent[] = [
      { type: 'user-task-transition-set', key: 5, transition },
      { type: 'user-task-transition-set', key: 5, transition: undefined },
    ];
    expect(
      of('user_task', project(events)).map((change) => 'values' in change && change.values['state']),
    ).toEqual(['COMPLETING', 'CREATED']);
  });
});

describe('projection of jobs and incidents', () => {
  const job = {
    kind: 'job',
    key: 5,
    owner: 4,
    elementId: 'send',
    purpose: { of: 'execution-listener', on: 'start', index: 0 },
    jobType: 'mail',
    retries: 3,
    headers: {},
  } as const;

  it('writes a job, its failure and its end', () => {
    const events: EngineEvent[] = [
      { type: 'wait-opened', wait: job },
      { type: 'job-updated', key: 5, changes: { worker: 'w', deadline: AT + 1000 } },
      { type: 'job-updated', key: 5, changes: { retries: 0, errorMessage: 'no network' } },
      { type: 'wait-closed', key: 5, reason: 'failed' },
    ];
    const all = project(events, { closedWaits: new Map([[5, job]]) });
    const changes = of('job', all);
    expect(changes).toMatchObject([
      { op: 'insert', values: { kind: 'EXECUTION_LISTENER', listener_event: 'START', state: 'CREATED' } },
      { op: 'update', values: { state: 'CREATED', worker: 'w', deadline: AT + 1000 } },
      { op: 'update', values: { state: 'FAILED', retries: 0, error_message: 'no network' } },
      { op: 'update', values: { state: 'ERROR_THROWN', ended_at: AT } },
    ]);
    expect(of('user_task', all)).toEqual([]);
  });

  it('opens and closes an incident', () => {
    const incident = {
      key: 6,
      owner: 4,
      elementId: 'send',
      failure: { code: 'JOB_NO_RETRIES', message: 'no network' },
      at: AT,
      jobKey: 5,
      retry: undefined,
    } as const;
    const events: EngineEvent[] = [
      { type: 'incident-raised', incident },
      { type: 'incident-resolved', key: 6, reason: 'resolved' },
    ];
    expect(of('incident', project(events))).toMatchObject([
      {
        op: 'insert',
        values: { code: 'JOB_NO_RETRIES', job_key: { instance: 7, local: 5 }, resolved_at: null },
      },
      { op: 'update', values: { resolved_at: AT } },
    ]);
  });
});

describe('projection of flows and participants', () => {
  it('keeps each flow once', () => {
    expect(of('taken_flow', project([{ type: 'flow-taken', flowId: 'f', scopeKey: 0 }]))).toEqual([
      { table: 'taken_flow', op: 'upsert', key: { process_instance_key: ROOT, flow_id: 'f' }, values: {} },
    ]);
  });

  it.each<[Actor, string, string[]]>([
    [{ userId: 'anna' }, 'complete-user-task', ['anna']],
    [{ userId: 'anna', onBehalfOf: 'bruno' }, 'claim-user-task', ['anna', 'bruno']],
    [{ userId: 'anna' }, 'deliver-message', []],
    [{ userId: 'anna' }, 'child-ended', []],
    [{ system: 'timer' }, 'trigger-timer', []],
  ])('%j by %s takes part as %j in the whole case', (actor, command, users) => {
    const facts = { ...turnOf([]).facts, instance: 8, parent: { instance: 7, local: 3 } };
    const changes = of('case_participant', project([], { actor, command, facts }));
    expect(changes.map((change) => change.key)).toEqual(
      users.map((user_id) => ({ tenant_id: '<default>', user_id, root_key: ROOT })),
    );
  });

  it('takes the starter of a case, not of what it calls', () => {
    const { facts } = turnOf([]);
    expect(of('case_participant', project([]))).toHaveLength(1);
    const called = { ...facts, parent: { instance: 6, local: 1 } };
    expect(of('case_participant', project([], { facts: called }))).toEqual([]);
  });
});
