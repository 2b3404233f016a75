import { routes, type DemoPeople, type Locale, type RolesAndOffices, type Session } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import {
  findPerson,
  listPeople,
  listRolesAndOffices,
  type Sessions,
  type SignIn,
  type Viewer,
} from '@iter/identity';
import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Call } from '../http/call.ts';
import { cookieOf, setCookie } from '../http/cookies.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { demoPassword } from '../seeds/load-organisation.ts';
import type { Settings } from '../settings/settings.ts';
import { dayOf, defaultTenant } from '../tenant.ts';
import { ENGINE, SESSIONS, SETTINGS, SIGN_IN } from '../tokens.ts';
import { productVersion } from '../version.ts';
import { localeCookie } from './locale-of.ts';
import { removeSessionCookies, sessionCookie, setSessionCookies } from './session-cookies.ts';
import { Viewers } from './viewers.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly database: DataSource,
    private readonly viewers: Viewers,
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(SIGN_IN) private readonly signIn: SignIn,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Route(routes.getSession)
  get({ viewer, locale }: Call<typeof routes.getSession>): Promise<Session> {
    return this.describe(viewer, locale);
  }

  @Route(routes.signIn)
  async open({ body, request, response }: Call<typeof routes.signIn>): Promise<Session> {
    const result = await this.signIn.verify({ tenantId: defaultTenant, ...body });
    if (!result.ok) throw signInRefusal(result);
    // A session of the same browser ends: whoever signs in next must not go on in it.
    const former = cookieOf(request, sessionCookie);
    if (former) await this.sessions.close(former);
    const session = await this.sessions.open({ tenantId: defaultTenant, userId: result.userId });
    setSessionCookies(request, response, session);
    const described = await this.describe(await this.viewers.of(defaultTenant, result.userId));
    const language = described.person?.locale;
    if (language) setCookie(request, response, [localeCookie, language], { httpOnly: false });
    return described;
  }

  @Route(routes.signOut)
  async close({ request, response }: Call<typeof routes.signOut>): Promise<undefined> {
    const token = cookieOf(request, sessionCookie);
    if (token) await this.sessions.close(token);
    removeSessionCookies(request, response);
    return undefined;
  }

  @Route(routes.listDemoPeople)
  async demoPeople({ locale }: Call<typeof routes.listDemoPeople>): Promise<DemoPeople> {
    if (!this.settings.demo) return { password: '', items: [] };
    const people = await listPeople(this.database, defaultTenant, this.today(), locale);
    return {
      password: demoPassword,
      items: people.map(({ userId, name, roles, abilities }) => ({
        username: userId,
        name,
        roles: [...roles],
        abilities: [...abilities],
      })),
    };
  }

  @Route(routes.listRolesAndOffices)
  rolesAndOffices({ viewer, locale }: Call<typeof routes.listRolesAndOffices>): Promise<RolesAndOffices> {
    return listRolesAndOffices(this.database, viewer.tenantId, this.today(), locale);
  }

  private async describe(viewer: Viewer | undefined, locale?: Locale): Promise<Session> {
    const person = viewer ? await findPerson(this.database, viewer, locale) : undefined;
    return {
      person: person ?? null,
      demo: this.settings.demo,
      testClock: this.settings.testClock,
      now: new Date(this.engine.now(viewer?.tenantId ?? defaultTenant)).toISOString(),
      version: productVersion,
    };
  }

  private today(): string {
    return dayOf(this.engine.now(defaultTenant));
  }
}

function signInRefusal(
  result:
    | { readonly reason: 'wrong-credentials' }
    | { readonly reason: 'locked'; readonly retryAfterSeconds: number },
): Refusal {
  if (result.reason === 'wrong-credentials') return new Refusal('WRONG_CREDENTIALS');
  const { retryAfterSeconds } = result;
  return new Refusal('TOO_MANY_ATTEMPTS', {
    params: { count: retryAfterSeconds },
    retryAfter: retryAfterSeconds,
  });
}
