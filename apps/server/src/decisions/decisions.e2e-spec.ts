import {
  DecisionDefinitionId,
  DecisionDefinitionKey,
  DecisionEvaluationInstanceKey,
  DecisionRequirementsKey,
  ProcessDefinitionId,
  type CamundaClient,
} from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officialClient } from '../../test/official-client.ts';
import { basic, startTestServer, type TestServer } from '../../test/test-server.ts';

/** Searches answer what is committed: there is nothing to wait for. */
const now = { consistency: { waitUpToMs: 0 } };

const DMN = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

/** A model of one decision. */
const small = (id: string, decision: string, text: string, head = '', href = ''): string =>
  `<definitions xmlns="${DMN}" id="${id}" name="${id}" namespace="urn:${id}">${head}<decision id="${decision}" name="${decision}">
  <variable name="${decision}"/>${href && `<informationRequirement><requiredDecision href="${href}"/></informationRequirement>`}
  <literalExpression><text>${text}</text></literalExpression></decision></definitions>`;

const model = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${DMN}" id="contributi" name="Contributi"
  namespace="http://example.org/contributi">
  <inputData id="importo_dato" name="importo"><variable name="importo" typeRef="number"/></inputData>
  <decision id="base" name="base">
    <variable name="base" typeRef="number"/>
    <informationRequirement><requiredInput href="#importo_dato"/></informationRequirement>
    <literalExpression><text>importo - 0.10</text></literalExpression>
  </decision>
  <decision id="fascia" name="Fascia">
    <variable name="Fascia"/>
    <informationRequirement><requiredDecision href="#base"/></informationRequirement>
    <decisionTable id="t" hitPolicy="UNIQUE">
      <input id="i1" label="Importo di base"><inputExpression typeRef="number"><text>base</text></inputExpression></input>
      <output id="o1" name="fascia" typeRef="string"/>
      <rule id="r1"><inputEntry><text>&lt; 1000</text></inputEntry><outputEntry><text>"A"</text></outputEntry></rule>
      <rule id="r2"><inputEntry><text>&gt;= 1000</text></inputEntry><outputEntry><text>"B"</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <decision id="lunga" name="Lunga">
    <variable name="Lunga"/>
    <literalExpression><text>count(for x in 1..10000, y in 1..10000 return x * y)</text></literalExpression>
  </decision>
</definitions>`;

const diagram = (processId: string, decisionId: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="d" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="${processId}" name="Istruttoria" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="regola"/>
    <businessRuleTask id="regola" name="Determinare la fascia"><extensionElements>
      <zeebe:calledDecision decisionId="${decisionId}" resultVariable="fascia"/>
    </extensionElements></businessRuleTask>
    <sequenceFlow id="f2" sourceRef="regola" targetRef="e"/><endEvent id="e"/>
  </process>
</definitions>`;

/** Driven by the official client of Camunda 8.9 in its strictest mode: a wrong field throws. */
describe('decisions', () => {
  let server: TestServer;
  let client: CamundaClient;
  let fascia: { key: DecisionDefinitionKey; model: DecisionRequirementsKey };

  const xmlFile = (text: string, name: string): File => new File([text], name, { type: 'application/xml' });

  beforeAll(async () => {
    server = await startTestServer();
    client = officialClient(server.url);
    const deployed = await client.createDeployment({
      resources: [
        xmlFile(model, 'contributi.dmn'),
        xmlFile(diagram('istruttoria', 'fascia'), 'istruttoria.bpmn'),
        xmlFile(diagram('senza_fine', 'lunga'), 'senza-fine.bpmn'),
      ],
    });
    const found = deployed.decisions.find(({ decisionDefinitionId }) => decisionDefinitionId === 'fascia')!;
    fascia = { key: found.decisionDefinitionKey, model: found.decisionRequirementsKey };
  }, 120_000);
  afterAll(() => server?.close());

  it('are found with their model, and given back as they were deployed', async () => {
    const { items, page } = await client.searchDecisionDefinitions(
      {
        filter: { decisionRequirementsId: 'contributi', isLatestVersion: true },
        sort: [{ field: 'decisionDefinitionId', order: 'DESC' }],
      },
      now,
    );
    expect(items.map(({ decisionDefinitionId }) => decisionDefinitionId)).toEqual([
      'lunga',
      'fascia',
      'base',
    ]);
    expect(page.totalItems).toBe(3);

    const decisionDefinitionKey = fascia.key;
    const decision = await client.getDecisionDefinition({ decisionDefinitionKey }, now);
    expect(decision).toMatchObject({ name: 'Fascia', version: 1, decisionRequirementsName: 'Contributi' });
    expect(await client.getDecisionDefinitionXml({ decisionDefinitionKey }, now)).toBe(model);

    const decisionRequirementsKey = fascia.model;
    const { items: models } = await client.searchDecisionRequirements(
      { filter: { resourceName: 'contributi.dmn' } },
      now,
    );
    expect(models).toEqual([await client.getDecisionRequirements({ decisionRequirementsKey }, now)]);
    expect(await client.getDecisionRequirementsXml({ decisionRequirementsKey }, now)).toBe(model);
  });

  it('answer over the API with what made the answer, and are kept', async () => {
    const result = await client.evaluateDecision({
      decisionDefinitionId: DecisionDefinitionId.assumeExists('fascia'),
      variables: { importo: 1000 },
    });
    expect(result).toMatchObject({
      decisionDefinitionId: 'fascia',
      decisionRequirementsId: 'contributi',
      output: '"A"',
      failedDecisionDefinitionId: null,
      evaluatedDecisions: [
        { decisionDefinitionId: 'base', decisionDefinitionType: 'LITERAL_EXPRESSION', output: '999.9' },
        {
          decisionDefinitionId: 'fascia',
          decisionDefinitionType: 'DECISION_TABLE',
          evaluatedInputs: [{ inputId: 'i1', inputName: 'Importo di base', inputValue: '999.9' }],
          matchedRules: [
            {
              ruleId: 'r1',
              ruleIndex: 1,
              evaluatedOutputs: [{ outputId: 'o1', outputName: 'fascia', outputValue: '"A"' }],
            },
          ],
        },
      ],
    });
    const asked = result.evaluatedDecisions[1]!;
    const kept = await client.getDecisionInstance(
      { decisionEvaluationInstanceKey: asked.decisionEvaluationInstanceKey },
      now,
    );
    expect(kept).toMatchObject({
      decisionEvaluationKey: result.decisionEvaluationKey,
      result: '"A"',
      state: 'EVALUATED',
      processInstanceKey: null,
      elementInstanceKey: null,
      rootDecisionDefinitionKey: fascia.key,
      evaluatedInputs: asked.evaluatedInputs,
      matchedRules: asked.matchedRules,
    });
  });

  it('answer by key, with every digit of their inputs', async () => {
    const { fetch } = await server.signedIn('anna');
    const response = await fetch('/v2/decision-definitions/evaluation', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"decisionDefinitionKey":"${fascia.key}","variables":{"importo":12345678901234567890.30}}`,
    });
    expect(response.status).toBe(200);
    const { output, evaluatedDecisions } = (await response.json()) as {
      output: string;
      evaluatedDecisions: { output: string }[];
    };
    expect([output, evaluatedDecisions[0]?.output]).toEqual(['"B"', '12345678901234567890.2']);
  });

  it('that cannot be answered say why, and are kept as failed', async () => {
    const result = await client.evaluateDecision({
      decisionDefinitionId: DecisionDefinitionId.assumeExists('lunga'),
    });
    expect(result).toMatchObject({ output: 'null', failedDecisionDefinitionId: 'lunga' });
    expect(result.failureMessage).not.toBeNull();
    const { items } = await client.searchDecisionInstances(
      { filter: { state: 'FAILED', decisionEvaluationKey: result.decisionEvaluationKey } },
      now,
    );
    expect(items).toMatchObject([{ evaluationFailure: result.failureMessage, result: 'null' }]);
  });

  it('that a case asks are kept with the case, in the same commit', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: ProcessDefinitionId.assumeExists('istruttoria'),
      variables: { importo: 2500 },
      awaitCompletion: true,
    });
    const { items } = await client.searchDecisionInstances(
      { filter: { processInstanceKey }, sort: [{ field: 'decisionEvaluationInstanceKey', order: 'ASC' }] },
      now,
    );
    expect(items).toMatchObject([
      { decisionDefinitionId: 'base', result: '2499.9', rootProcessInstanceKey: processInstanceKey },
      { decisionDefinitionId: 'fascia', result: '"B"', state: 'EVALUATED', evaluationFailure: null },
    ]);
    const [, asked] = items;
    const { items: steps } = await client.searchElementInstances(
      { filter: { processInstanceKey, elementId: 'regola' as never } },
      now,
    );
    expect(asked?.elementInstanceKey).toBe(steps[0]?.elementInstanceKey);
    const { decisionEvaluationInstanceKey } = asked!;
    const details = await client.getDecisionInstance({ decisionEvaluationInstanceKey }, now);
    expect(details.matchedRules.map(({ ruleId }) => ruleId)).toEqual(['r2']);
    expect(details.evaluatedInputs).toMatchObject([{ inputValue: '2499.9' }]);
  });

  it('that fail in a case are kept beside the incident', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: ProcessDefinitionId.assumeExists('senza_fine'),
    });
    const { items: incidents } = await client.searchIncidents({ filter: { processInstanceKey } }, now);
    expect(incidents).toMatchObject([{ errorType: 'DECISION_EVALUATION_ERROR', elementId: 'regola' }]);
    const { items } = await client.searchDecisionInstances({ filter: { processInstanceKey } }, now);
    expect(items).toMatchObject([{ decisionDefinitionId: 'lunga', state: 'FAILED', processInstanceKey }]);
  });

  it('are seen by who may see the case, and by who asked', async () => {
    const { client: anna } = await server.signedIn('anna');
    const { client: bruno } = await server.signedIn('bruno');
    const { decisionEvaluationKey } = await anna.evaluateDecision({
      body: { decisionDefinitionId: 'fascia', variables: { importo: 1 } },
    });
    const body = { filter: { decisionEvaluationKey } };
    expect((await anna.searchDecisionInstances({ body })).items).toHaveLength(2);
    expect((await bruno.searchDecisionInstances({ body })).items).toEqual([]);
    const params = { decisionEvaluationInstanceKey: `${decisionEvaluationKey}-1` };
    await expect(bruno.getDecisionInstance({ params })).rejects.toMatchObject({ status: 404 });
    // The cases above are none of his, nor what others asked.
    expect((await bruno.searchDecisionInstances()).items).toEqual([]);
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: ProcessDefinitionId.assumeExists('istruttoria'),
      variables: { importo: 3 },
    });
    const ofCase = { filter: { processInstanceKey } };
    expect((await bruno.searchDecisionInstances({ body: ofCase })).items).toEqual([]);
  });

  it('of a faulty model are refused at deployment with every problem, its element and its line', async () => {
    const broken = model.replace('importo - 0.10', 'importo -').replace('&gt;= 1000', '&gt;= )');
    const form = new FormData();
    form.append('resources', new Blob([broken]), 'rotta.dmn');
    const response = await fetch(`${server.url}/v2/deployments`, {
      method: 'POST',
      headers: { ...basic('robot'), 'accept-language': 'it' },
      body: form,
    });
    expect(await response.json()).toMatchObject({
      status: 400,
      code: 'DIAGRAM_INVALID',
      problems: [
        { resourceName: 'rotta.dmn', rule: 'DEP-8', elementId: 'base', line: 8, severity: 'error' },
        {
          rule: 'DEP-8',
          elementId: 'fascia',
          line: 17,
          message: expect.stringMatching(/^L’espressione in «fascia»/),
        },
      ],
    });
    const { items } = await client.searchDecisionRequirements({ filter: { version: 2 } }, now);
    expect(items).toEqual([]);
  });

  it('of a bundle may import one another', async () => {
    const rates = small('tariffe', 'aliquota', '0.22');
    const importing = `<import name="t" namespace="urn:tariffe" importType="${DMN}"/>`;
    const fees = small('diritti', 'diritto', '100 * t.aliquota', importing, 'urn:tariffe#aliquota');
    await client.createDeployment({ resources: [xmlFile(fees, 'b.dmn'), xmlFile(rates, 'a.dmn')] });
    const decisionDefinitionId = DecisionDefinitionId.assumeExists('diritto');
    const { output, evaluatedDecisions } = await client.evaluateDecision({ decisionDefinitionId });
    expect([output, evaluatedDecisions.length]).toEqual(['22', 2]);
  });

  it('that are unknown are 404', async () => {
    const decisionDefinitionKey = DecisionDefinitionKey.assumeExists('1');
    await expect(client.evaluateDecision({ decisionDefinitionKey })).rejects.toMatchObject({ status: 404 });
    await expect(
      client.evaluateDecision({ decisionDefinitionId: DecisionDefinitionId.assumeExists('ignota') }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(client.getDecisionDefinition({ decisionDefinitionKey }, now)).rejects.toMatchObject({
      status: 404,
    });
    const decisionEvaluationInstanceKey = DecisionEvaluationInstanceKey.assumeExists('1-1');
    await expect(client.getDecisionInstance({ decisionEvaluationInstanceKey }, now)).rejects.toMatchObject({
      status: 404,
    });
  });
});
