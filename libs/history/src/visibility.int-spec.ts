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
/** The first of a list, whatever it comes in. */
async function first(
  answer: Promise<readonly unknown[] | { readonly items: readonly unknown[] }>,
): Promise<unknown> {
  const list = await answer;
  return 'items' in list ? list.items[0] : list[0];
}
const TASKS = [
  ['1:check', keyOf(1, 11)],
  ['2:gauge', keyOf(2, 11)],
  ['2:prepare', keyOf(2, 13)],
  ['3:anybody', keyOf(3, 11)],
  ['4:vote', keyOf(4, 11)],
  ['5:check', keyOf(5, 11)],
] as const;
const sorted = <T extends string | number>(values: readonly T[]): T[] =>
  [...new Set(values)].sort((one, other) => (one < other ? -1 : 1));

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
    const found = await Promise.all(
      [one, two, three, four, five].map(async ({ number }) => {
        const key = keyOf(number);
        const answers = await Promise.all([
          history.getProcessInstance(who, key),
          history.getCase(who, key),
          first(history.callHierarchy(who, key)),
          first(history.sequenceFlows(who, key)),
          first(history.instanceElementStatistics(who, key)),
          first(history.searchIncidentsOfInstance(who, key, {})),
          first(history.listCaseNotifications(who, key)),
          history.getElementInstance(who, key),
          history.getVariable(who, keyOf(number, 50)),
          history.getIncident(who, keyOf(number, 60)),
          history.findCaseFacts(who, key).then((facts) => facts?.visible || undefined),
        ]);
        return [number, answers.map((answer) => answer !== undefined)];
      }),
    );
    expect(found).toEqual([1, 2, 3, 4, 5].map((number) => [number, Array(11).fill(cases.includes(number))]));
  });

  it('sees exactly the tasks of the rules', async () => {
    const who = reader(name);
    const { items } = await history.searchUserTasks(who, {});
    expect(sorted(items.map((task) => `${numberIn(task.processInstanceKey)}:${task.elementId}`))).toEqual(
      tasks,
    );
    const found = await Promise.all(
      TASKS.map(async ([task, key]) => {
        const answers = await Promise.all([
          history.getUserTask(who, key),
          history.getTask(who, key),
          first(history.effectiveTaskVariables(who, key).then(Object.keys)),
          first(history.searchTaskVariables(who, key, {})),
          history.findTaskFacts(who, key).then((facts) => facts?.visible || undefined),
        ]);
        return [task, answers.map((answer) => answer !== undefined)];
      }),
    );
    expect(found).toEqual(TASKS.map(([task]) => [task, Array(5).fill(tasks.includes(task))]));
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
