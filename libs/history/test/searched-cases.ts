import type { Viewer } from '@iter/identity';
import type { TestDatabase } from '@iter/testing';
import * as history from '../src/index.ts';
import {
  addElement,
  addTask,
  addVariable,
  createHistoryDatabase,
  deploy,
  NOW,
  startCase,
  TENANT,
  type CaseData,
} from './case-data.ts';

const HOUR = 3_600_000;
export const director: Viewer = {
  tenantId: TENANT,
  userId: 'dora',
  groups: ['clerk'],
  holdings: [],
  managedOffices: [],
  owns: [],
  ownedProcesses: [],
  abilities: ['director'],
};
export const cases: CaseData[] = [
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

export const describeProcess: history.DescribeProcess = async (_xml, processId) => ({
  title: processId === 'buy' ? 'Acquisti sul mercato elettronico' : 'Assunzioni',
  code: processId === 'buy' ? 'B2.1.1.3' : null,
  starterGroups: processId === 'buy' ? ['clerk'] : [],
});
/** Numbers of the instances found. */
export const numbers = (items: readonly { readonly processInstanceKey: string }[]): number[] =>
  items.map(({ processInstanceKey }) => Number(BigInt(processInstanceKey) >> 21n));
/** Four cases of two processes, with tasks, variables and forms, and the director who sees them all. */
export async function createSearchedCases(): Promise<{
  database: TestDatabase;
  reader: history.WorkplaceReader;
}> {
  const database = await createHistoryDatabase();
  const { dataSource } = database;
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
  return { database, reader: { database: dataSource, viewer: director, language: 'it', now: NOW } };
}
