import type { EngineEvent } from '@iter/engine-core';
import { describe, expect, it } from '@jest/globals';
import { AT, of, project, turnOf } from '../../test/turn-data.ts';

const set: EngineEvent = {
  type: 'variables-set',
  scopeKey: 0,
  variables: [{ name: 'esito', key: 1, value: '1' as never, created: true }],
};

describe('projection of operations', () => {
  it('keeps who did what to the case, and why', () => {
    const turn = { command: 'set-variables', reason: 'wrong sum', turn: 4 };
    expect(of('case_operation', project([set], turn))).toEqual([
      {
        table: 'case_operation',
        op: 'insert',
        key: { process_instance_key: { instance: 7, local: 0 }, turn: 4 },
        values: {
          tenant_id: '<default>',
          root_key: { instance: 7, local: 0 },
          operation: 'variables-set',
          at: AT,
          by_user: 'anna',
          reason: 'wrong sum',
          details: '{"variables":["esito"]}',
        },
      },
    ]);
  });

  it('keeps nothing of what people do with their tasks, nor of the end of a call', () => {
    const called = { ...turnOf([]).facts, parent: { instance: 6, local: 1 } };
    const commands = [{ command: 'complete-user-task' }, { command: 'cancel-instance', facts: called }];
    expect(commands.flatMap((turn) => of('case_operation', project([set], turn)))).toEqual([]);
  });

  it('names nobody where the product itself acted', () => {
    const turn = { command: 'suspend-instance', actor: { system: 'retention' } };
    expect(of('case_operation', project([{ type: 'instance-suspended' }], turn))).toMatchObject([
      { values: { operation: 'suspended', by_user: null, reason: null } },
    ]);
    expect(of('process_instance', project([{ type: 'instance-suspended' }], turn))).toMatchObject([
      { op: 'update', values: { suspended: true } },
    ]);
  });
});

describe('projection of a migration', () => {
  it('moves elements, open work and incidents to the new version', () => {
    const job = { kind: 'job', key: 5, owner: 4 };
    const task = { kind: 'user-task', key: 8, owner: 7 };
    const state = {
      numbers: [7],
      waits: new Map([
        [5, job],
        [8, task],
      ]),
      incidents: new Map([[6, { key: 6, owner: 4 }]]),
    } as never;
    const changes = project(
      [
        { type: 'instance-migrated', definitionKey: '2097152' },
        { type: 'element-migrated', key: 4, nodeId: 'check', elementId: 'check' },
        { type: 'wait-migrated', key: 5, elementId: 'check' },
        { type: 'wait-migrated', key: 8, elementId: 'sign' },
      ],
      { command: 'migrate-instance', state },
    );
    const definition = { process_definition_key: '2097152' };
    expect(of('process_instance', changes)).toMatchObject([{ values: { ...definition, version: 3 } }]);
    expect(of('element_instance', changes)).toMatchObject([
      { values: { ...definition, element_id: 'check', name: 'Check the order' } },
    ]);
    expect(of('job', changes)).toMatchObject([{ values: { element_id: 'check', state: 'MIGRATED' } }]);
    expect(of('user_task', changes)).toMatchObject([{ values: { ...definition, element_id: 'sign' } }]);
    expect(of('incident', changes)).toMatchObject([{ values: { ...definition, element_id: 'check' } }]);
    expect(of('case_operation', changes)).toMatchObject([
      { values: { operation: 'migrated', details: '{"version":3,"processId":"buy"}' } },
    ]);
  });
});
