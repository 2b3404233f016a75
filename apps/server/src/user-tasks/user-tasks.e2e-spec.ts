import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@iter/contract';
import { basic, eventually, startTestServer, type TestServer } from '../../test/test-server.ts';

describe('a case, from its start to its end', () => {
  let server: TestServer;
  let anna: Client;
  let bruno: Client;
  let carla: Client;
  let dario: Client;

  beforeAll(async () => {
    server = await startTestServer();
    const names = ['anna', 'bruno', 'carla', 'dario'];
    const [first, second, third, fourth] = await Promise.all(names.map((name) => server.signedIn(name)));
    [anna, bruno, carla, dario] = [first!.client, second!.client, third!.client, fourth!.client];
  }, 120_000);
  afterAll(() => server?.close());

  async function startCase(variables: Record<string, unknown> = { oggetto: 'Sedie', importo: 120.5 }) {
    const params = { processId: 'richiesta' };
    const { processInstanceKey } = await anna.startCase({ params, body: { variables } });
    const { items } = await anna.listTasks({
      body: { list: 'offices', sort: { field: 'createdAt', order: 'DESC' } },
    });
    const task = items.find((each) => each.processInstanceKey === processInstanceKey);
    if (!task) throw new Error('Expected a task of the new case');
    return { processInstanceKey, userTaskKey: task.userTaskKey, task };
  }

  it('gives the case its number and its term, and its office the task', async () => {
    const { task, processInstanceKey } = await startCase();
    expect(task).toMatchObject({
      name: 'Esaminare la richiesta',
      processTitle: 'Richiesta di acquisto',
      processCode: 'Z1.1.1.1',
      office: 'acquisti',
      officeLabel: 'Ufficio acquisti',
      candidates: [{ group: 'addetto@acquisti', label: expect.stringContaining('Addetto') }],
      assignee: null,
      canClaim: true,
      lateness: 'in-time',
    });
    expect(task.businessId).toMatch(/^ACQ\/\d{4}\/\d+$/);
    const { items: elsewhere } = await carla.listTasks({ body: { list: 'offices' } });
    expect(elsewhere.map((each) => each.processInstanceKey)).not.toContain(processInstanceKey);
  });

  it('goes from claim to completion, and publishes what was approved', async () => {
    const { userTaskKey, processInstanceKey } = await startCase({ oggetto: 'Tavoli' });
    const params = { userTaskKey };
    await anna.assignUserTask({ params, body: { allowOverride: false } });
    const page = await anna.getTask({ params });
    expect(page).toMatchObject({
      task: { assignee: { userId: 'anna', name: 'Anna Addetta' } },
      documentation: expect.stringContaining('importo'),
      form: { formId: 'richiesta-esame' },
      variables: { oggetto: 'Tavoli' },
      abilities: { claim: false, release: true, complete: true },
    });
    await anna.completeUserTask({ params, body: { variables: { esito: 'approvata' } } });
    await eventually(async () => {
      const { items } = await anna.listPublications();
      expect(items.map(({ title, link }) => ({ title, link }))).toContainEqual({
        title: 'Acquisto: Tavoli',
        link: 'https://example.org/atto',
      });
      const { case: ended } = await anna.getCase({ params: { processInstanceKey } });
      expect(ended).toMatchObject({ state: 'COMPLETED', outcome: 'approvata' });
    });
  });

  it('tells the head of the office what was refused', async () => {
    const { userTaskKey } = await startCase({ oggetto: 'Lampade' });
    await anna.completeUserTask({
      params: { userTaskKey },
      body: { variables: { esito: 'respinta', motivo: 'Troppo care' } },
    });
    const told = await eventually(async () => {
      const { items } = await dario.listNotifications();
      const found = items.find(({ subject }) => subject === 'Richiesta respinta: Lampade');
      expect(found).toMatchObject({ text: 'Troppo care', readAt: null });
      return found!;
    });
    await dario.readNotification({ params: { notificationKey: told.notificationKey } });
    const { items } = await dario.listNotifications();
    expect(
      items.find(({ notificationKey }) => notificationKey === told.notificationKey)?.readAt,
    ).not.toBeNull();
    expect((await bruno.listNotifications()).items).toEqual([]);
  });

  it('lets only its candidates take it, and only one of them', async () => {
    const { userTaskKey } = await startCase();
    const params = { userTaskKey };
    await expect(carla.assignUserTask({ params, body: {} })).rejects.toMatchObject({
      code: 'TASK_NOT_YOURS',
      status: 403,
    });
    await expect(carla.completeUserTask({ params })).rejects.toMatchObject({
      code: 'TASK_NOT_YOURS',
      status: 403,
    });
    await expect(carla.getTask({ params })).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    const claims = await Promise.allSettled(
      [anna, bruno].map((who) => who.assignUserTask({ params, body: {} })),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(claims.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'TASK_ALREADY_ASSIGNED', status: 409 },
    });
  });

  it('can be given back, handed on to a candidate, and given by the head to anybody', async () => {
    const { userTaskKey } = await startCase();
    const params = { userTaskKey };
    await anna.assignUserTask({ params, body: {} });
    await expect(bruno.unassignUserTask({ params })).rejects.toMatchObject({ code: 'TASK_NOT_YOURS' });
    await expect(anna.assignUserTask({ params, body: { assignee: 'carla' } })).rejects.toMatchObject({
      code: 'NOT_CANDIDATE',
    });
    await expect(anna.assignUserTask({ params, body: { assignee: 'nobody' } })).rejects.toMatchObject({
      code: 'UNKNOWN_PERSON',
    });
    await anna.assignUserTask({ params, body: { assignee: 'bruno' } });
    expect((await bruno.getTask({ params })).task.assignee?.userId).toBe('bruno');
    await bruno.unassignUserTask({ params });
    await dario.assignUserTask({ params, body: { assignee: 'carla' } });
    expect(
      (await carla.listTasks({ body: { list: 'mine' } })).items.map((task) => task.userTaskKey),
    ).toContain(userTaskKey);
  });

  it('is gone once it has ended', async () => {
    const { userTaskKey } = await startCase();
    const params = { userTaskKey };
    const body = { variables: { esito: 'approvata' } };
    await anna.completeUserTask({ params, body });
    await expect(anna.completeUserTask({ params, body })).rejects.toMatchObject({
      code: 'TASK_ENDED',
      status: 404,
    });
    await expect(anna.assignUserTask({ params, body: {} })).rejects.toMatchObject({
      code: 'TASK_ENDED',
      status: 404,
    });
    await expect(anna.completeUserTask({ params: { userTaskKey: '99' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('refuses values that its form does not allow, and names the fields', async () => {
    const { userTaskKey } = await startCase();
    const complete = (variables: Record<string, unknown>) =>
      anna.completeUserTask({ params: { userTaskKey }, body: { variables } });
    await expect(complete({ esito: 5 })).rejects.toMatchObject({
      status: 400,
      problem: {
        code: 'FORM_VALUE_INVALID',
        fields: [{ field: 'esito', rule: 'option' }, { field: 'motivo' }],
      },
    });
    await expect(complete({ esito: 'approvata', termine: '2099-01-01' })).rejects.toMatchObject({
      problem: { fields: [{ field: 'termine', rule: 'unknown' }] },
    });
    await expect(startCase({ importo: 'molto' })).rejects.toMatchObject({
      problem: {
        fields: [
          { field: 'oggetto', rule: 'required' },
          { field: 'importo', rule: 'type' },
        ],
      },
    });
  });

  it('keeps every digit of a number', async () => {
    const response = await fetch(`${server.url}/v2/process-instances`, {
      method: 'POST',
      headers: { ...basic('robot'), 'content-type': 'application/json' },
      body: '{"processDefinitionId":"richiesta","variables":{"ufficio":"acquisti","oggetto":"x","importo":1.10,"n":12345678901234567890}}',
    });
    const { processInstanceKey } = (await response.json()) as { processInstanceKey: string };
    const { items } = await dario.searchVariables({ body: { filter: { processInstanceKey } } });
    const values = Object.fromEntries(items.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ importo: '1.10', n: '12345678901234567890' });
  });

  it('is started only by its starters, for an office of theirs', async () => {
    const params = { processId: 'richiesta' };
    await expect(dario.getStartPage({ params })).rejects.toMatchObject({ code: 'PROCESS_NOT_YOURS' });
    await expect(anna.startCase({ params, body: { office: 'metrologia' } })).rejects.toMatchObject({
      code: 'OFFICE_NOT_YOURS',
    });
    expect((await anna.getStartPage({ params })).offices).toEqual([
      { office: 'acquisti', label: 'Ufficio acquisti' },
    ]);
    await expect(anna.startCase({ params: { processId: 'altro' }, body: {} })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is canceled by who steers it', async () => {
    const { processInstanceKey } = await startCase();
    const params = { processInstanceKey };
    await expect(anna.cancelProcessInstance({ params })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      status: 403,
    });
    await expect(carla.cancelProcessInstance({ params })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      status: 404,
    });
    await dario.cancelProcessInstance({ params });
    expect((await dario.getProcessInstance({ params })).state).toBe('TERMINATED');
    await expect(dario.cancelProcessInstance({ params })).rejects.toMatchObject({ status: 404 });
  });
});
