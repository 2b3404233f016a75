import {
  ElementId,
  ElementInstanceKey,
  ProcessDefinitionId,
  Tag,
  type CamundaClient,
} from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officialClient } from '../../test/official-client.ts';
import { eventually, startTestServer, type TestServer } from '../../test/test-server.ts';

const richiesta = ProcessDefinitionId.assumeExists('richiesta');

/** Searches answer what is committed: there is nothing to wait for. */
const now = { consistency: { waitUpToMs: 0 } };

/**
 * The official client of Camunda 8.9 in its strictest mode: a request or an answer with a field too many, too
 * few or of another type throws.
 */
describe('the official client', () => {
  let server: TestServer;
  let client: CamundaClient;

  beforeAll(async () => {
    server = await startTestServer();
    client = officialClient(server.url);
  }, 120_000);
  afterAll(() => server?.close());

  const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="d" targetNamespace="http://bpmn.io/schema/bpmn">
  <message id="m" name="arrivo"><extensionElements><zeebe:subscription correlationKey="=chiave"/></extensionElements></message>
  <process id="lavoro" name="Lavoro" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="j"/>
    <serviceTask id="j" name="Calcolare"><extensionElements>
      <zeebe:taskDefinition type="calcolo" retries="2"/>
      <zeebe:taskHeaders><zeebe:header key="unita" value="euro"/></zeebe:taskHeaders>
    </extensionElements></serviceTask>
    <sequenceFlow id="f2" sourceRef="j" targetRef="r"/>
    <receiveTask id="r" name="Attendere" messageRef="m"/>
    <sequenceFlow id="f3" sourceRef="r" targetRef="u"/>
    <userTask id="u" name="Confermare"><extensionElements><zeebe:userTask/></extensionElements></userTask>
    <sequenceFlow id="f4" sourceRef="u" targetRef="e"/><endEvent id="e"/>
  </process>
</definitions>`;

  it('deploys, starts, works, correlates and completes', async () => {
    const file = new File([diagram], 'lavoro.bpmn', { type: 'application/xml' });
    const deployed = await client.createDeployment({ resources: [file] });
    expect(deployed.processes).toMatchObject([
      { processDefinitionId: 'lavoro', processDefinitionVersion: 1 },
    ]);
    const { processDefinitionKey } = deployed.processes[0]!;

    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionKey,
      variables: { chiave: 'k1', importo: 2 },
      tags: [Tag.fromString('prova')],
    });
    const { jobs } = await client.activateJobs({
      type: 'calcolo',
      worker: 'w',
      timeout: 60_000,
      maxJobsToActivate: 5,
      requestTimeout: 2_000,
    });
    expect(jobs).toMatchObject([
      { processInstanceKey, variables: { importo: 2 }, customHeaders: { unita: 'euro' } },
    ]);
    await client.failJob({ jobKey: jobs[0]!.jobKey, retries: 1, errorMessage: 'non ora' });
    const again = await client.activateJobs({
      type: 'calcolo',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 5_000,
    });
    await client.searchJobs({ filter: { processInstanceKey } }, now);
    await client.completeJob({ jobKey: again.jobs[0]!.jobKey, variables: { totale: 4 } });

    const correlated = await client.correlateMessage({
      name: 'arrivo',
      correlationKey: 'k1',
      variables: { nota: 'x' },
    });
    expect(correlated.processInstanceKey).toBe(processInstanceKey);
    await client.publishMessage({ name: 'altro', correlationKey: 'k', timeToLive: 1_000 });
    await client.broadcastSignal({ signalName: 'segnale' });

    const tasks = await client.searchUserTasks({ filter: { processInstanceKey, state: 'CREATED' } }, now);
    const { userTaskKey } = tasks.items[0]!;
    await client.updateUserTask({
      userTaskKey,
      changeset: { priority: 80, dueDate: '2027-03-01T10:00:00Z' },
    });
    await client.assignUserTask({ userTaskKey, assignee: 'anna' });
    expect(await client.getUserTask({ userTaskKey }, now)).toMatchObject({ assignee: 'anna', priority: 80 });
    await client.unassignUserTask({ userTaskKey });
    await client.searchUserTaskVariables({ userTaskKey }, now);
    await client.createElementInstanceVariables({
      elementInstanceKey: ElementInstanceKey.assumeExists(processInstanceKey),
      variables: { altro: true },
    });
    await client.completeUserTask({ userTaskKey, variables: { fatto: true } });

    const instance = await client.getProcessInstance({ processInstanceKey }, now);
    expect(instance).toMatchObject({ state: 'COMPLETED', tags: ['prova'] });
    await Promise.all([
      client.getProcessInstanceSequenceFlows({ processInstanceKey }, now),
      client.getProcessInstanceStatistics({ processInstanceKey }, now),
      client.getProcessInstanceCallHierarchy({ processInstanceKey }, now),
      client.searchProcessInstances(
        { filter: { processInstanceKey }, sort: [{ field: 'startDate', order: 'DESC' }] },
        now,
      ),
      client.searchElementInstances({ filter: { processInstanceKey } }, now),
      client.getProcessDefinition({ processDefinitionKey }, now),
      client.getProcessDefinitionXml({ processDefinitionKey }, now),
      client.getProcessDefinitionStatistics({ processDefinitionKey }, now),
      client.searchProcessDefinitions({ filter: { isLatestVersion: true } }, now),
    ]);
    const variables = await client.searchVariables({ filter: { processInstanceKey } }, now);
    const { variableKey } = variables.items[0]!;
    await client.getVariable({ variableKey }, now);
  });

  it('sees incidents and resolves them', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: ProcessDefinitionId.assumeExists('lavoro'),
      variables: { chiave: 'k2' },
    });
    const take = () =>
      client.activateJobs({ type: 'calcolo', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 5_000 });
    const [job] = (await take()).jobs;
    await client.failJob({ jobKey: job!.jobKey, retries: 0, errorMessage: 'rotto' });
    const { items } = await client.searchProcessInstanceIncidents({ processInstanceKey }, now);
    expect(items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', state: 'ACTIVE', jobKey: job!.jobKey }]);
    const { incidentKey } = items[0]!;
    await client.getIncident({ incidentKey }, now);
    await client.searchIncidents({ filter: { state: 'ACTIVE' } }, now);
    await client.resolveIncident({ incidentKey });
    const element = await client.searchElementInstances(
      { filter: { processInstanceKey, elementId: ElementId.assumeExists('j') } },
      now,
    );
    await client.getElementInstance({ elementInstanceKey: element.items[0]!.elementInstanceKey }, now);
    await eventually(async () => {
      const instance = await client.getProcessInstance({ processInstanceKey }, now);
      expect(instance.hasIncident).toBe(false);
    });
    await client.cancelProcessInstance({ processInstanceKey });
  });

  it('asks for forms, and for the server itself', async () => {
    const { items } = await client.searchProcessDefinitions(
      { filter: { processDefinitionId: richiesta } },
      now,
    );
    const { processDefinitionKey } = items[0]!;
    expect(await client.getStartProcessForm({ processDefinitionKey }, now)).toMatchObject({
      formId: 'richiesta-avvio',
    });
    await client.createProcessInstance({
      processDefinitionId: richiesta,
      variables: { ufficio: 'acquisti', oggetto: 'x' },
    });
    const tasks = await client.searchUserTasks({ filter: { processDefinitionId: richiesta } }, now);
    const form = await client.getUserTaskForm({ userTaskKey: tasks.items[0]!.userTaskKey }, now);
    expect(form).toMatchObject({ formId: 'richiesta-esame' });
    expect(await client.getTopology()).toMatchObject({ gatewayVersion: '8.9.0' });
    expect(await client.getAuthentication()).toMatchObject({ username: 'robot' });
    await client.getLicense();
    await client.getStatus();
    await client.pinClock({ timestamp: Date.parse('2027-01-15T09:00:00Z') });
    await client.resetClock();
  });
});
