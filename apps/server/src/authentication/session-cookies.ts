import { csrfCookie } from '@iter/contract';
import type { Request, Response } from 'express';
import { setCookie } from '../http/cookies.ts';

export const sessionCookie = 'iter-session';

/** The session's own cookie, hidden from scripts, and its CSRF token, which our pages must read. */
export function setSessionCookies(
  request: Request,
  response: Response,
  session: { readonly token?: string; readonly csrfToken: string },
): void {
  if (session.token !== undefined)
    setCookie(request, response, [sessionCookie, session.token], { httpOnly: true });
  setCookie(request, response, [csrfCookie, session.csrfToken], { httpOnly: false });
}

export function removeSessionCookies(request: Request, response: Response): void {
  setCookie(request, response, [sessionCookie, ''], { httpOnly: true, maxAgeSeconds: 0 });
  setCookie(request, response, [csrfCookie, ''], { httpOnly: false, maxAgeSeconds: 0 });
}
