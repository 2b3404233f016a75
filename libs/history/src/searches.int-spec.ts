import type { Viewer } from '@iter/identity';
import type { TestDatabase } from '@iter/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addElement,
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
import { historyProjections } from './projections/index.ts';

const HOUR = 3_600_000;
const director: Viewer = {
  tenantId: TENANT,
  userId: 'dora',
  groups: ['clerk'],
  holdings: [],
  managedOffices: [],
  owns: [],
  ownedProcesses: [],
  abilities: ['director'],
};
let database: TestDatabase;
let reader: history.WorkplaceReader;

const cases: CaseData[] = [
  {
    number: 1,
    processId: 'buy',
    definitionKey: '101',
    values: {
      business_id: 'ECO/2027/1',
      office: 'economato',
      due_at: new Date(NOW - HOUR),
      tags: ['urgent', 'x'],
    },
  },
  {
    number: 2,
    processId: 'buy',
    definitionKey: '102',
    values: { business_id: 'ECO/2027/2', office: 'economato', version: 2 },
  },
  {
    number: 3,
    processId: 'hire',
    definitionKey: '200',
    values: { business_id: 'PER/2027/1', due_at: new Date(NOW + 2 * HOUR) },
  },
  {
    number: 4,
    processId: 'hire',
    definitionKey: '200',
    values: { state: 'COMPLETED', ended_at: new Date(NOW), outcome: 'ok' },
  },
];

beforeAll(async () => {
  database = await createHistoryDatabase();
  const { dataSource } = database;
  reader = { database: dataSource, viewer: director, language: 'it', now: NOW };
  const form = (version: number) => ({ id: 'order', version, schema: JSON.stringify({ version }) });
  await deploy(dataSource, {
    key: '101',
    processId: 'buy',
    name: 'Buying',
    forms: [form(1)],
    startFormId: 'order',
    deployedBy: { userId: 'dora' },
  });
  await deploy(dataSource, {
    key: '102',
    processId: 'buy',
    name: 'Buying',
    version: 2,
    forms: [form(2)],
    startFormId: 'order',
  });
  await deploy(dataSource, { key: '200', processId: 'hire', content: '<hire/>' });
  for (const data of cases) await startCase(dataSource, data);
  const [one, two, three] = cases as [CaseData, CaseData, CaseData];
  await addVariable(dataSource, one, { name: 'supplier', value: 'Officine Rossi S.r.l.', local: 2 });
  await addVariable(dataSource, one, { name: 'price', value: 12.5, local: 3 });
  await addVariable(dataSource, two, { name: 'supplier', value: 'x'.repeat(9000), local: 2 });
  await addTask(dataSource, one, {
    local: 10,
    elementId: 'check',
    values: {
      name: 'Check',
      form_id: 'order',
      form_binding: 'deployment',
      candidate_groups: ['clerk'],
      due_at: new Date(NOW - HOUR),
      priority: 80,
    },
  });
  await addTask(dataSource, two, {
    local: 10,
    elementId: 'check',
    values: {
      name: 'Check',
      form_id: 'order',
      form_binding: 'latest',
      candidate_groups: ['clerk', 'boss'],
      due_at: new Date(NOW + HOUR),
    },
  });
  await addElement(dataSource, three, { local: 5, elementId: 'inner', type: 'SUB_PROCESS' });
  await addTask(dataSource, three, {
    local: 10,
    scope: 5,
    elementId: 'interview',
    values: { assignee: 'dora' },
  });
  await addVariable(dataSource, three, { name: 'note', value: 'outer', local: 20 });
  await addVariable(dataSource, three, { name: 'note', value: 'inner', scope: 5, local: 21 });
  await history.syncProcessFacts(dataSource, TENANT, describeProcess);
});
afterAll(() => database.drop());

const describeProcess: history.DescribeProcess = async (_xml, processId) => ({
  title: processId === 'buy' ? 'Acquisti sul mercato elettronico' : 'Assunzioni',
  code: processId === 'buy' ? 'B2.1.1.3' : null,
  starterGroups: processId === 'buy' ? ['clerk'] : [],
});
const numbers = (items: readonly { readonly processInstanceKey: string }[]): number[] =>
  items.map(({ processInstanceKey }) => Number(BigInt(processInstanceKey) >> 21n));
async function find(
  filter: Parameters<typeof history.searchProcessInstances>[1]['filter'],
): Promise<number[]> {
  return numbers((await history.searchProcessInstances(reader, { filter })).items);
}

describe('the tables of projections', () => {
  it('have the columns and types that projections write', async () => {
    const names = { key: 'bigint', 'text[]': 'ARRAY', timestamptz: 'timestamp with time zone' } as Record<
      string,
      string
    >;
    for (const table of historyProjections.flatMap((projection) => projection.tables)) {
      const rows = await database.dataSource.query<{ column_name: string; data_type: string }[]>(
        'SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1',
        [table.name],
      );
      const wanted = Object.entries({ ...table.key, ...table.columns });
      expect(Object.fromEntries(rows.map((row) => [row.column_name, row.data_type]))).toEqual(
        Object.fromEntries(wanted.map(([name, type]) => [name, names[type] ?? type])),
      );
    }
  });
});

describe('search of process instances', () => {
  it.each([
    [{ processDefinitionId: 'buy' }, [1, 2]],
    [{ processDefinitionId: { $neq: 'buy' } }, [3, 4]],
    [{ processDefinitionName: { $like: 'Buy*' } }, [1, 2]],
    [{ processDefinitionVersion: { $gte: 2 } }, [2]],
    [{ state: { $in: ['COMPLETED', 'TERMINATED'] } }, [4]],
    [{ endDate: { $exists: false } }, [1, 2, 3]],
    [{ businessId: { $like: 'ECO/*/?' } }, [1, 2]],
    [{ businessId: 'PER/2027/1' }, [3]],
    [{ tags: ['urgent'] }, [1]],
    [{ processInstanceKey: { $notIn: [keyOf(1), keyOf(2)] } }, [3, 4]],
    [{ processInstanceKey: '9999999999999999999' }, []],
    [{ variables: [{ name: 'price', value: '12.5' }] }, [1]],
    [{ variables: [{ name: 'supplier', value: '"Officine Rossi S.r.l."' }] }, [1]],
    [{ variables: [{ name: 'supplier', value: { $like: '*Rossi*' } }] }, [1]],
    [{ elementId: 'check', elementInstanceState: 'ACTIVE' }, [1, 2]],
    [{ elementId: 'check', elementInstanceState: 'COMPLETED' }, []],
    [{ $or: [{ businessId: 'PER/2027/1' }, { state: 'COMPLETED' }] }, [3, 4]],
    [{ hasIncident: true }, []],
  ] as const)('%j finds %j', async (filter, expected) => {
    expect(await find(filter as never)).toEqual(expected);
  });

  it('pages by offset, with the total of all pages', async () => {
    const { items, page } = await history.searchProcessInstances(reader, { page: { from: 1, limit: 2 } });
    expect(numbers(items)).toEqual([2, 3]);
    expect(page).toMatchObject({ totalItems: 4, hasMoreTotalItems: false });
  });

  it.each(['ASC', 'DESC'] as const)('pages by cursor forward and back, nulls last, %s', async (order) => {
    const sort = [{ field: 'endDate', order } as const, { field: 'businessId', order } as const];
    const all = numbers((await history.searchProcessInstances(reader, { sort })).items);
    expect(all[0]).toBe(4);
    const forward: number[] = [];
    const before: (string | null)[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 4; turn++) {
      const { items, page } = await history.searchProcessInstances(reader, {
        sort,
        page: after === null ? { limit: 1 } : { limit: 1, after },
      });
      forward.push(...numbers(items));
      before.push(page.startCursor);
      expect(page.totalItems).toBe(4);
      after = page.endCursor;
    }
    expect(forward).toEqual(all);
    const back = await history.searchProcessInstances(reader, {
      sort,
      page: { limit: 2, before: before[3] ?? '' },
    });
    expect(numbers(back.items)).toEqual(all.slice(1, 3));
    const end = await history.searchProcessInstances(reader, {
      sort,
      page: { limit: 1, after: after ?? '' },
    });
    expect(end.items).toEqual([]);
  });

  it('refuses a cursor that it did not make', async () => {
    const foreign = Buffer.from('["a","b"]').toString('base64');
    const search = (after: string) => history.searchProcessInstances(reader, { page: { limit: 1, after } });
    await expect(search(foreign)).rejects.toThrow(history.CursorError);
    await expect(search('AAAA')).rejects.toThrow(history.CursorError);
  });
});

describe('search of user tasks', () => {
  const keys = async (filter: object): Promise<number[]> =>
    numbers((await history.searchUserTasks(reader, { filter })).items);

  it.each([
    [{ candidateGroup: 'boss' }, [2]],
    [{ candidateGroup: { $in: ['boss', 'nobody'] } }, [2]],
    [{ assignee: { $exists: false }, state: 'CREATED' }, [1, 2]],
    [{ priority: { $gt: 50 } }, [1]],
    [{ dueDate: { $lt: new Date(NOW).toISOString() } }, [1]],
    [{ userTaskKey: keyOf(3, 11) }, [3]],
    [{ elementInstanceKey: keyOf(3, 10) }, [3]],
    [{ processInstanceVariables: [{ name: 'price', value: '12.5' }] }, [1]],
  ])('%j finds %j', async (filter, expected) => {
    expect(await keys(filter)).toEqual(expected);
  });

  it('names the form of the deployment, or the latest', async () => {
    const { items } = await history.searchUserTasks(reader, { filter: { elementId: 'check' } });
    const versions = await Promise.all(
      items.map(async ({ formKey }) => (await history.getForm(reader, formKey ?? ''))?.version),
    );
    expect(versions).toEqual([1, 2]);
  });

  it('sees the variables of all scopes around it, the inner hiding the outer', async () => {
    const key = keyOf(3, 11);
    const { items } = await history.searchTaskVariables(reader, key, {
      sort: [{ field: 'scopeKey', order: 'ASC' }],
    });
    expect(items.map(({ value }) => value)).toEqual(['"outer"', '"inner"']);
    expect(await history.effectiveTaskVariables(reader, key)).toEqual({ note: '"inner"' });
  });
});

describe('search of variables and elements', () => {
  it('cuts long values unless the whole is asked for', async () => {
    const filter = { name: 'supplier', isTruncated: true };
    const cut = await history.searchVariables(reader, { filter });
    expect(cut.items).toMatchObject([{ isTruncated: true }]);
    expect(cut.items[0]?.value).toHaveLength(8191);
    expect((await history.getVariable(reader, cut.items[0]?.variableKey ?? ''))?.value).toHaveLength(9002);
  });

  it('finds the direct children of a scope', async () => {
    const { items } = await history.searchElementInstances(reader, {
      filter: { elementInstanceScopeKey: keyOf(3, 5) },
    });
    expect(items.map(({ elementId, elementName }) => [elementId, elementName])).toEqual([
      ['interview', 'interview'],
    ]);
  });

  it('finds what an instance keyed under a second number of its own', async () => {
    const [one] = cases as [CaseData];
    await insert(database.dataSource, 'instance_alias', { number: 77, instance: 1 });
    await insert(database.dataSource, 'element_instance', {
      process_instance_key: keyOf(1),
      element_instance_key: keyOf(77, 3),
      tenant_id: TENANT,
      process_definition_key: one.definitionKey,
      scope_key: keyOf(1),
      element_id: 'late',
      type: 'TASK',
      state: 'COMPLETED',
      started_at: new Date(NOW),
      ended_at: new Date(NOW),
    });
    expect(await history.getElementInstance(reader, keyOf(77, 3))).toMatchObject({
      processInstanceKey: keyOf(1),
    });
    expect(await history.findCaseFacts(reader, keyOf(77, 3))).toMatchObject({ processId: 'buy' });
  });
});

describe('definitions', () => {
  it('are searched by what is latest', async () => {
    const { items } = await history.searchProcessDefinitions(reader, {
      filter: { isLatestVersion: true },
      sort: [{ field: 'processDefinitionId', order: 'ASC' }],
    });
    expect(
      items.map(({ processDefinitionId, version, hasStartForm }) => [
        processDefinitionId,
        version,
        hasStartForm,
      ]),
    ).toEqual([
      ['buy', 2, true],
      ['hire', 1, false],
    ]);
  });

  it('give back their file and start form', async () => {
    expect(await history.getProcessDefinitionXml(reader, '200')).toBe('<hire/>');
    expect(await history.getStartForm(reader, '101')).toMatchObject({ formId: 'order', version: 1 });
    expect(await history.getStartForm(reader, '200')).toBeNull();
    expect(await history.getStartForm(reader, '999')).toBeUndefined();
  });

  it('bring their facts once for each latest version', async () => {
    expect(await history.syncProcessFacts(database.dataSource, TENANT, describeProcess)).toEqual([]);
    expect(await history.findProcessFacts(database.dataSource, TENANT, 'buy')).toMatchObject({
      code: 'B2.1.1.3',
      starterGroups: ['clerk'],
      processDefinitionKey: '102',
    });
  });

  it('are counted in the register, with who published them', async () => {
    const [buy, hire] = await history.listProcesses(reader);
    expect(buy).toMatchObject({
      title: 'Acquisti sul mercato elettronico',
      running: 2,
      late: 1,
      latest: { version: 2, running: 1, publishedBy: null },
    });
    expect(hire).toMatchObject({ code: null, running: 1, late: 0, incidents: 0 });
    expect(await history.listVersions(reader, 'buy')).toMatchObject([
      { version: 2 },
      { version: 1, publishedBy: 'dora', publishedByName: 'dora', running: 1 },
    ]);
  });
});

describe('task lists', () => {
  const list = (search: Partial<Parameters<typeof history.searchTasks>[1]>) =>
    history.searchTasks(reader, { list: 'offices', ...search });

  it('show the most pressing first, under the title of the case', async () => {
    const { items, counts } = await list({});
    expect(items).toMatchObject([
      {
        businessId: 'ECO/2027/1',
        lateness: 'late',
        processTitle: 'Acquisti sul mercato elettronico',
        canClaim: true,
      },
      { businessId: 'ECO/2027/2', lateness: 'today' },
    ]);
    expect(counts).toEqual({ mine: 1, offices: 2, lateMine: 0, lateOffices: 1 });
  });

  it.each([
    [{ due: 'late' }, [1]],
    [{ due: 'today' }, [1, 2]],
    [{ due: 'none' }, []],
    [{ text: 'eco/2027/2' }, [2]],
    [{ text: 'ELETTRONICO' }, [1, 2]],
    [{ text: '100%' }, []],
    [{ office: 'economato' }, [1, 2]],
    [{ processId: 'hire' }, []],
    [{ list: 'mine' }, [3]],
    [{ sort: { field: 'businessId', order: 'DESC' } }, [2, 1]],
  ] as const)('%j shows %j', async (search, expected) => {
    expect(numbers((await list(search)).items)).toEqual(expected);
  });

  it('open a page with form, variables, steps and what may be done', async () => {
    const page = await history.getTask(reader, keyOf(1, 11));
    expect(page).toMatchObject({
      form: { formId: 'order', version: 1, schema: { version: 1 } },
      variables: { price: '12.5' },
      abilities: { claim: true, release: false, complete: true },
      caseTitle: 'Acquisti sul mercato elettronico',
      caseLateness: 'late',
    });
    expect(page?.steps.at(-1)).toMatchObject({
      elementId: 'check',
      state: 'active',
      userTaskKey: keyOf(1, 11),
    });
  });
});

describe('case lists', () => {
  it.each([
    [{}, [4, 3, 2, 1]],
    [{ state: 'active' }, [3, 2, 1]],
    [{ late: true }, [1]],
    [{ late: false, state: 'active' }, [3, 2]],
    [{ incident: true }, []],
    [{ text: 'rossi officine' }, [1]],
    [{ text: 'Ross' }, [1]],
    [{ text: 'eco/2027' }, [2, 1]],
    [{ text: '1' }, [3, 1]],
    [{ text: 'assunz' }, [4, 3]],
    [{ text: "o'brien & (x" }, []],
    [{ processId: 'hire', sort: { field: 'dueDate', order: 'ASC' } }, [3, 4]],
  ] as const)('%j shows %j', async (search, expected) => {
    expect(numbers((await history.searchCases(reader, search)).items)).toEqual(expected);
  });

  it('count what is in view, and say what is being done', async () => {
    const { items, counts } = await history.searchCases(reader, { processId: 'hire', state: 'active' });
    expect(counts).toEqual({ active: 3, late: 1, incidents: 0 });
    expect(items).toMatchObject([
      { lateness: 'today', currentSteps: [{ name: 'interview', who: { userId: 'dora' } }] },
    ]);
  });
});

describe('notices', () => {
  it('reach their people, are read once, and publications show in their days', async () => {
    const { dataSource } = database;
    const key = keyOf(1, 90);
    await insert(dataSource, 'notification', {
      notification_key: key,
      tenant_id: TENANT,
      process_instance_key: keyOf(1),
      subject: 'S',
      text: 'T',
      created_at: new Date(NOW),
    });
    await insert(dataSource, 'notification_recipient', {
      tenant_id: TENANT,
      user_id: 'dora',
      notification_key: key,
    });
    expect(await history.listNotifications(reader)).toMatchObject({
      unread: 1,
      items: [
        {
          subject: 'S',
          readAt: null,
          businessId: 'ECO/2027/1',
          processTitle: 'Acquisti sul mercato elettronico',
        },
      ],
    });
    expect(await history.markNotificationRead(reader, key, NOW)).toBe(true);
    expect(await history.markNotificationRead(reader, key, NOW + 1)).toBe(true);
    expect(await history.listNotifications(reader)).toMatchObject({
      unread: 0,
      items: [{ readAt: new Date(NOW).toISOString() }],
    });
    expect(
      await history.markNotificationRead({ ...reader, viewer: { ...director, userId: 'x' } }, key, NOW),
    ).toBe(false);
    const act = { tenant_id: TENANT, process_instance_key: keyOf(1), title: 'Plan' };
    await insert(dataSource, 'publication', {
      ...act,
      publication_key: '1',
      published_on: '2027-01-10',
      until: '2027-01-15',
    });
    await insert(dataSource, 'publication', { ...act, publication_key: '2', published_on: '2027-01-12' });
    const on = async (day: string): Promise<string[]> =>
      (await history.listPublications(dataSource, TENANT, day)).map(({ publicationKey }) => publicationKey);
    expect(await on('2027-01-12')).toEqual(['2', '1']);
    expect(await on('2027-01-16')).toEqual(['2']);
    expect(await on('2027-01-09')).toEqual([]);
  });
});
