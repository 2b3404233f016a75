import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, browserOf, startTestServer, type TestServer } from '../../test/test-server.ts';

describe('sessions', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  }, 120_000);
  afterAll(() => server?.close());

  const signInHeaders = { 'content-type': 'application/json' };
  const credentials = JSON.stringify({ username: 'anna', password: 'iter' });

  it('say who is signed in, and answer also while nobody is', async () => {
    const { client } = browserOf(server.url);
    expect(await client.getSession()).toMatchObject({ person: null, demo: true, testClock: true });
    const signedIn = await client.signIn({ body: { username: 'anna', password: 'iter' } });
    expect(signedIn.person).toEqual({
      userId: 'anna',
      name: 'Anna Addetta',
      email: null,
      offices: [{ office: 'acquisti', label: 'Ufficio acquisti' }],
      roles: [{ role: 'addetto', label: 'Addetto', office: 'acquisti', officeLabel: 'Ufficio acquisti' }],
      groups: ['addetto', 'addetto@acquisti'],
      abilities: [],
      locale: 'it',
    });
    expect((await client.getSession()).person?.userId).toBe('anna');
    await client.signOut();
    expect((await client.getSession()).person).toBeNull();
    await expect(client.listTasks({ body: { list: 'mine' } })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('are held by a cookie that scripts cannot read and other sites cannot send', async () => {
    const body = credentials;
    const response = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: signInHeaders,
      body,
    });
    const [session, csrf] = response.headers.getSetCookie();
    expect(session).toMatch(/^iter-session=[\w-]{40,}; Path=\/; SameSite=Lax; HttpOnly$/);
    expect(csrf).toMatch(/^iter-csrf=[\w-]{40,}; Path=\/; SameSite=Lax$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('end everywhere with signing out: a copied cookie is worth nothing afterwards', async () => {
    const response = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: signInHeaders,
      body: credentials,
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    const cookie = cookies.join('; ');
    const token = cookies[1]?.split('=')[1] ?? '';
    await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie, 'x-iter-csrf': token } });
    const after = await fetch(`${server.url}/v2/authentication/me`, { headers: { cookie } });
    expect(after.status).toBe(401);
  });

  it('do not let a write through without the session’s token, or from another site', async () => {
    const { fetch: send } = await server.signedIn('anna');
    const search = { method: 'POST', body: '{"list":"mine"}' };
    const headers = { 'content-type': 'application/json' };
    expect((await send('/api/tasks/search', { ...search, headers })).status).toBe(200);
    const { client } = browserOf(server.url);
    await client.signIn({ body: { username: 'anna', password: 'iter' } });
    const foreign = await send('/api/tasks/search', {
      ...search,
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    });
    expect(await foreign.json()).toMatchObject({ status: 403, code: 'CSRF' });
    const response = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: signInHeaders,
      body: credentials,
    });
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const without = await fetch(`${server.url}/api/tasks/search`, {
      ...search,
      headers: { ...headers, cookie },
    });
    expect(await without.json()).toMatchObject({ status: 403, code: 'CSRF' });
  });

  it('refuse wrong names and wrong passwords alike, and slow down who guesses', async () => {
    const { client } = browserOf(server.url);
    const attempt = (username: string) =>
      client.signIn({ body: { username, password: 'wrong' } }).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      );
    expect(await attempt('nobody')).toBe('WRONG_CREDENTIALS');
    const codes: string[] = [];
    for (let count = 0; count < 7; count += 1) codes.push(await attempt('carla'));
    expect(codes[0]).toBe('WRONG_CREDENTIALS');
    expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });

  it('are not needed by programs that send name and password', async () => {
    const me = (headers: Record<string, string>) => fetch(`${server.url}/v2/authentication/me`, { headers });
    const answer = await me(basic('robot'));
    expect(await answer.json()).toMatchObject({ username: 'robot', roles: ['programma'] });
    const wrong = await me(basic('robot', 'wrong'));
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toContain('Basic');
    // A browser would ask for name and password in a window of its own.
    expect((await me({})).headers.get('www-authenticate')).not.toContain('Basic');
  });

  it('speak the person’s language, until the person chooses another', async () => {
    const { client } = await server.signedIn('bruno');
    expect((await client.getSession()).person).toMatchObject({ locale: 'en', roles: [{ label: 'Clerk' }] });
    await expect(client.getTask({ params: { userTaskKey: '1' } })).rejects.toMatchObject({
      problem: { title: 'Not found' },
    });
  });
});

describe('outside the demo', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ demo: false, testClock: false });
  }, 120_000);
  afterAll(() => server?.close());

  it('nobody of the example exists, and the clock cannot be changed', async () => {
    const { client } = browserOf(server.url);
    expect(await client.listDemoPeople()).toEqual({ password: '', items: [] });
    await expect(client.signIn({ body: { username: 'anna', password: 'iter' } })).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  });
});
