import type { TestDatabase } from '@iter/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insert, keyOf, NOW, TENANT } from '../test/case-data.ts';
import { createSearchedCases, describeProcess, director, numbers } from '../test/searched-cases.ts';
import * as history from './index.ts';

let database: TestDatabase;
let reader: history.WorkplaceReader;
beforeAll(async () => {
  ({ database, reader } = await createSearchedCases());
});
afterAll(() => database.drop());

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
    expect((await history.getProcessDefinitionXml(reader, '200'))?.toString()).toBe('<hire/>');
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
