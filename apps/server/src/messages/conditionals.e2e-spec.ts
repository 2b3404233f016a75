import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, startTestServer, type TestServer } from '../../test/test-server.ts';

const bpmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d">
  <process id="soglia" isExecutable="true">
    <startEvent id="s"><conditionalEventDefinition><condition>=importo &gt; 1000</condition></conditionalEventDefinition></startEvent>
    <userTask id="u"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/>
  </process>
</definitions>`;

interface Evaluated {
  readonly conditionalEvaluationKey: string;
  readonly processInstances: readonly { readonly processInstanceKey: string }[];
}

describe('conditional start events', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    const form = new FormData();
    form.append('resources', new Blob([bpmn]), 'soglia.bpmn');
    await fetch(`${server.url}/v2/deployments`, { method: 'POST', headers: basic('robot'), body: form });
  }, 120_000);
  afterAll(() => server?.close());

  function evaluate(body: object): Promise<Response> {
    const headers = { ...basic('robot'), 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return fetch(`${server.url}/v2/conditionals/evaluation`, init);
  }

  it('start an instance where they are true (INS-10)', async () => {
    const below = (await (await evaluate({ variables: { importo: 10 } })).json()) as Evaluated;
    const above = (await (await evaluate({ variables: { importo: 5000 } })).json()) as Evaluated;
    expect(below.processInstances).toEqual([]);
    expect(above.processInstances).toHaveLength(1);
    expect(above.conditionalEvaluationKey).toMatch(/^\d+$/);
  });

  it('of a process that has none are not found', async () => {
    const response = await evaluate({ processDefinitionKey: '4611686018427387904', variables: {} });
    expect(response.status).toBe(404);
  });
});
