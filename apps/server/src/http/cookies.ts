import type { Request, Response } from 'express';

/** A cookie of the request, by name. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

interface CookieOptions {
  /** Scripts cannot read it. */
  readonly httpOnly: boolean;
  /** Absent: it goes when the browser closes. 0 removes it. */
  readonly maxAgeSeconds?: number;
}

/** Sets a cookie of our origin: sent along by links from elsewhere, but not by their forms and scripts. */
export function setCookie(
  request: Request,
  response: Response,
  [name, value]: readonly [string, string],
  { httpOnly, maxAgeSeconds }: CookieOptions,
): void {
  const parts = [`${name}=${value}`, 'Path=/', 'SameSite=Lax'];
  if (httpOnly) parts.push('HttpOnly');
  if (request.secure) parts.push('Secure');
  if (maxAgeSeconds !== undefined) parts.push(`Max-Age=${maxAgeSeconds}`);
  response.append('set-cookie', parts.join('; '));
}
