import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, eventually, startTestServer, type TestServer } from '../../test/test-server.ts';

/** Written by us in the ways other modelers write: prefixes, encodings, missing parts, extensions of their own. */
const folder = new URL('../../test/fixtures/foreign/', import.meta.url);
const files = readdirSync(folder).sort();

describe('files of other modelers', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  }, 120_000);
  afterAll(() => server?.close());

  async function call<T>(path: string, body: object | FormData): Promise<T> {
    const json = { 'content-type': 'application/json' };
    const isForm = body instanceof FormData;
    const headers = { ...basic('robot'), ...(isForm ? {} : json) };
    const init = { method: 'POST', headers, body: isForm ? body : JSON.stringify(body) };
    const response = await fetch(`${server.url}${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async function deploy(name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.append('resources', new Blob([content]), name);
    const { deployments } = await call<{
      deployments: { processDefinition: { processDefinitionKey: string } | null }[];
    }>('/v2/deployments', form);
    const [first] = deployments.flatMap(({ processDefinition }) => processDefinition ?? []);
    return first?.processDefinitionKey ?? '';
  }

  /** Starts an instance and completes every user task until it has ended. */
  async function run(processDefinitionKey: string): Promise<void> {
    const instance = { processDefinitionKey };
    const { processInstanceKey } = await call<{ processInstanceKey: string }>(
      '/v2/process-instances',
      instance,
    );
    await eventually(async () => {
      const open = { filter: { processInstanceKey, state: 'CREATED' } };
      const { items } = await call<{ items: { userTaskKey: string }[] }>('/v2/user-tasks/search', open);
      for (const { userTaskKey } of items) await call(`/v2/user-tasks/${userTaskKey}/completion`, {});
      const ended = { filter: { processInstanceKey, state: 'COMPLETED' } };
      const found = await call<{ items: unknown[] }>('/v2/process-instances/search', ended);
      expect(found.items).toHaveLength(1);
    });
  }

  it('are twenty', () => {
    expect(files).toHaveLength(20);
  });

  it.each(files)('%s is accepted, runs, and is given back to the byte', async (name) => {
    const content = new Uint8Array(readFileSync(new URL(name, folder)));
    const key = await deploy(name, content);
    await run(key);
    const xml = await fetch(`${server.url}/v2/process-definitions/${key}/xml`, { headers: basic('robot') });
    expect(xml.headers.get('content-type')).toContain('text/xml');
    expect(Buffer.from(await xml.arrayBuffer()).equals(content)).toBe(true);
  });
});
