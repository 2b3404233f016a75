import { createEngineDatabase, type EngineDatabase } from '@iter/engine-postgres';
import { createEngine, type Engine, type Variables } from '@iter/engine-runtime';
import type { Viewer } from '@iter/identity';
import { definitions, process, type TestDatabase } from '@iter/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHistoryDatabase, TENANT } from '../test/case-data.ts';
import * as history from './index.ts';

/** Searches over what the engine itself has written: projections and queries meet on real turns. */
const director: Viewer = {
  tenantId: TENANT,
  userId: 'dora',
  groups: [],
  holdings: [],
  managedOffices: [],
  owns: [],
  ownedProcesses: [],
  abilities: ['director'],
};
const clerk: Viewer = { ...director, userId: 'carla', groups: ['clerk', 'clerk@purchases'], abilities: [] };
const stranger: Viewer = { ...director, userId: 'nino', abilities: [] };
const anna = { tenantId: TENANT, actor: { userId: 'anna' } } as const;
const carla = { tenantId: TENANT, actor: { userId: 'carla' } } as const;

let database: TestDatabase;
let stores: EngineDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await createHistoryDatabase();
  const tables = historyTables();
  stores = createEngineDatabase({ connectionString: database.url, tables });
  engine = createEngine(stores, { projections: history.historyProjections, worker: true });
  await stores.start();
  await engine.start();
});
afterAll(async () => {
  await engine.stop();
  await stores.stop();
  await database.drop();
});

function historyTables() {
  return history.historyProjections.flatMap((projection) => projection.tables);
}
function as(viewer: Viewer): history.WorkplaceReader {
  return { database: database.dataSource, viewer, language: 'it', now: engine.now(TENANT) };
}
function json(values: Record<string, unknown>): Variables {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]),
  ) as Variables;
}
async function deploy(xml: string): Promise<void> {
  const content = new TextEncoder().encode(xml);
  const answer = await engine.deploy({ ...anna, resources: [{ name: 'test.bpmn', content }] });
  if (!answer.ok) throw new Error(JSON.stringify(answer.rejection));
}
async function start(processDefinitionId: string, values: Record<string, unknown> = {}): Promise<string> {
  const answer = await engine.createInstance({
    ...anna,
    definition: { processDefinitionId },
    variables: json(values),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.rejection));
  return answer.value.processInstanceKey;
}
/** Called instances start in turns of their own. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error('Expected it to come within ten seconds, but it did not');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a case with a user task', () => {
  let key: string;
  beforeAll(async () => {
    await deploy(
      process('buy', { name: 'Buying' })
        .start('asked', { name: 'Asked' })
        .userTask('check', {
          name: 'Check the order',
          candidateGroups: '=["clerk@" + ufficio]',
          dueDate: '=termine',
          inputs: { amount: '=price' },
        })
        .end('bought', { name: 'Bought' })
        .xml(),
    );
    key = await start('buy', {
      ufficio: 'purchases',
      termine: '2027-01-31T23:59:59+01:00',
      price: 12.5,
      esito: null,
    });
  });

  it('is found at once, with its case number, office and term', async () => {
    const instance = await history.getProcessInstance(as(director), key);
    expect(instance).toMatchObject({
      processDefinitionId: 'buy',
      processDefinitionName: 'Buying',
      state: 'ACTIVE',
      rootProcessInstanceKey: key,
      parentProcessInstanceKey: null,
      hasIncident: false,
    });
    const { items } = await history.searchCases(as(director), { processId: 'buy' });
    expect(items).toMatchObject([
      {
        office: 'purchases',
        dueDate: '2027-01-31T22:59:59.000Z',
        startedBy: { userId: 'anna' },
        currentSteps: [{ elementId: 'check', name: 'Check the order', who: null }],
      },
    ]);
    expect(items[0]?.businessId).toBe(instance?.businessId);
  });

  it('is seen by its candidates and not by strangers', async () => {
    const { items } = await history.searchTasks(as(clerk), { list: 'offices' });
    expect(items).toMatchObject([{ name: 'Check the order', canClaim: true, processId: 'buy' }]);
    expect((await history.searchTasks(as(stranger), { list: 'offices' })).items).toEqual([]);
    expect(await history.getCase(as(stranger), key)).toBeUndefined();
  });

  it('is claimed, completed and remembered', async () => {
    const [task] = (await history.searchUserTasks(as(clerk), {})).items;
    const userTaskKey = task?.userTaskKey ?? '';
    expect(
      (await engine.assignUserTask({ ...carla, userTaskKey, assignee: 'carla', allowOverride: false })).ok,
    ).toBe(true);
    expect((await history.searchTasks(as(clerk), { list: 'mine' })).counts).toMatchObject({
      mine: 1,
      offices: 0,
    });
    expect(await history.effectiveTaskVariables(as(clerk), userTaskKey)).toMatchObject({
      amount: '12.5',
      price: '12.5',
    });
    const completed = await engine.completeUserTask({
      ...carla,
      userTaskKey,
      variables: json({ esito: 'approved' }),
    });
    expect(completed.ok).toBe(true);
    const page = await history.getCase(as(clerk), key);
    expect(page?.case).toMatchObject({ state: 'COMPLETED', outcome: 'approved', currentSteps: [] });
    expect(page?.steps.map(({ name, state, who }) => [name, state, who?.userId ?? null])).toEqual([
      ['Asked', 'completed', 'anna'],
      ['Check the order', 'completed', 'carla'],
      ['Bought', 'completed', null],
    ]);
    expect((await history.searchTasks(as(clerk), { list: 'done' })).items).toHaveLength(1);
    expect((await history.sequenceFlows(as(clerk), key)).map(({ elementId }) => elementId)).toEqual([
      'asked-check',
      'check-bought',
    ]);
    const statistics = await history.instanceElementStatistics(as(director), key);
    expect(statistics).toContainEqual({
      elementId: 'check',
      active: 0,
      canceled: 0,
      incidents: 0,
      completed: 1,
    });
  });
});

describe('a case that calls another', () => {
  it('is one case to who takes part in it', async () => {
    await deploy(
      definitions((make) => [
        make('parent', { name: 'Parent' })
          .start('ps')
          .callActivity('call', { name: 'Ask the board', processId: 'child' })
          .end('pe'),
        make('child', { name: 'Child' })
          .start('cs')
          .userTask('vote', { name: 'Vote', candidateUsers: 'ugo' })
          .end('ce'),
      ]),
    );
    const key = await start('parent', { ufficio: 'purchases' });
    const ugo = as({ ...stranger, userId: 'ugo' });
    const task = await eventually(async () => (await history.searchUserTasks(ugo, {})).items[0]);
    expect(task.rootProcessInstanceKey).toBe(key);
    const page = await history.getCase(ugo, key);
    expect(page?.calls).toMatchObject([
      { processInstanceKey: task.processInstanceKey, elementId: 'call', state: 'ACTIVE' },
    ]);
    expect(page?.case.currentSteps.map(({ name }) => name)).toEqual(['Vote']);
    expect(page?.steps.map(({ name, calledProcessInstanceKey }) => [name, calledProcessInstanceKey])).toEqual(
      [
        ['Ask the board', task.processInstanceKey],
        ['Vote', null],
      ],
    );
    expect(
      (await history.callHierarchy(ugo, task.processInstanceKey)).map((entry) => entry.processDefinitionName),
    ).toEqual(['Parent', 'Child']);
    expect((await engine.cancelInstance({ ...anna, processInstanceKey: key })).ok).toBe(true);
    await eventually(async () =>
      (await history.getProcessInstance(as(director), key))?.state === 'TERMINATED' ? true : undefined,
    );
    expect(await history.getUserTask(as(director), task.userTaskKey)).toMatchObject({ state: 'CANCELED' });
    expect(await history.getUserTask(ugo, task.userTaskKey)).toBeUndefined();
  });
});

describe('a case that cannot go on', () => {
  it('shows its incident until it is resolved', async () => {
    await deploy(process('broken').start().exclusive('g').when('=missing > 1').task('a').end().xml());
    const key = await start('broken');
    expect(await history.getProcessInstance(as(director), key)).toMatchObject({ hasIncident: true });
    const { items } = await history.searchIncidentsOfInstance(as(director), key, {});
    expect(items).toMatchObject([{ state: 'ACTIVE', elementId: 'g', processInstanceKey: key }]);
    const element = await history.getElementInstance(as(director), items[0]?.elementInstanceKey ?? '');
    expect(element).toMatchObject({ hasIncident: true, incidentKey: items[0]?.incidentKey });
    const set = await engine.setVariables({
      ...anna,
      elementInstanceKey: key,
      variables: json({ missing: 2 }),
      local: false,
    });
    expect(set.ok).toBe(true);
    expect((await engine.resolveIncident({ ...anna, incidentKey: items[0]?.incidentKey ?? '' })).ok).toBe(
      true,
    );
    expect(await history.getProcessInstance(as(director), key)).toMatchObject({
      hasIncident: false,
      state: 'COMPLETED',
    });
  });
});

describe('a job', () => {
  it('shows who has it and how it ended', async () => {
    await deploy(
      process('mailing')
        .start()
        .serviceTask('send', { type: 'mail', headers: { to: 'all' } })
        .end()
        .xml(),
    );
    const key = await start('mailing');
    const [job] = await engine.activateJobs({
      tenantIds: [TENANT],
      type: 'mail',
      worker: 'postman',
      maxJobs: 1,
      timeoutMs: 60_000,
      fetchVariables: [],
    });
    const filter = { processInstanceKey: key };
    expect((await history.searchJobs(as(director), { filter })).items).toMatchObject([
      { state: 'CREATED', worker: 'postman', kind: 'BPMN_ELEMENT', customHeaders: { to: 'all' }, retries: 3 },
    ]);
    const jobKey = job?.jobKey ?? '';
    await engine.failJob({ ...anna, jobKey, retries: 2, message: 'no stamps', backOffMs: 0, variables: {} });
    expect(
      (await history.searchJobs(as(director), { filter: { ...filter, state: 'FAILED' } })).items,
    ).toMatchObject([{ errorMessage: 'no stamps', hasFailedWithRetriesLeft: true, retries: 2 }]);
    await engine.completeJob({ ...anna, jobKey, variables: {} });
    expect((await history.searchJobs(as(director), { filter })).items).toMatchObject([
      { state: 'COMPLETED' },
    ]);
  });
});
