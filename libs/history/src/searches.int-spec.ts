import type { TestDatabase } from '@iter/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insert, keyOf, NOW, TENANT, type CaseData } from '../test/case-data.ts';
import { cases, createSearchedCases, numbers } from '../test/searched-cases.ts';
import * as history from './index.ts';
import { historyProjections } from './projections/index.ts';

let database: TestDatabase;
let reader: history.WorkplaceReader;
beforeAll(async () => {
  ({ database, reader } = await createSearchedCases());
});
afterAll(() => database.drop());

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
