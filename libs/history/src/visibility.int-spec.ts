import type { Viewer } from '@iter/identity';
import type { TestDatabase } from '@iter/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addIncident,
  addJob,
  addTask,
  addVariable,
  createHistoryDatabase,
  deploy,
  insert,
  keyOf,
  NOW,
  startCase,
  TENANT,
  type CaseData,
} from '../test/case-data.ts';
import * as history from './index.ts';

/**
 * Who sees what, written by hand. Cases: 1 of purchases, with a task for its clerks; 2 of metrology, with a
 * task of Olga's; 3 without an office; 4 called by 1; 5 of another tenant.
 */
function viewer(userId: string, overrides: Partial<Viewer> = {}): Viewer {
  return {
    tenantId: TENANT,
    userId,
    groups: [],
    holdings: [],
    managedOffices: [],
    owns: [],
    ownedProcesses: [],
    abilities: [],
    ...overrides,
  };
}
const clerk = { groups: ['clerk', 'clerk@purchases'] };
const viewers: Record<string, Viewer> = {
  clerkOfPurchases: viewer('carla', clerk),
  clerkOfMetrology: viewer('mario', { groups: ['clerk', 'clerk@metrology'] }),
  assignee: viewer('olga'),
  starter: viewer('stefano'),
  completer: viewer('chiara'),
  candidateUser: viewer('ugo'),
  headOfPurchases: viewer('paolo', { abilities: ['manager'], managedOffices: ['purchases'] }),
  headOfMetrology: viewer('marta', { abilities: ['manager'], managedOffices: ['metrology', 'calibration'] }),
  director: viewer('dora', { abilities: ['director'] }),
  ownerOfBuying: viewer('bianca', { abilities: ['process-owner'], owns: ['A1'], ownedProcesses: ['buy'] }),
  ownerOfResolutions: viewer('rita', {
    abilities: ['process-owner'],
    owns: ['R'],
    ownedProcesses: ['resolve'],
  }),
  ownerOfAll: viewer('alba', { abilities: ['process-owner'], owns: ['*'] }),
  machineClient: viewer('client', { abilities: ['machine-client'] }),
  administrator: viewer('adele', { abilities: ['administrator'] }),
  nobody: viewer('nino'),
  clerkElsewhere: viewer('carla', { ...clerk, tenantId: 'other' }),
};

const EXPECTED: Record<string, { readonly cases: readonly number[]; readonly tasks: readonly string[] }> = {
  // The group `clerk`, which case 3 names without an office, is held by every clerk.
  clerkOfPurchases: { cases: [1, 3, 4], tasks: ['1:check', '3:anybody'] },
  clerkOfMetrology: { cases: [3], tasks: ['3:anybody'] },
  assignee: { cases: [2], tasks: ['2:gauge'] },
  starter: { cases: [1, 4], tasks: [] },
  completer: { cases: [2], tasks: ['2:prepare'] },
  candidateUser: { cases: [1, 4], tasks: ['4:vote'] },
  headOfPurchases: { cases: [1, 4], tasks: ['1:check', '4:vote'] },
  headOfMetrology: { cases: [2], tasks: ['2:gauge', '2:prepare'] },
  director: { cases: [1, 2, 3, 4], tasks: ['1:check', '2:gauge', '2:prepare', '3:anybody', '4:vote'] },
  ownerOfBuying: { cases: [1, 4], tasks: ['1:check', '4:vote'] },
  ownerOfResolutions: { cases: [4], tasks: ['4:vote'] },
  ownerOfAll: { cases: [1, 2, 3, 4], tasks: ['1:check', '2:gauge', '2:prepare', '3:anybody', '4:vote'] },
  machineClient: { cases: [1, 2, 3, 4], tasks: ['1:check', '2:gauge', '2:prepare', '3:anybody', '4:vote'] },
  administrator: { cases: [], tasks: [] },
  nobody: { cases: [], tasks: [] },
  clerkElsewhere: { cases: [5], tasks: ['5:check'] },
};

let database: TestDatabase;
const one: CaseData = {
  number: 1,
  processId: 'buy',
  definitionKey: '100',
  participants: ['stefano'],
  values: { office: 'purchases', business_id: 'PUR/2027/1' },
};
const two: CaseData = {
  number: 2,
  processId: 'measure',
  definitionKey: '200',
  participants: ['chiara'],
  values: { office: 'metrology' },
};
const three: CaseData = { number: 3, processId: 'measure', definitionKey: '200' };
const four: CaseData = {
  number: 4,
  processId: 'resolve',
  definitionKey: '300',
  called: { root: 1, parent: 1 },
};
const five: CaseData = {
  number: 5,
  processId: 'buy',
  definitionKey: '400',
  tenantId: 'other',
  values: { office: 'purchases' },
};

beforeAll(async () => {
  database = await createHistoryDatabase();
  const { dataSource } = database;
  await deploy(dataSource, { key: '100', processId: 'buy', name: 'Buying' });
  await deploy(dataSource, { key: '200', processId: 'measure', name: 'Measuring' });
  await deploy(dataSource, { key: '300', processId: 'resolve', name: 'Resolution' });
  await deploy(dataSource, { key: '400', processId: 'buy', name: 'Buying', tenantId: 'other' });
  for (const data of [one, two, three, four, five]) {
    await startCase(dataSource, data);
    await addVariable(dataSource, data, { name: 'subject', value: `secret ${data.number}`, local: 50 });
    await addIncident(dataSource, data, 60, 0);
    await addJob(dataSource, data, 70);
    await insert(dataSource, 'taken_flow', { process_instance_key: keyOf(data.number), flow_id: 'f' });
    await insert(dataSource, 'notification', {
      notification_key: keyOf(data.number, 80),
      tenant_id: data.tenantId ?? TENANT,
      process_instance_key: keyOf(data.number),
      subject: 'Reminder',
      text: `of ${data.number}`,
      created_at: new Date(NOW),
    });
  }
  const purchases = { candidate_groups: ['clerk@purchases'] };
  await addTask(dataSource, one, { local: 10, elementId: 'check', values: purchases });
  await addTask(dataSource, two, { local: 10, elementId: 'gauge', values: { assignee: 'olga' } });
  await addTask(dataSource, two, {
    local: 12,
    elementId: 'prepare',
    values: { assignee: 'chiara', completed_by: 'chiara', state: 'COMPLETED', ended_at: new Date(NOW) },
  });
  await addTask(dataSource, three, {
    local: 10,
    elementId: 'anybody',
    values: { candidate_groups: ['clerk'] },
  });
  await addTask(dataSource, four, { local: 10, elementId: 'vote', values: { candidate_users: ['ugo'] } });
  await addTask(dataSource, five, { local: 10, elementId: 'check', values: purchases });
});
afterAll(() => database.drop());

function reader(name: string): history.WorkplaceReader {
  const who = viewers[name];
  if (!who) throw new Error(`Expected a viewer, but '${name}' is none`);
  return { database: database.dataSource, viewer: who, language: 'it', now: NOW };
}
function numberIn(processInstanceKey: string): number {
  return Number(BigInt(processInstanceKey) >> 21n);
}
const sorted = <T>(values: readonly T[]): T[] => [...new Set(values)].sort();

describe.each(Object.entries(EXPECTED))('%s', (name, { cases, tasks }) => {
  it('sees exactly the cases of the rules, in every search', async () => {
    const who = reader(name);
    const numbers = async (search: Promise<{ items: { processInstanceKey: string }[] }>): Promise<number[]> =>
      sorted((await search).items.map((item) => numberIn(item.processInstanceKey)));
    expect(await numbers(history.searchProcessInstances(who, {}))).toEqual(cases);
    expect(await numbers(history.searchElementInstances(who, {}))).toEqual(cases);
    expect(await numbers(history.searchVariables(who, {}))).toEqual(cases);
    expect(await numbers(history.searchIncidents(who, {}))).toEqual(cases);
    expect(await numbers(history.searchJobs(who, {}))).toEqual(cases);
    expect(await numbers(history.searchCases(who, { includeCalled: true }))).toEqual(cases);
  });

  it('gets exactly those cases by their key, with what belongs to them', async () => {
    const who = reader(name);
    for (const data of [one, two, three, four, five]) {
      const key = keyOf(data.number);
      const sees = cases.includes(data.number);
      expect((await history.getProcessInstance(who, key)) !== undefined).toBe(sees);
      expect((await history.getCase(who, key)) !== undefined).toBe(sees);
      expect((await history.callHierarchy(who, key)).length > 0).toBe(sees);
      expect((await history.sequenceFlows(who, key)).length > 0).toBe(sees);
      expect((await history.instanceElementStatistics(who, key)).length > 0).toBe(sees);
      expect((await history.searchIncidentsOfInstance(who, key, {})).items.length > 0).toBe(sees);
      expect((await history.listCaseNotifications(who, key)).items.length > 0).toBe(sees);
      expect((await history.getElementInstance(who, key)) !== undefined).toBe(sees);
      expect((await history.getVariable(who, keyOf(data.number, 50))) !== undefined).toBe(sees);
      expect((await history.getIncident(who, keyOf(data.number, 60))) !== undefined).toBe(sees);
      const facts = await history.findCaseFacts(who, key);
      expect(facts?.visible ?? false).toBe(sees);
    }
  });

  it('sees exactly the tasks of the rules', async () => {
    const who = reader(name);
    const { items } = await history.searchUserTasks(who, {});
    expect(sorted(items.map((task) => `${numberIn(task.processInstanceKey)}:${task.elementId}`))).toEqual(
      tasks,
    );
    for (const [data, local, elementId] of [
      [one, 11, 'check'],
      [two, 11, 'gauge'],
      [two, 13, 'prepare'],
      [three, 11, 'anybody'],
      [four, 11, 'vote'],
      [five, 11, 'check'],
    ] as const) {
      const sees = tasks.includes(`${data.number}:${elementId}`);
      const key = keyOf(data.number, local);
      expect((await history.getUserTask(who, key)) !== undefined).toBe(sees);
      expect((await history.getTask(who, key)) !== undefined).toBe(sees);
      expect(Object.keys(await history.effectiveTaskVariables(who, key)).length > 0).toBe(sees);
      expect((await history.searchTaskVariables(who, key, {})).items.length > 0).toBe(sees);
      expect((await history.findTaskFacts(who, key))?.visible ?? false).toBe(sees);
    }
  });

  it('counts nothing that it does not see', async () => {
    const who = reader(name);
    const roots = cases.filter((number) => number !== 4).length;
    expect((await history.searchCases(who, {})).counts).toEqual({ active: roots, late: 0, incidents: roots });
    const processes = await history.listProcesses(who);
    expect(processes.reduce((sum, { running }) => sum + running, 0)).toBe(cases.length);
    expect(processes.reduce((sum, { latest }) => sum + latest.running, 0)).toBe(cases.length);
    const statistics = await Promise.all(
      ['100', '200', '300', '400'].map((key) => history.definitionElementStatistics(who, key)),
    );
    expect(statistics.flat().length > 0).toBe(cases.length > 0);
  });
});

describe('a text search', () => {
  it('finds words of the case only in cases of the viewer', async () => {
    const found = async (name: string): Promise<number[]> =>
      (await history.searchCases(reader(name), { text: 'secret' })).items.map((row) =>
        numberIn(row.processInstanceKey),
      );
    expect(sorted(await found('headOfPurchases'))).toEqual([1]);
    expect(sorted(await found('director'))).toEqual([1, 2, 3]);
    expect(await found('administrator')).toEqual([]);
  });
});
