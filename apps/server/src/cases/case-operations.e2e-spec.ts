import {
  ElementId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  type CamundaClient,
} from '@camunda8/orchestration-cluster-api';
import type { Client } from '@iter/contract';
import { process } from '@iter/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officialClient } from '../../test/official-client.ts';
import { eventually, startTestServer, type TestServer } from '../../test/test-server.ts';

const now = { consistency: { waitUpToMs: 0 } };

describe('what is done to cases as a whole', () => {
  let server: TestServer;
  let robot: CamundaClient;
  let worker: Client;
  let anna: Client;
  let dario: Client;

  beforeAll(async () => {
    server = await startTestServer();
    robot = officialClient(server.url);
    worker = (await server.signedIn('robot')).client;
    anna = (await server.signedIn('anna')).client;
    dario = (await server.signedIn('dario')).client;
  }, 120_000);
  afterAll(() => server?.close());

  async function deploy(name: string, xml: string) {
    const file = new File([xml], `${name}.bpmn`, { type: 'application/xml' });
    const { processes } = await robot.createDeployment({ resources: [file] });
    return processes[0]!.processDefinitionKey;
  }
  const steps = (id: string, ...tasks: string[]) => {
    const draft = process(id, { name: 'Prova' }).start('s', { name: 'Avvio' });
    for (const task of tasks) draft.userTask(task, { name: `Passo ${task}` });
    return draft.end().xml();
  };
  async function startRequest() {
    const body = { variables: { oggetto: 'Sedie', importo: 1 } };
    return anna.startCase({ params: { processId: 'richiesta' }, body });
  }
  const activeElements = async (processInstanceKey: string) => {
    const body = { filter: { processInstanceKey, state: 'ACTIVE' as const } };
    const { items } = await worker.searchElementInstances({ body });
    return items.map(({ elementId, type }) => `${type} ${elementId}`);
  };

  it('a cancellation is one command, and its reason stays with who and when', async () => {
    const { processInstanceKey } = await startRequest();
    const params = { processInstanceKey };
    await expect(anna.cancelCase({ params, body: { reason: 'no' } })).rejects.toMatchObject({ status: 403 });
    await expect(dario.cancelCase({ params, body: { reason: ' ' } })).rejects.toMatchObject({
      status: 400,
      problem: { code: 'VALIDATION', fields: [{ field: 'reason' }] },
    });
    await dario.cancelCase({ params, body: { reason: 'Domanda ritirata' } });
    const { case: ended, operations, variables } = await dario.getCase({ params });
    expect(ended.state).toBe('TERMINATED');
    expect(operations).toMatchObject([
      { operation: 'canceled', reason: 'Domanda ritirata', who: { userId: 'dario' } },
    ]);
    expect(variables.map(({ name }) => name)).not.toContain('motivoAnnullamento');
    await expect(dario.cancelCase({ params, body: { reason: 'Ancora' } })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('a suspended case takes nothing until it is resumed', async () => {
    const { processInstanceKey } = await startRequest();
    const params = { processInstanceKey };
    const { items } = await worker.searchUserTasks({ body: { filter: { processInstanceKey } } });
    const task = { params: { userTaskKey: items[0]!.userTaskKey } };
    await dario.suspendCase({ params, body: { reason: 'Ricorso' } });
    const page = await dario.getCase({ params });
    expect(page.case.suspended).toBe(true);
    expect(page.abilities).toMatchObject({ suspend: false, resume: true, cancel: true, resolve: false });
    await expect(
      anna.completeUserTask({ ...task, body: { variables: { esito: 'approvata' } } }),
    ).rejects.toMatchObject({ status: 409, code: 'CASE_SUSPENDED' });
    await expect(dario.suspendCase({ params, body: { reason: 'Ancora' } })).rejects.toMatchObject({
      status: 409,
    });
    await dario.resumeCase({ params, body: { reason: 'Deciso' } });
    await expect(dario.resumeCase({ params, body: { reason: 'Ancora' } })).rejects.toMatchObject({
      status: 409,
    });
    await anna.completeUserTask({ ...task, body: { variables: { esito: 'approvata' } } });
    const { operations, case: after } = await dario.getCase({ params });
    expect(after.suspended).toBe(false);
    expect(operations.map(({ operation, reason }) => [operation, reason])).toEqual([
      ['resumed', 'Deciso'],
      ['suspended', 'Ricorso'],
    ]);
  });

  it('an instance is modified with the client of Camunda: activate, move, terminate', async () => {
    const processDefinitionKey = await deploy('modificata', steps('modificata', 'a', 'b', 'c'));
    const { processInstanceKey } = await robot.createProcessInstance({ processDefinitionKey });
    await robot.modifyProcessInstance({
      processInstanceKey,
      moveInstructions: [
        {
          sourceElementInstruction: { sourceType: 'byId', sourceElementId: ElementId.assumeExists('a') },
          targetElementId: ElementId.assumeExists('b'),
          ancestorScopeInstruction: { ancestorScopeType: 'sourceParent' },
          variableInstructions: [
            { variables: { spostata: true } },
            { scopeId: 'b', variables: { qui: 1.1 } },
          ],
        },
      ],
    });
    expect(await activeElements(processInstanceKey)).toEqual(['PROCESS modificata', 'USER_TASK b']);
    const { items } = await worker.searchVariables({ body: { filter: { processInstanceKey } } });
    expect(items.map(({ name, value, scopeKey }) => [name, value, scopeKey === processInstanceKey])).toEqual(
      expect.arrayContaining([
        ['spostata', 'true', true],
        ['qui', '1.1', false],
      ]),
    );
    await robot.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [{ elementId: ElementId.assumeExists('c') }],
      terminateInstructions: [{ elementId: ElementId.assumeExists('b') }],
    });
    expect(await activeElements(processInstanceKey)).toEqual(['PROCESS modificata', 'USER_TASK c']);
    const { operations } = await worker.getCase({ params: { processInstanceKey } });
    expect(operations).toMatchObject([
      { operation: 'modified', who: { userId: 'robot' }, details: { activated: ['c'], terminated: 1 } },
      { operation: 'modified', details: { activated: ['b'] } },
    ]);
  });

  it('a modification that does not fit changes nothing and says why', async () => {
    const processDefinitionKey = await deploy('intatta', steps('intatta', 'a', 'b'));
    const { processInstanceKey } = await robot.createProcessInstance({ processDefinitionKey });
    const modify = (body: object) =>
      worker.modifyProcessInstance({ params: { processInstanceKey }, body: body as never });
    await expect(modify({ activateInstructions: [{ elementId: 'nessuno' }] })).rejects.toMatchObject({
      status: 400,
      problem: { detail: expect.stringContaining("'nessuno'") },
    });
    await expect(modify({})).rejects.toMatchObject({ status: 400 });
    await expect(modify({ terminateInstructions: [{ id: 'a' }] })).rejects.toMatchObject({
      status: 400,
      problem: { code: 'VALIDATION' },
    });
    await expect(
      worker.modifyProcessInstance({
        params: { processInstanceKey: '9' },
        body: { terminateInstructions: [{ elementId: 'a' }] },
      }),
    ).rejects.toMatchObject({ status: 404 });
    expect(await activeElements(processInstanceKey)).toEqual(['PROCESS intatta', 'USER_TASK a']);
  });

  it('an instance goes on with another version, after a dry run', async () => {
    const first = await deploy('migrata', steps('migrata', 'esame', 'firma'));
    const { processInstanceKey } = await robot.createProcessInstance({ processDefinitionKey: first });
    const target = await deploy('migrata', steps('migrata', 'verifica', 'firma'));
    const params = { processInstanceKey };
    const try1 = { targetProcessDefinitionKey: target, mappingInstructions: [], dryRun: true };
    const dry = await worker.migrateCase({ params, body: try1 });
    expect(dry).toEqual({ migrated: false, problems: [expect.stringContaining("'esame'")] });
    await expect(
      worker.migrateCase({ params, body: { ...try1, dryRun: false, reason: 'Prova' } }),
    ).rejects.toMatchObject({
      status: 409,
      problem: { code: 'MIGRATION_REFUSED', detail: expect.stringContaining("'esame'") },
    });
    await expect(worker.migrateCase({ params, body: { ...try1, dryRun: false } })).rejects.toMatchObject({
      status: 400,
      problem: { fields: [{ field: 'reason' }] },
    });
    await robot.migrateProcessInstance({
      processInstanceKey,
      targetProcessDefinitionKey: ProcessDefinitionKey.assumeExists(target),
      mappingInstructions: [
        {
          sourceElementId: ElementId.assumeExists('esame'),
          targetElementId: ElementId.assumeExists('verifica'),
        },
      ],
    });
    expect(await activeElements(processInstanceKey)).toEqual(['PROCESS migrata', 'USER_TASK verifica']);
    const { items } = await worker.searchUserTasks({ body: { filter: { processInstanceKey } } });
    expect(items).toMatchObject([
      { elementId: 'verifica', name: 'Passo verifica', processDefinitionKey: target },
    ]);
    const instance = await robot.getProcessInstance({ processInstanceKey }, now);
    expect(instance).toMatchObject({ processDefinitionKey: target, processDefinitionVersion: 2 });
    const { operations } = await worker.getCase({ params });
    expect(operations).toMatchObject([{ operation: 'migrated', details: { version: 2 } }]);
    await worker.completeUserTask({ params: { userTaskKey: items[0]!.userTaskKey } });
    expect(await activeElements(processInstanceKey)).toEqual(['PROCESS migrata', 'USER_TASK firma']);
  });

  it('an instance that has ended is deleted, and who did it and why is kept', async () => {
    const called = await deploy('richiamata', process('richiamata').start().end().xml());
    const calling = process('chiamante').start().callActivity('c', { processId: 'richiamata' }).end();
    await deploy('chiamante', calling.xml());
    const { processInstanceKey } = await worker.createProcessInstance({
      body: { processDefinitionId: 'chiamante', awaitCompletion: true },
    });
    const running = await startRequest();
    await expect(
      robot.deleteProcessInstance({
        processInstanceKey: ProcessInstanceKey.assumeExists(running.processInstanceKey),
      }),
    ).rejects.toMatchObject({ status: 409 });
    const params = { processInstanceKey };
    await worker.deleteCase({ params, body: { reason: 'Caso di prova' } });
    await expect(worker.getCase({ params })).rejects.toMatchObject({ status: 404 });
    const left = await worker.searchProcessInstances({
      body: { filter: { processDefinitionKey: called } },
    });
    expect(left.items).toEqual([]);
    await expect(
      robot.deleteProcessInstance({
        processInstanceKey: ProcessInstanceKey.assumeExists(processInstanceKey),
      }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('an incident is resolved once its variable is corrected, and tells its cause in words of the code', async () => {
    const wrong = process('bloccata')
      .start()
      .scriptTask('calcolo', {
        name: 'Calcolare',
        expression: '=assert(importo, importo > 0)',
        resultVariable: 'r',
      })
      .userTask('dopo')
      .end();
    const processDefinitionKey = await deploy('bloccata', wrong.xml());
    const { processInstanceKey } = await robot.createProcessInstance({ processDefinitionKey });
    const params = { processInstanceKey };
    const { incidents } = await worker.getCase({ params });
    expect(incidents).toMatchObject([
      { code: 'EXTRACT_VALUE_ERROR', params: { step: 'Calcolare' }, errorMessage: expect.any(String) },
    ]);
    await worker.createElementInstanceVariables({
      params: { elementInstanceKey: processInstanceKey },
      body: { variables: { importo: 5 } },
    });
    await worker.resolveIncident({ params: { incidentKey: incidents[0]!.incidentKey } });
    const after = await worker.getCase({ params });
    expect(after.incidents).toEqual([]);
    expect(after.operations).toMatchObject([
      { operation: 'incident-resolved' },
      { operation: 'variables-set', details: { variables: ['importo'] } },
    ]);
    expect(await activeElements(processInstanceKey)).toEqual(['PROCESS bloccata', 'USER_TASK dopo']);
    await expect(
      worker.resolveIncident({ params: { incidentKey: incidents[0]!.incidentKey } }),
    ).rejects.toMatchObject({ status: 409 });
  });

  it('nobody is the author of what a clock does', async () => {
    const draft = process('promemoria')
      .start('s', { name: 'Avvio' })
      .userTask('u', { name: 'Lavoro' })
      .end()
      .eventSubProcess('esp', (sub) =>
        sub
          .start('ts', { name: 'Scadenza', timer: { duration: 'PT0S' }, interrupting: false })
          .scriptTask('conto', { name: 'Contare', expression: '=1', resultVariable: 'n' })
          .end('te'),
      );
    const processDefinitionKey = await deploy('promemoria', draft.xml());
    const { processInstanceKey } = await robot.createProcessInstance({ processDefinitionKey });
    await eventually(async () => {
      const { steps: told } = await worker.getCase({ params: { processInstanceKey } });
      expect(told.map(({ name, who, automatic }) => [name, who?.userId ?? null, automatic])).toEqual(
        expect.arrayContaining([
          ['Avvio', 'robot', false],
          ['Scadenza', null, true],
          ['Contare', null, true],
          ['Lavoro', null, false],
        ]),
      );
    });
  });
});
