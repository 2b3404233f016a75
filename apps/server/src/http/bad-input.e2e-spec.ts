import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDetails } from '@iter/contract';
import { basic, startTestServer, type TestServer } from '../../test/test-server.ts';
import { bodyLimit } from './limits.ts';

describe('bad input', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  }, 120_000);
  afterAll(() => server?.close());

  /** Whatever came before, the server goes on. */
  async function refused(request: Promise<Response>): Promise<ProblemDetails & { status: number }> {
    const response = await request;
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as ProblemDetails;
    expect(problem.status).toBe(response.status);
    expect((await fetch(`${server.url}/v2/status`)).status).toBe(204);
    return problem;
  }

  function post(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
    const all = { ...basic('robot'), 'content-type': 'application/json', ...headers };
    return refused(fetch(`${server.url}${path}`, { method: 'POST', headers: all, body }));
  }

  function deploy(files: Record<string, string>, language = 'it') {
    const form = new FormData();
    for (const [name, content] of Object.entries(files)) form.append('resources', new Blob([content]), name);
    const headers = { ...basic('robot'), 'accept-language': language };
    return refused(fetch(`${server.url}/v2/deployments`, { method: 'POST', headers, body: form }));
  }

  const bpmn = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="http://bpmn.io/schema/bpmn" id="d">
${inside}
</definitions>`;

  it('that is not XML is told apart from XML that is not BPMN', async () => {
    const notXml = await deploy({ 'a.bpmn': 'Buongiorno' });
    expect(notXml).toMatchObject({ status: 400, code: 'NOT_XML', params: { resourceName: 'a.bpmn' } });
    expect(notXml.problems?.[0]).toMatchObject({ resourceName: 'a.bpmn', rule: 'DEP-1', line: 1, column: 1 });
    const notBpmn = await deploy({ 'a.bpmn': '<html><body/></html>' });
    expect(notBpmn).toMatchObject({ status: 400, code: 'NOT_BPMN' });
  });

  it('that cannot run is answered with every problem and its place', async () => {
    const problem = await deploy({
      'a.bpmn': bpmn(`<process id="p" isExecutable="true">
  <startEvent id="s"/>
  <sequenceFlow id="f" sourceRef="s" targetRef="g"/>
  <exclusiveGateway id="g"/>
  <sequenceFlow id="f1" sourceRef="g" targetRef="u"><conditionExpression xsi:type="tFormalExpression">=1 +</conditionExpression></sequenceFlow>
  <userTask id="u" name="Compito"/>
  <sequenceFlow id="f2" sourceRef="g" targetRef="nowhere"/>
</process>`),
    });
    expect(problem).toMatchObject({ status: 400, code: 'DIAGRAM_INVALID' });
    const errors = problem.problems?.filter(({ severity }) => severity === 'error') ?? [];
    expect(errors.length).toBeGreaterThanOrEqual(2);
    for (const error of errors) {
      expect(error).toMatchObject({
        resourceName: 'a.bpmn',
        rule: expect.stringMatching(/^DEP-\d+$/),
        message: expect.stringMatching(/\S/),
        expected: expect.stringMatching(/Expected/),
        line: expect.any(Number),
      });
    }
    expect(errors.map(({ elementId }) => elementId)).toEqual(expect.arrayContaining(['f1', 'f2']));
  });

  it('is told in the reader’s language', async () => {
    expect((await deploy({ 'a.bpmn': '<a/>' }, 'en')).title).toBe('The file is not BPMN');
    expect((await deploy({ 'a.bpmn': '<a/>' }, 'it')).title).toBe('Il file non è BPMN');
  });

  it('that is a broken form is refused with its name', async () => {
    expect(await deploy({ 'a.form': '{"components": 5}' })).toMatchObject({
      code: 'FORM_INVALID',
      params: { resourceName: 'a.form' },
    });
  });

  it('without any file, and files that are no form data, are refused', async () => {
    const empty = new FormData();
    empty.append('tenantId', '<default>');
    const headers = basic('robot');
    const noFile = await refused(
      fetch(`${server.url}/v2/deployments`, { method: 'POST', headers, body: empty }),
    );
    expect(noFile).toMatchObject({ code: 'VALIDATION', fields: [{ field: 'resources', rule: 'required' }] });
    expect(await post('/v2/deployments', '{}')).toMatchObject({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
    const broken = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await post('/v2/deployments', '--x\r\nbroken', broken)).toMatchObject({
      status: 400,
      code: 'BAD_MULTIPART',
    });
  });

  it('over the limit is 413, as JSON and as a file', async () => {
    const large = new Uint8Array(bodyLimit + 1).fill(0x20);
    expect(await post('/v2/process-instances', large)).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(await deploy({ 'a.bpmn': ' '.repeat(bodyLimit + 1) })).toMatchObject({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
  });

  it.each([
    ['{"processDefinitionId":', 'BAD_JSON'],
    ['['.repeat(100_000), 'BAD_JSON'],
    ['', 'VALIDATION'],
    ['[]', 'VALIDATION'],
    ['null', 'VALIDATION'],
  ])('as JSON %p', async (body, code) => {
    expect(await post('/v2/process-instances', body.slice(0, 200_000))).toMatchObject({ status: 400, code });
  });

  it('is named by its field', async () => {
    expect(await post('/v2/process-instances/search', '{"filter":{"sate":"ACTIVE"}}')).toMatchObject({
      fields: [{ field: 'filter.sate', rule: 'unknown' }],
    });
    expect(
      await post('/v2/process-instances/search', '{"filter":{"state":{"$in":["ACTIVE","OPEN"]}}}'),
    ).toMatchObject({
      fields: [{ field: 'filter.state.$in[1]', rule: 'option' }],
    });
    expect(await post('/v2/process-instances/search', '{"page":{"limit":0}}')).toMatchObject({
      fields: [{ field: 'page.limit', rule: 'min', params: { min: 1 } }],
    });
    expect(await post('/v2/user-tasks/search', '{"sort":[{"field":"assignee"}]}')).toMatchObject({
      fields: [{ field: 'sort[0].field', rule: 'option' }],
    });
    expect(await post('/v2/messages/publication', '{"correlationKey":"x"}')).toMatchObject({
      fields: [{ field: 'name', rule: 'required', message: 'Campo obbligatorio.' }],
    });
  });

  it('as a cursor, a key or an address finds nothing and breaks nothing', async () => {
    expect(await post('/v2/process-instances/search', '{"page":{"after":"AAAA"}}')).toMatchObject({
      status: 400,
      code: 'VALIDATION',
    });
    const get = (path: string) => refused(fetch(`${server.url}${path}`, { headers: basic('robot') }));
    expect(await get('/v2/user-tasks/9999999999999999999')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await get('/v2/user-tasks/abc')).toMatchObject({
      status: 400,
      fields: [{ field: 'userTaskKey' }],
    });
    expect(await get('/v2/nothing')).toMatchObject({ status: 404, code: 'NO_SUCH_ROUTE' });
    expect(await get('/api/register/%E0%A4%A')).toMatchObject({ status: 400 });
  });
});
