import { describe, expect, it } from '@jest/globals';
import { createClient, csrfHeader } from './client.ts';
import { ApiProblem } from './errors.ts';

function answering(response: Response | (() => Promise<Response>)) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetchImpl = ((url: string, init: RequestInit) => {
    calls.push({ url, init });
    return typeof response === 'function' ? response() : Promise.resolve(response.clone());
  }) as typeof fetch;
  return { calls, client: createClient('http://iter', fetchImpl, () => 'token') };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

describe('createClient', () => {
  it('fills and escapes the path, leaves out what is undefined, and reads the answer', async () => {
    const { calls, client } = answering(json(200, { items: [], page: {} }));
    await client.searchVariables({ query: { truncateValues: 'false' }, body: { filter: { name: 'esito' } } });
    expect(calls[0]?.url).toBe('http://iter/v2/variables/search?truncateValues=false');
    expect(calls[0]?.init.body).toBe('{"filter":{"name":"esito"}}');
    await client.getSheet({ params: { processId: 'a/b' } });
    expect(calls[1]?.url).toBe('http://iter/api/register/a%2Fb');
  });

  it('marks writes, and only writes, as its own', async () => {
    const { calls, client } = answering(new Response(null, { status: 204 }));
    await client.signOut();
    await client.getStatus();
    expect(new Headers(calls[0]?.init.headers).get(csrfHeader)).toBe('token');
    expect(new Headers(calls[1]?.init.headers).has(csrfHeader)).toBe(false);
  });

  it('sends files as parts of a form', async () => {
    const { calls, client } = answering(
      json(200, { deploymentKey: '1', tenantId: '<default>', deployments: [] }),
    );
    await client.createDeployment({ body: { resources: [{ name: 'a.bpmn', content: '<x/>' }] } });
    const part = (calls[0]!.init.body as FormData).get('resources') as File;
    expect([part.name, await part.text()]).toEqual(['a.bpmn', '<x/>']);
  });

  it('rejects with the problem that the server names', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Attività conclusa',
      status: 404,
      detail: '…',
      instance: '/v2/user-tasks/1/completion',
      code: 'TASK_ENDED',
    };
    const { client } = answering(json(404, problem));
    await expect(client.completeUserTask({ params: { userTaskKey: '1' } })).rejects.toMatchObject({
      name: 'ApiProblem',
      code: 'TASK_ENDED',
      status: 404,
    });
  });

  it('tells an unreachable server and an answer of something between from a refusal', async () => {
    const { client: offline } = answering(() => Promise.reject(new TypeError('fetch failed')));
    await expect(offline.getStatus()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const { client: proxied } = answering(new Response('<html>', { status: 502 }));
    await expect(proxied.getStatus()).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 502 });
    await expect(proxied.getStatus()).rejects.toBeInstanceOf(ApiProblem);
  });

  it('lets the caller give up', async () => {
    const { client } = answering(() => Promise.reject(new DOMException('stopped', 'AbortError')));
    await expect(client.getStatus()).rejects.toMatchObject({ name: 'AbortError' });
  });
});
