import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTestDatabase, fakeClock, type TestDatabase } from '@iter/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityEntities } from './entities/index.ts';
import { identityMigrations } from './migrations/index.ts';
import { loadOrganisation } from './organisation/load-organisation.ts';
import { readOrganisation } from './organisation/read-organisation.ts';
import type { Organisation } from './organisation/organisation-schema.ts';
import { findAssignee } from './queries/find-assignee.query.ts';
import { findPerson } from './queries/find-person.query.ts';
import { listPeople } from './queries/list-people.query.ts';
import { listRolesAndOffices } from './queries/list-roles-and-offices.query.ts';
import { createBasicCredentials } from './sign-in/basic-credentials.ts';
import { createSessions } from './sign-in/sessions.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { loadViewer } from './viewer/load-viewer.ts';

const TENANT = '<default>';
const TODAY = '2027-01-15';
let database: TestDatabase;
let organisation: Organisation;

beforeAll(async () => {
  const seed = readFileSync(path.join(import.meta.dirname, '../../../seeds/organisation.yaml'), 'utf8');
  const read = readOrganisation(seed);
  if (!read.ok) throw new Error('Expected the seed to be valid');
  // Few people are enough, and each costs a password hash.
  organisation = { ...read.organisation, people: read.organisation.people.slice(0, 3) };
  database = await createTestDatabase({ migrations: identityMigrations, entities: identityEntities });
  await loadOrganisation(database.dataSource, {
    tenantId: TENANT,
    organisation,
    mode: { kind: 'demo', password: 'iter' },
  });
});
afterAll(() => database.drop());

describe('loading the seed', () => {
  it('adds nothing the second time and never changes what is there', async () => {
    const { dataSource } = database;
    await dataSource.query(`UPDATE role SET label = '{"it":"Capo","en":"Boss"}' WHERE role_id = 'rpct'`);
    const load = { tenantId: TENANT, organisation, mode: { kind: 'demo', password: 'iter' } } as const;
    expect(await loadOrganisation(dataSource, load)).toBe(0);
    const [role] = await dataSource.query(`SELECT label FROM role WHERE role_id = 'rpct'`);
    expect(role.label.it).toBe('Capo');
  });

  it('brings no people at a first start without demo, and nothing at a later one', async () => {
    const { dataSource } = database;
    const load = { tenantId: 'other', organisation, mode: { kind: 'first-start' } } as const;
    expect(await loadOrganisation(dataSource, load)).toBeGreaterThan(0);
    expect(await loadOrganisation(dataSource, load)).toBe(0);
    const people = await dataSource.query(`SELECT 1 FROM person WHERE tenant_id = 'other'`);
    expect(people).toHaveLength(0);
  });

  it('has tables as the entities say', async () => {
    for (const entity of identityEntities) {
      await expect(database.dataSource.getRepository(entity).find({ take: 1 })).resolves.toBeDefined();
    }
  });
});

describe('signing in', () => {
  const credentials = { tenantId: TENANT, username: 'giulia.ferraris', password: 'iter' };
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(async () => {
    clock = fakeClock();
    await database.dataSource.query('DELETE FROM sign_in_failure');
  });

  it('knows the right password, whatever the case of the name', async () => {
    const signIn = createSignIn(database.dataSource, clock.now);
    expect(await signIn.verify({ ...credentials, username: ' Giulia.Ferraris ' })).toEqual({
      ok: true,
      userId: 'giulia.ferraris',
    });
  });

  it.each(['giulia.ferraris', 'nobody.knows', 'nobody\u0000'])(
    'locks %j after failures, known or not',
    async (username) => {
      const signIn = createSignIn(database.dataSource, clock.now);
      const wrong = { ...credentials, username, password: 'wrong' };
      for (let attempt = 1; attempt <= 5; attempt++) {
        expect(await signIn.verify(wrong)).toEqual({ ok: false, reason: 'wrong-credentials' });
      }
      expect(await signIn.verify({ ...wrong, password: 'iter' })).toEqual({
        ok: false,
        reason: 'locked',
        retryAfterSeconds: 2,
      });
      clock.advance(2_001);
      expect((await signIn.verify(wrong)).ok).toBe(false);
      expect(await signIn.verify(wrong)).toMatchObject({ reason: 'locked', retryAfterSeconds: 4 });
    },
  );

  it('forgets failures after a success', async () => {
    const signIn = createSignIn(database.dataSource, clock.now);
    for (let attempt = 1; attempt <= 4; attempt++) await signIn.verify({ ...credentials, password: 'wrong' });
    expect((await signIn.verify(credentials)).ok).toBe(true);
    expect(await signIn.verify({ ...credentials, password: 'wrong' })).toMatchObject({
      reason: 'wrong-credentials',
    });
  });

  it('refuses who is not active', async () => {
    const { dataSource } = database;
    await dataSource.query(`UPDATE person SET active = false WHERE user_id = 'roberto.sanna'`);
    const result = await createSignIn(dataSource, clock.now).verify({
      ...credentials,
      username: 'roberto.sanna',
    });
    expect(result).toEqual({ ok: false, reason: 'wrong-credentials' });
    await dataSource.query(`UPDATE person SET active = true WHERE user_id = 'roberto.sanna'`);
  });

  it('believes a machine client for a while and asks again afterwards', async () => {
    const { dataSource } = database;
    let asked = 0;
    const counted = createSignIn(dataSource, clock.now);
    const basic = createBasicCredentials({ verify: (given) => (asked++, counted.verify(given)) }, clock.now);
    const answers = await Promise.all([1, 2, 3].map(() => basic.verify(credentials)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(asked).toBe(1);
    await basic.verify({ ...credentials, password: 'wrong' });
    await basic.verify({ ...credentials, password: 'wrong' });
    expect(asked).toBe(3);
    clock.advance(61_000);
    await basic.verify(credentials);
    expect(asked).toBe(4);
  });
});

describe('sessions', () => {
  const person = { tenantId: TENANT, userId: 'giulia.ferraris' };

  it('stand for a person until they are closed', async () => {
    const sessions = createSessions(database.dataSource, fakeClock().now);
    const opened = await sessions.open(person);
    expect(await sessions.resolve(opened.token)).toMatchObject({ ...person, csrfToken: opened.csrfToken });
    expect(await sessions.resolve(`${opened.token}x`)).toBeUndefined();
    await sessions.close(opened.token);
    expect(await sessions.resolve(opened.token)).toBeUndefined();
  });

  it('store no token that could be used', async () => {
    const sessions = createSessions(database.dataSource, fakeClock().now);
    const { token } = await sessions.open(person);
    const rows = await database.dataSource.query('SELECT s::text AS all FROM session s');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('end when unused for long, and at the latest after their lifetime', async () => {
    const clock = fakeClock();
    const settings = { idle: 1000, lifetime: 200_000, rotation: 10_000_000, grace: 100 };
    const sessions = createSessions(database.dataSource, clock.now, settings);
    const idle = await sessions.open(person);
    clock.advance(1001);
    expect(await sessions.resolve(idle.token)).toBeUndefined();
    const patient = createSessions(database.dataSource, clock.now, { ...settings, idle: 100_000 });
    const busy = await patient.open(person);
    for (let step = 0; step < 3; step++) {
      clock.advance(65_000);
      expect(await patient.resolve(busy.token)).toBeDefined();
    }
    clock.advance(5_001);
    expect(await patient.resolve(busy.token)).toBeUndefined();
  });

  it('change their token now and then; the old one lives for a moment', async () => {
    const clock = fakeClock();
    const settings = { idle: 100_000, lifetime: 100_000, rotation: 1000, grace: 500 };
    const sessions = createSessions(database.dataSource, clock.now, settings);
    const opened = await sessions.open(person);
    clock.advance(1000);
    const resolved = await Promise.all([sessions.resolve(opened.token), sessions.resolve(opened.token)]);
    const rotated = resolved.flatMap((session) => session?.rotatedToken ?? []);
    expect(rotated).toHaveLength(1);
    expect(resolved.every((session) => session?.csrfToken === opened.csrfToken)).toBe(true);
    expect(await sessions.resolve(rotated[0] ?? '')).toBeDefined();
    expect(await sessions.resolve(opened.token)).toBeDefined();
    clock.advance(501);
    expect(await sessions.resolve(opened.token)).toBeUndefined();
    await sessions.close(rotated[0] ?? '');
    expect(await sessions.resolve(rotated[0] ?? '')).toBeUndefined();
  });

  it('end with the activity of their person', async () => {
    const { dataSource } = database;
    const sessions = createSessions(dataSource, fakeClock().now);
    const opened = await sessions.open(person);
    await dataSource.query(`UPDATE person SET active = false WHERE user_id = $1`, [person.userId]);
    expect(await sessions.resolve(opened.token)).toBeUndefined();
    await dataSource.query(`UPDATE person SET active = true WHERE user_id = $1`, [person.userId]);
    await sessions.closeAll(person);
    expect(await sessions.resolve(opened.token)).toBeUndefined();
  });
});

describe('viewers', () => {
  const noneOwned = (): Promise<string[]> => Promise.resolve([]);
  const load = (userId: string, today = TODAY) =>
    loadViewer(database.dataSource, noneOwned, { tenantId: TENANT, userId, today });

  it('have a group for each role and for each role in its office', async () => {
    expect((await load('giulia.ferraris'))?.groups).toEqual([
      'addetto-settore',
      'addetto-settore@anticorruzione',
    ]);
    expect(await load('nobody')).toBeUndefined();
  });

  it('follow the whole area where they manage its head office', async () => {
    const offices = organisation.offices
      .filter(({ area }) => area === 'segreteria-generale')
      .map(({ id }) => id);
    const secretary = await load('elena.marchisio');
    expect([...(secretary?.managedOffices ?? [])].sort()).toEqual(offices.sort());
    expect(secretary?.abilities).toContain('director');
  });

  it('own what the resolver finds for their patterns', async () => {
    const secretary = await loadViewer(
      database.dataSource,
      async (_, patterns) => patterns.map((p) => `id of ${p}`),
      {
        tenantId: TENANT,
        userId: 'elena.marchisio',
        today: TODAY,
      },
    );
    expect(secretary?.ownedProcesses).toEqual(['id of A1.2']);
  });

  it('hold a role only on its days', async () => {
    await database.dataSource.query(
      `INSERT INTO role_holding (tenant_id, user_id, role_id, office_id, valid_from, valid_to)
       VALUES ($1, 'giulia.ferraris', 'rpct', 'anticorruzione', '2027-02-01', '2027-02-28')`,
      [TENANT],
    );
    expect((await load('giulia.ferraris', '2027-01-31'))?.groups).not.toContain('rpct');
    expect((await load('giulia.ferraris', '2027-02-28'))?.groups).toContain('rpct@anticorruzione');
    expect(
      (await findAssignee(database.dataSource, TENANT, 'giulia.ferraris', '2027-03-01'))?.groups,
    ).toEqual(['addetto-settore', 'addetto-settore@anticorruzione']);
  });

  it('are shown with the names of their roles and offices in the language asked for', async () => {
    const viewer = await load('giulia.ferraris');
    if (!viewer) throw new Error('Expected the person of the seed');
    expect(await findPerson(database.dataSource, viewer, 'en')).toMatchObject({
      name: 'Giulia Ferraris',
      offices: [{ office: 'anticorruzione', label: 'Anti-corruption and transparency office' }],
      roles: [{ role: 'addetto-settore', label: 'Office employee' }],
    });
  });

  it('are listed with what they hold, for pickers and the sign-in page', async () => {
    const people = await listPeople(database.dataSource, TENANT, TODAY, 'it');
    expect(people.map(({ name }) => name)).toEqual(['Elena Marchisio', 'Giulia Ferraris', 'Roberto Sanna']);
    expect(people[0]?.abilities).toContain('process-owner');
    const pickers = await listRolesAndOffices(database.dataSource, TENANT, TODAY, 'it');
    expect(pickers.roles[0]).toMatchObject({ role: 'presidente', label: 'Presidente' });
    expect(pickers.offices.find(({ office }) => office === 'personale')).toMatchObject({ area: 'risorse' });
  });
});
