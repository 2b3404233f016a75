import { Buffer } from 'node:buffer';
import { JobRefused } from '@iter/engine-runtime';
import type { HttpRequest } from './http-request.ts';

/** An answer; `body` is exact JSON text, of a string where the answer was no JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const LARGEST_ANSWER = 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request and reads the whole answer, within the time and the size. Redirects are followed on the same
 * origin only: another host was not allowed, and must not get the credentials.
 *
 * @throws Error where nobody answers in time; JobRefused where the answer is of no use however often one asks
 */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(request.timeoutMs);
  let { url, method, body } = request;
  try {
    for (let redirects = 0; ; redirects += 1) {
      const response = await fetch(url, {
        method,
        headers: request.headers,
        redirect: 'manual',
        signal,
        ...(body !== undefined && { body }),
      });
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (location === null) return await answerOf(response);
      await response.body?.cancel();
      url = redirected(url, location, redirects);
      if (response.status === 303 || (method === 'POST' && response.status < 303))
        [method, body] = ['GET', undefined];
    }
  } catch (error) {
    if (error instanceof JobRefused) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    throw new Error(`Expected ${url.origin} to answer, but: ${String(error)}${cause}`, { cause: error });
  }
}

function redirected(url: URL, location: string, redirects: number): URL {
  const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (next?.origin !== url.origin)
    throw new JobRefused(`Expected ${url.origin} to answer itself, but it redirects to '${location}'`);
  if (redirects >= MOST_REDIRECTS)
    throw new JobRefused(`Expected at most ${MOST_REDIRECTS} redirects, but ${url.origin} goes on`);
  return next;
}

async function answerOf(response: Response): Promise<HttpAnswer> {
  const text = await textOf(response);
  return {
    status: response.status,
    reason: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: isJson(text) ? text : JSON.stringify(text),
  };
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += (part as Uint8Array).byteLength;
    if (size > LARGEST_ANSWER)
      throw new JobRefused(`Expected an answer of at most ${LARGEST_ANSWER} bytes, but it is longer`);
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts).toString();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
