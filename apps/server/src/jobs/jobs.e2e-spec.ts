import { ElementId, type CamundaClient } from '@camunda8/orchestration-cluster-api';
import type { Client } from '@iter/contract';
import { process } from '@iter/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLocalWeb, startMailSink, type LocalWeb, type MailSink } from '../../test/local-servers.ts';
import { officialClient } from '../../test/official-client.ts';
import { eventually, startTestServer, type TestServer } from '../../test/test-server.ts';

describe('the work of services', () => {
  let server: TestServer;
  let web: LocalWeb;
  let sink: MailSink;
  let robot: CamundaClient;
  let client: Client;
  let answers = 0;

  beforeAll(async () => {
    sink = await startMailSink();
    web = await startLocalWeb(({ text }, response) => {
      answers += 1;
      // Services are not there at times: the first call finds nobody.
      if (answers === 1) return response.writeHead(503).end();
      return response.end(`{"ricevuto":${text},"totale":1.10}`);
    });
    server = await startTestServer({
      httpHosts: [web.host],
      mail: { url: sink.url, from: 'iter@example.org' },
    });
    robot = officialClient(server.url);
    client = (await server.signedIn('robot')).client;
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    await web.close();
    await sink.close();
  });

  async function run(name: string, xml: string, variables: Record<string, unknown> = {}): Promise<string> {
    const file = new File([xml], `${name}.bpmn`, { type: 'application/xml' });
    const { processes } = await robot.createDeployment({ resources: [file] });
    const { processDefinitionKey } = processes[0]!;
    return (await robot.createProcessInstance({ processDefinitionKey, variables })).processInstanceKey;
  }
  const take = async (type: string, more: { timeout?: number; requestTimeout?: number } = {}) => {
    const { jobs } = await robot.activateJobs({
      type,
      worker: 'w',
      timeout: 60_000,
      maxJobsToActivate: 5,
      requestTimeout: -1,
      ...more,
    });
    return jobs;
  };
  const job = async (type: string, more?: { timeout?: number; requestTimeout?: number }) =>
    (await take(type, more))[0]!;
  const told = async (processInstanceKey: string) =>
    (await client.searchJobs({ body: { filter: { processInstanceKey } } })).items;
  const stateOf = async (processInstanceKey: string) =>
    (await client.getProcessInstance({ params: { processInstanceKey } })).state;
  const values = async (processInstanceKey: string) => {
    const { items } = await client.searchVariables({ body: { filter: { processInstanceKey } } });
    return Object.fromEntries(items.map(({ name, value }) => [name, value]));
  };

  describe('that workers outside do', () => {
    it('is waited for, and given as soon as it is there', async () => {
      const waiting = take('atteso', { requestTimeout: 20_000 });
      const key = await run(
        'atteso',
        process('atteso').start().serviceTask('t', { type: 'atteso' }).end().xml(),
      );
      expect(await waiting).toMatchObject([{ processInstanceKey: key, elementId: 't' }]);
    });

    it('goes to another worker when its time is over, unless it gets more time', async () => {
      await run('scade', process('scade').start().serviceTask('t', { type: 'scade' }).end().xml());
      const first = await job('scade', { timeout: 150 });
      await robot.updateJob({ jobKey: first.jobKey, changeset: { timeout: 60_000, retries: 9 } });
      expect(await take('scade', { requestTimeout: 300 })).toEqual([]);
      await robot.updateJob({ jobKey: first.jobKey, changeset: { timeout: 1 } });
      const second = await job('scade', { requestTimeout: 10_000 });
      expect(second).toMatchObject({ jobKey: first.jobKey, retries: 9 });
      await expect(
        client.updateJob({ params: { jobKey: '7' }, body: { changeset: { retries: 1 } } }),
      ).rejects.toMatchObject({ status: 404 });
      await expect(
        client.updateJob({ params: { jobKey: first.jobKey }, body: { changeset: {} } }),
      ).rejects.toMatchObject({ status: 400 });
    });

    it('rests after a failure, with its message, until its back-off is over', async () => {
      const key = await run(
        'riposa',
        process('riposa').start().serviceTask('t', { type: 'riposa' }).end().xml(),
      );
      const { jobKey } = await job('riposa');
      await robot.failJob({ jobKey, retries: 2, errorMessage: 'servizio fermo', retryBackOff: 400 });
      expect(await take('riposa')).toEqual([]);
      expect(await told(key)).toMatchObject([
        { state: 'FAILED', retries: 2, errorMessage: 'servizio fermo', hasFailedWithRetriesLeft: true },
      ]);
      const again = await job('riposa', { requestTimeout: 10_000 });
      expect(again).toMatchObject({ jobKey, retries: 2 });
      await robot.failJob({ jobKey, retries: 0, errorMessage: 'per sempre' });
      const { items } = await client.searchIncidents({ body: { filter: { processInstanceKey: key } } });
      expect(items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', errorMessage: 'per sempre', jobKey }]);
      await robot.updateJob({ jobKey, changeset: { retries: 1 } });
      await client.resolveIncident({ params: { incidentKey: items[0]!.incidentKey } });
      await robot.completeJob({ jobKey: (await job('riposa')).jobKey });
      expect(await stateOf(key)).toBe('COMPLETED');
    });

    it('may end in an error that the diagram catches, and that the search tells', async () => {
      const draft = process('errore')
        .start()
        .serviceTask('t', { type: 'errore' })
        .end()
        .boundary('b', 't', { error: 'RIFIUTATO' })
        .end('rifiutato');
      const key = await run('errore', draft.xml());
      const { jobKey } = await job('errore');
      await robot.throwJobError({ jobKey, errorCode: 'RIFIUTATO', errorMessage: 'firma assente' });
      expect(await stateOf(key)).toBe('COMPLETED');
      const expected = { state: 'ERROR_THROWN', errorCode: 'RIFIUTATO', errorMessage: 'firma assente' };
      expect(await told(key)).toMatchObject([expected]);
      const { items } = await client.searchJobs({ body: { filter: { errorCode: 'RIFIUTATO' } } });
      expect(items.map((found) => found.jobKey)).toEqual([jobKey]);
      await expect(client.completeJob({ params: { jobKey } })).rejects.toMatchObject({ status: 404 });
    });

    it('includes listeners of elements, before and after them', async () => {
      const executionListeners = [
        { event: 'start', type: 'prima' },
        { event: 'end', type: 'dopo' },
      ];
      const key = await run(
        'ascolta',
        process('ascolta').start().serviceTask('t', { type: 'mezzo', executionListeners }).end().xml(),
      );
      const before = await job('prima');
      expect(before).toMatchObject({
        kind: 'EXECUTION_LISTENER',
        listenerEventType: 'START',
        userTask: null,
      });
      expect(await take('mezzo')).toEqual([]);
      await robot.completeJob({ jobKey: before.jobKey, variables: { pronto: true } });
      const middle = await job('mezzo');
      expect(middle).toMatchObject({ kind: 'BPMN_ELEMENT', variables: { pronto: true } });
      await robot.completeJob({ jobKey: middle.jobKey });
      await robot.completeJob({ jobKey: (await job('dopo')).jobKey });
      expect(await stateOf(key)).toBe('COMPLETED');
    });

    it('includes listeners of tasks, which see the change, deny it or correct it', async () => {
      const taskListeners = [{ event: 'completing', type: 'controllo' }];
      const draft = process('controllata')
        .start()
        .userTask('u', { candidateGroups: 'addetto', taskListeners });
      const key = await run('controllata', draft.end().xml());
      const { items } = await client.searchUserTasks({ body: { filter: { processInstanceKey: key } } });
      const params = { userTaskKey: items[0]!.userTaskKey };
      const state = async () => (await client.getUserTask({ params })).state;
      await client.completeUserTask({ params });
      const first = await job('controllo');
      expect(first).toMatchObject({
        kind: 'TASK_LISTENER',
        listenerEventType: 'COMPLETING',
        userTask: { action: 'complete', candidateGroups: ['addetto'], assignee: null, ...params },
      });
      expect(await state()).toBe('COMPLETING');
      const result = { type: 'userTask', denied: true, deniedReason: 'manca un allegato' } as const;
      await robot.completeJob({ jobKey: first.jobKey, result });
      expect(await state()).toBe('CREATED');
      expect(await told(key)).toMatchObject([{ isDenied: true, deniedReason: 'manca un allegato' }]);
      await client.completeUserTask({ params });
      await robot.completeJob({
        jobKey: (await job('controllo')).jobKey,
        result: { type: 'userTask', denied: false, corrections: { priority: 80 } },
      });
      expect(await client.getUserTask({ params })).toMatchObject({ state: 'COMPLETED', priority: 80 });
    });

    it('chooses what an ad-hoc sub-process does next', async () => {
      const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
        <process id="scelta" isExecutable="true"><startEvent id="s"/>
          <sequenceFlow id="f" sourceRef="s" targetRef="a"/>
          <adHocSubProcess id="a"><extensionElements><zeebe:taskDefinition type="sceglie"/></extensionElements>
            <userTask id="parere"><extensionElements><zeebe:userTask/></extensionElements></userTask>
            <userTask id="visita"><extensionElements><zeebe:userTask/></extensionElements></userTask>
          </adHocSubProcess>
          <sequenceFlow id="g" sourceRef="a" targetRef="e"/><endEvent id="e"/></process></definitions>`;
      const key = await run('scelta', xml);
      const first = await job('sceglie');
      expect(first.kind).toBe('AD_HOC_SUB_PROCESS');
      await robot.completeJob({
        jobKey: first.jobKey,
        result: {
          type: 'adHocSubProcess',
          activateElements: [{ elementId: ElementId.assumeExists('visita'), variables: { dove: 'Torino' } }],
        },
      });
      const { items } = await client.searchUserTasks({ body: { filter: { processInstanceKey: key } } });
      expect(items.map(({ elementId }) => elementId)).toEqual(['visita']);
      await client.completeUserTask({ params: { userTaskKey: items[0]!.userTaskKey } });
      await robot.completeJob({
        jobKey: (await job('sceglie')).jobKey,
        result: { type: 'adHocSubProcess', isCompletionConditionFulfilled: true },
      });
      expect(await stateOf(key)).toBe('COMPLETED');
    });
  });

  describe('that the product itself does', () => {
    it('calls a service, again after a failure, and takes its answer to the letter', async () => {
      const draft = process('chiama')
        .start()
        .serviceTask('t', {
          type: 'io.camunda:http-json:1',
          inputs: { url: `="${web.origin}/"`, method: '="POST"', body: '={importo: importo}' },
          headers: { resultVariable: 'risposta', resultExpression: '={totale: response.body.totale}' },
        })
        .end();
      const key = await run('chiama', draft.xml(), { importo: 5 });
      await eventually(async () => expect(await stateOf(key)).toBe('COMPLETED'), 40_000);
      expect(answers).toBe(2);
      const { risposta, totale } = await values(key);
      expect(totale).toBe('1.10');
      expect(risposta).toContain('"ricevuto":{"importo":5}');
    }, 60_000);

    it('calls nobody who is not allowed: an incident says so', async () => {
      const draft = process('vietata')
        .start()
        .serviceTask('t', {
          name: 'Interrogare il registro',
          type: 'io.camunda:http-json:1',
          inputs: { url: '="https://example.org/"' },
        });
      const key = await run('vietata', draft.end().xml());
      await eventually(async () => {
        const { incidents } = await client.getCase({ params: { processInstanceKey: key } });
        expect(incidents).toMatchObject([
          {
            code: 'JOB_NO_RETRIES',
            params: { step: 'Interrogare il registro', jobType: 'io.camunda:http-json:1' },
            errorMessage: expect.stringContaining('ITER_HTTP_HOSTS'),
          },
        ]);
      });
    });

    it('sends mail', async () => {
      const draft = process('scrive')
        .start()
        .serviceTask('t', {
          type: 'iter:mail',
          inputs: { a: '=["anna@example.org"]', oggetto: '="Pratica " + numero', testo: '="Da esaminare"' },
        });
      const key = await run('scrive', draft.end().xml(), { numero: '7' });
      await eventually(async () => expect(await stateOf(key)).toBe('COMPLETED'));
      expect(sink.mails).toMatchObject([
        { to: ['anna@example.org'], text: expect.stringContaining('Subject: Pratica 7') },
      ]);
    });
  });
});
