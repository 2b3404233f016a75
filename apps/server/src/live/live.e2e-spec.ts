import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, startTestServer, type TestServer } from '../../test/test-server.ts';
import { fixtureFolders } from '../../test/fixtures.ts';
import { startServer } from '../app.ts';

describe('live events', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  }, 120_000);
  afterAll(() => server?.close());

  /** Reads a stream until a text comes; the connection is closed then. */
  async function listen(headers: Record<string, string> = {}, url = server.url) {
    const gone = new AbortController();
    const response = await fetch(`${url}/api/live`, {
      headers: { ...basic('anna'), ...headers },
      signal: gone.signal,
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    return {
      response,
      async until(text: string): Promise<string> {
        while (!heard.includes(text)) {
          const { value, done } = await reader.read();
          if (done) throw new Error(`Expected ${text}, but the stream ended after ${heard}`);
          heard += value;
        }
        return heard;
      },
      close: () => gone.abort(),
    };
  }

  it('name what a commit changed, to whoever is signed in', async () => {
    expect((await fetch(`${server.url}/api/live`)).status).toBe(401);
    const stream = await listen();
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    await stream.until('id: ');
    const { client } = await server.signedIn('anna');
    const { processInstanceKey } = await client.startCase({
      params: { processId: 'richiesta' },
      body: { variables: { oggetto: 'x' } },
    });
    const heard = await stream.until(`cases:${processInstanceKey}`);
    expect(heard).toMatch(/data: \{"topics":\[[^\]]*"tasks"/);
    stream.close();
  });

  it('reach the readers of other nodes', async () => {
    const { settings } = server.server.parts;
    const other = await startServer({ ...settings, role: 'api' }, fixtureFolders);
    const stream = await listen({}, other.url);
    await stream.until('id: ');
    const { client } = await server.signedIn('anna');
    const { processInstanceKey } = await client.startCase({
      params: { processId: 'richiesta' },
      body: { variables: { oggetto: 'x' } },
    });
    expect(await stream.until(`cases:${processInstanceKey}`)).toContain('"tasks"');
    stream.close();
    await other.close();
  });

  it('end with the server, which does not wait for readers', async () => {
    const { settings } = server.server.parts;
    const other = await startServer({ ...settings, role: 'api' }, fixtureFolders);
    const stream = await listen({}, other.url);
    await stream.until('id: ');
    await other.close();
    await expect(stream.until('never')).rejects.toThrow(/stream ended|terminated|aborted/);
  });

  it('tell a reader that comes back to look at everything, unless it missed nothing', async () => {
    const first = await listen();
    const id = /id: (\S+)/.exec(await first.until('\n\n'))?.[1] ?? '';
    first.close();
    const same = await listen({ 'last-event-id': id });
    expect(await same.until('\n\n')).not.toContain('data:');
    same.close();
    const other = await listen({ 'last-event-id': 'another-life-7' });
    expect(await other.until('\n\n')).toContain('"all"');
    other.close();
  });
});
