import { csrfHeader, type RouteSpec } from '@iter/contract';
import { sameToken, type Sessions, type SignIn, type Viewer } from '@iter/identity';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { setContext } from '../http/call.ts';
import { cookieOf } from '../http/cookies.ts';
import { Refusal } from '../http/refusal.ts';
import { routeMetadata } from '../http/route.decorator.ts';
import type { Settings } from '../settings/settings.ts';
import { defaultTenant } from '../tenant.ts';
import { BASIC_CREDENTIALS, SESSIONS, SETTINGS } from '../tokens.ts';
import { localeOfRequest } from './locale-of.ts';
import { removeSessionCookies, sessionCookie, setSessionCookies } from './session-cookies.ts';
import { Viewers } from './viewers.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out who asks, by session cookie or by Basic credentials, and lets nobody else in but to public routes.
 * A write that comes with a cookie must repeat the session's token in a header; one with Basic credentials
 * need not, because no browser sends those by itself.
 */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: Viewers,
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(BASIC_CREDENTIALS) private readonly basic: SignIn,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const locale = localeOfRequest(request);
    setContext(request, { viewer: undefined, locale });
    refuseForeignPages(request);
    const spec = this.reflector.get<RouteSpec | undefined>(routeMetadata, context.getHandler());
    const viewer = await this.identify(request, response);
    if (!viewer && spec?.access !== 'public') throw new Refusal('UNAUTHENTICATED');
    setContext(request, { viewer, locale });
    return true;
  }

  private async identify(request: Request, response: Response): Promise<Viewer | undefined> {
    const authorization = request.headers.authorization;
    if (authorization !== undefined) return this.identifyByPassword(authorization);
    const token = cookieOf(request, sessionCookie);
    return token ? this.identifyBySession(token, request, response) : undefined;
  }

  private async identifyBySession(
    token: string,
    request: Request,
    response: Response,
  ): Promise<Viewer | undefined> {
    const session = await this.sessions.resolve(token);
    if (!session) {
      removeSessionCookies(request, response);
      return undefined;
    }
    if (!safeMethods.has(request.method) && !sameToken(session.csrfToken, request.get(csrfHeader))) {
      throw new Refusal('CSRF');
    }
    if (session.rotatedToken !== undefined) {
      setSessionCookies(request, response, { token: session.rotatedToken, csrfToken: session.csrfToken });
    }
    return this.viewers.of(session.tenantId, session.userId);
  }

  private async identifyByPassword(authorization: string): Promise<Viewer> {
    const credentials = basicCredentials(authorization);
    if (!credentials) throw new Refusal('UNAUTHENTICATED');
    const result = await this.basic.verify({ tenantId: defaultTenant, ...credentials });
    if (!result.ok) {
      throw result.reason === 'locked'
        ? new Refusal('TOO_MANY_ATTEMPTS', {
            params: { count: result.retryAfterSeconds },
            retryAfter: result.retryAfterSeconds,
          })
        : new Refusal('WRONG_CREDENTIALS');
    }
    const viewer = await this.viewers.of(defaultTenant, result.userId);
    if (!viewer) throw new Refusal('WRONG_CREDENTIALS');
    // People sign in; programs have an account of their own. The demo lets everybody try with curl.
    if (!this.settings.demo && !viewer.abilities.includes('machine-client')) throw new Refusal('FORBIDDEN');
    return viewer;
  }
}

/** Browsers say where a request comes from; what other sites send is refused before any cookie is looked at. */
function refuseForeignPages(request: Request): void {
  if (safeMethods.has(request.method)) return;
  const site = request.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') throw new Refusal('CSRF');
}

function basicCredentials(authorization: string): { username: string; password: string } | undefined {
  const encoded = /^basic\s+([A-Za-z0-9+/=]+)\s*$/i.exec(authorization)?.[1];
  if (!encoded) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 1) return undefined;
  return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}
