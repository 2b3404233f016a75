import type { ActivatedJob } from '@iter/engine-runtime';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLocalWeb, type LocalWeb } from '../../../test/local-servers.ts';
import { httpWorker, isAllowed } from './http.worker.ts';

let web: LocalWeb;
let other: LocalWeb;
beforeAll(async () => {
  other = await startLocalWeb((_request, response) => response.end('{"other":true}'));
  web = await startLocalWeb(({ url = '', method, headers, text }, response) => {
    const [path] = url.split('?');
    if (path === '/echo') {
      const { authorization, 'content-type': type, 'x-key': key } = headers;
      return response.end(JSON.stringify({ method, url, text, authorization, type, key }));
    }
    if (path === '/exact') return response.end('{"sum":1.10,"id":12345678901234567890}');
    if (path === '/text') return response.end('in ordine');
    if (path === '/missing') return response.writeHead(404).end('{"why":"gone"}');
    if (path === '/slow') return undefined;
    if (path === '/large') return response.end('x'.repeat(2 * 1024 * 1024));
    if (path === '/moved') return response.writeHead(302, { location: '/echo' }).end();
    if (path === '/away') return response.writeHead(302, { location: `${other.origin}/echo` }).end();
    if (path === '/round') return response.writeHead(307, { location: '/round' }).end();
    return response.writeHead(500).end('broken');
  });
});
afterAll(() => Promise.all([web.close(), other.close()]));

const clock = { now: () => Date.parse('2027-01-15T09:00:00Z'), zone: 'Europe/Rome' };
function call(inputs: Record<string, unknown>, headers: Record<string, string> = { resultVariable: 'r' }) {
  const variables = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const job = { tenantId: '<default>', variables, customHeaders: headers } as unknown as ActivatedJob;
  return httpWorker({ hosts: [web.host], ...clock }).handle(job);
}
const answered = async (inputs: Record<string, unknown>) => {
  const { r = '' } = await call(inputs);
  return (JSON.parse(r) as { body: Record<string, unknown> }).body;
};

describe('a call over HTTP', () => {
  it('sends method, parameters, headers, body and credentials', async () => {
    const body = { a: [1, 2] };
    const inputs = { url: `${web.origin}/echo?x=1`, method: 'post', queryParameters: { y: 2 }, body };
    expect(await answered({ ...inputs, headers: { 'X-Key': 7 } })).toMatchObject({
      method: 'POST',
      url: '/echo?x=1&y=2',
      text: '{"a":[1,2]}',
      type: 'application/json',
      key: '7',
    });
    const basic = { type: 'basic', username: 'u', password: 'p' };
    expect(await answered({ url: `${web.origin}/echo`, authentication: basic })).toMatchObject({
      method: 'GET',
      authorization: 'Basic dTpw',
    });
    const inQuery = { type: 'apiKey', apiKeyLocation: 'query', name: 'k', value: 'v' };
    expect(await answered({ url: `${web.origin}/echo`, authentication: inQuery })).toMatchObject({
      url: '/echo?k=v',
    });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await answered({ ...inputs, headers: form, body: { q: 'a b' } })).toMatchObject({ text: 'q=a+b' });
  });

  it('keeps every digit of an answer, and takes what is no JSON as text', async () => {
    const exact = await call(
      { url: `${web.origin}/exact`, quota: 2 },
      { resultExpression: '={totale: response.body.sum, id: response.body.id, quota: quota * 2}' },
    );
    expect(exact).toEqual({ totale: '1.10', id: '12345678901234567890', quota: '4' });
    const { r } = await call({ url: `${web.origin}/exact` });
    expect(r).toContain('"body":{"sum":1.10,"id":12345678901234567890}');
    expect(await answered({ url: `${web.origin}/text` })).toBe('in ordine');
  });

  it('fails from 400 on, unless the diagram makes an error of it', async () => {
    const missing = { url: `${web.origin}/missing` };
    await expect(call(missing)).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringContaining('404'),
    });
    const caught = {
      errorExpression: '=if error.code = "404" then bpmnError("ASSENTE", error.message, {x: 1}) else null',
    };
    await expect(call(missing, caught)).rejects.toMatchObject({
      name: 'BpmnError',
      code: 'ASSENTE',
      variables: { x: '1' },
    });
    const bad = { errorExpression: '=if response.body = "in ordine" then jobError("ancora") else null' };
    await expect(call({ url: `${web.origin}/text` }, bad)).rejects.toMatchObject({ message: 'ancora' });
  });

  it('is over after its time, and is tried again', async () => {
    const slow = { url: `${web.origin}/slow`, connectionTimeoutInSeconds: 0.1, readTimeoutInSeconds: 0.1 };
    await expect(call(slow)).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringContaining('answer'),
    });
    await expect(call({ url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({ name: 'JobRefused' });
  });

  it('follows redirects on its own host only', async () => {
    expect(await answered({ url: `${web.origin}/moved` })).toMatchObject({ url: '/echo' });
    for (const path of ['/away', '/round'])
      await expect(call({ url: `${web.origin}${path}` })).rejects.toMatchObject({ name: 'JobRefused' });
  });

  it.each([
    ['too long an answer', { url: '/large' }, {}],
    ['no address', { url: 'nowhere' }, {}],
    ['a file', { url: 'file:///etc/passwd' }, {}],
    ['a host that nobody allowed', { url: 'http://example.org/' }, {}],
    ['an unknown method', { url: '/echo', method: 'TRACE' }, {}],
    ['a header that is none', { url: '/echo', headers: { 'a b': 'c' } }, {}],
    ['an expression that is no FEEL', { url: '/text' }, { resultExpression: '={' }],
    ['a result that is no context', { url: '/text' }, { resultExpression: '=1' }],
  ])('refuses %s for good', async (_what, inputs, headers) => {
    const url = inputs.url.startsWith('/') ? web.origin + inputs.url : inputs.url;
    await expect(call({ ...inputs, url }, headers)).rejects.toMatchObject({ name: 'JobRefused' });
  });
});

describe('allowed hosts', () => {
  const hosts = ['api.example.org', '*.comune.it', 'localhost:8080'];
  it.each([
    ['https://api.example.org/x', true],
    ['http://api.example.org/', true],
    ['https://api.example.org:8443/', false],
    ['https://example.org/', false],
    ['https://api.example.org.evil.test/', false],
    ['https://servizi.comune.it/', true],
    ['https://comune.it/', false],
    ['https://malcomune.it/', false],
    ['http://localhost:8080/', true],
    ['http://localhost/', false],
    ['https://user@api.example.org/', true],
    ['https://api.example.org@evil.test/', false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowed(new URL(url), hosts)).toBe(allowed);
  });
});
