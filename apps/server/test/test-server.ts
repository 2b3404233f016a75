import { createClient, csrfCookie, type Client } from '@iter/contract';
import { createTestDatabase } from '@iter/testing';
import { startServer, type IterServer } from '../src/app.ts';
import { allMigrations } from '../src/database/open-database.ts';
import { demoPassword } from '../src/seeds/load-organisation.ts';
import type { Settings } from '../src/settings/settings.ts';
import { fixtureFolders } from './fixtures.ts';

/** A whole server on a database of its own. */
export interface TestServer {
  readonly url: string;
  readonly server: IterServer;
  /** Somebody's browser: signs in once, keeps cookies, repeats the token. */
  signedIn(username: string): Promise<Browser>;
  close(): Promise<void>;
}

export interface Browser {
  readonly client: Client;
  /** As the page's `fetch`, to an address of the server, with its cookies and token. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export async function startTestServer(settings: Partial<Settings> = {}): Promise<TestServer> {
  const database = await createTestDatabase({ migrations: allMigrations });
  const server = await startServer(testSettings({ databaseUrl: database.url, ...settings }), fixtureFolders);
  const url = server.url ?? '';
  const browsers = new Map<string, Promise<Browser>>();
  return {
    url,
    server,
    signedIn(username) {
      const known = browsers.get(username) ?? signIn(url, username);
      browsers.set(username, known);
      return known;
    },
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

function testSettings(given: Partial<Settings> & Pick<Settings, 'databaseUrl'>): Settings {
  return {
    port: 0,
    host: '127.0.0.1',
    redisUrl: undefined,
    home: '.iter',
    role: 'all',
    demo: true,
    testClock: true,
    httpHosts: [],
    mail: undefined,
    production: false,
    ...given,
  };
}

async function signIn(url: string, username: string): Promise<Browser> {
  const browser = browserOf(url);
  await browser.client.signIn({ body: { username, password: demoPassword } });
  return browser;
}

/** A browser in which nobody has signed in yet. */
export function browserOf(url: string): Browser {
  const cookies = new Map<string, string>();
  const send = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(address, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    client: createClient(url, send as typeof fetch, () => cookies.get(csrfCookie)),
    fetch: (path, init = {}) =>
      send(`${url}${path}`, {
        ...init,
        headers: {
          ...Object.fromEntries(new Headers(init.headers)),
          'x-iter-csrf': cookies.get(csrfCookie) ?? '',
        },
      }),
  };
}

/** Header of a program that sends name and password with every request. */
export function basic(username: string, password = demoPassword): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

/** Tries again until it does not throw: for what happens in the background. */
export async function eventually<T>(attempt: () => Promise<T>, timeoutMs = 15_000): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
