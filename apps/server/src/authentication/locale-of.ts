import { localeOf, locales, type Locale } from '@iter/contract';
import type { Request } from 'express';
import { cookieOf } from '../http/cookies.ts';

/** Readable by the web app, which sets it when the person chooses a language. */
export const localeCookie = 'iter-locale';

/** The language of a request: the one chosen in the web app, else the one the browser or client asks for. */
export function localeOfRequest(request: Request): Locale {
  const chosen = cookieOf(request, localeCookie);
  return locales.find((locale) => locale === chosen) ?? localeOf(request.headers['accept-language']);
}
