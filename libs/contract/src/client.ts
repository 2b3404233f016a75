import { ApiProblem, problemDetails, type ProblemDetails } from './errors.ts';
import { type RouteRequest, type RouteResponse, type RouteSpec } from './routes/route.ts';
import { routes, type RouteName, type Routes } from './routes/routes.ts';
import { xmlText } from './xml-text.ts';

/**
 * Every write within a session repeats the token of the cookie `csrfCookie` in this header. A foreign page
 * can make the browser send cookies, but can neither read them nor set the header.
 */
export const csrfHeader = 'x-iter-csrf';
export const csrfCookie = 'iter-csrf';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** How the client reaches the server. */
interface Connection {
  readonly baseUrl: string;
  readonly fetchImpl: typeof fetch;
  readonly csrfToken: () => string | undefined;
}

type IsOptional<T> = object extends T ? true : false;
type Call<R extends RouteSpec> =
  IsOptional<RouteRequest<R>> extends true
    ? (request?: RouteRequest<R>, options?: CallOptions) => Promise<RouteResponse<R>>
    : (request: RouteRequest<R>, options?: CallOptions) => Promise<RouteResponse<R>>;

/** A method per route that answers JSON, text or nothing; `live` is an EventSource's business. */
export type Client = { readonly [N in Exclude<RouteName, 'live'>]: Call<Routes[N]> };

interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/**
 * A typed client of every route.
 *
 * @param baseUrl origin of the server without a slash at its end; empty in the browser.
 * @param fetchImpl `fetch` or something like it; cookies are sent to the same origin only.
 * @param csrfToken the session's token; read from the cookie unless told.
 * @returns methods that reject with `ApiProblem` where the server refuses, with code `UNAVAILABLE` where
 *   it cannot be reached, and with the `AbortError` where the caller gives up.
 */
export function createClient(
  baseUrl = '',
  fetchImpl: typeof fetch = (input, init) => fetch(input, init),
  csrfToken: () => string | undefined = tokenOfCookie,
): Client {
  const connection: Connection = { baseUrl, fetchImpl, csrfToken };
  const calls = Object.entries(routes)
    .filter(([name]) => name !== 'live')
    .map(([name, spec]) => [
      name,
      (request: AnyRequest = {}, options: CallOptions = {}) => send(connection, spec, request, options),
    ]);
  return Object.fromEntries(calls) as Client;
}

async function send(
  connection: Connection,
  spec: RouteSpec,
  request: AnyRequest,
  options: CallOptions,
): Promise<unknown> {
  const path = routePath(spec, request.params);
  const init = requestInit(connection, spec, request.body, options);
  const url = `${connection.baseUrl}${path}${queryString(request.query)}`;
  const answer = await reach(connection.fetchImpl, url, init, path);
  if (!answer.ok) throw new ApiProblem(await readProblem(answer, path));
  if (answer.status === 204 || spec.answer === 'none') return undefined;
  return spec.answer === 'xml' ? xmlText(await answer.arrayBuffer()) : answer.json();
}

async function reach(
  fetchImpl: typeof fetch,
  url: string,
  init: RequestInit,
  path: string,
): Promise<Response> {
  try {
    return await fetchImpl(url, init);
  } catch (cause) {
    if ((cause as { name?: unknown } | null)?.name === 'AbortError') throw cause;
    throw new ApiProblem(unreadable(503, path, 'UNAVAILABLE', 'The server cannot be reached.'));
  }
}

/** The path of a route with its parameters filled in and escaped. */
export function routePath(
  spec: Pick<RouteSpec, 'path'>,
  params: Readonly<Record<string, string>> = {},
): string {
  return spec.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined)
      throw new Error(`Expected the parameter ${name} of ${spec.path}, but it is missing.`);
    return encodeURIComponent(value);
  });
}

function queryString(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

function tokenOfCookie(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  const cookies = document.cookie.split('; ').map((cookie) => cookie.split('='));
  return cookies.find(([name]) => name === csrfCookie)?.[1];
}

function requestInit(
  { csrfToken }: Connection,
  spec: RouteSpec,
  body: unknown,
  options: CallOptions,
): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json, text/xml' };
  const token = spec.method === 'GET' ? undefined : csrfToken();
  if (token !== undefined) headers[csrfHeader] = token;
  const init: RequestInit = { method: spec.method, headers, credentials: 'same-origin' };
  if (options.signal) init.signal = options.signal;
  if (body === undefined) return init;
  if (spec.multipart) return { ...init, body: formData(body as Record<string, unknown>) };
  headers['content-type'] = 'application/json';
  return { ...init, body: JSON.stringify(body) };
}

function formData(body: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const part of Array.isArray(value) ? value : [value]) appendPart(form, name, part);
  }
  return form;
}

function appendPart(form: FormData, name: string, part: unknown): void {
  if (typeof part === 'object' && part !== null && 'name' in part && 'content' in part) {
    const content = part.content instanceof Blob ? part.content : new Blob([part.content as BlobPart]);
    form.append(name, content, String(part.name));
    return;
  }
  if (typeof part === 'string') form.append(name, part);
}

async function readProblem(answer: Response, path: string): Promise<ProblemDetails> {
  const body: unknown = await answer.json().catch(() => null);
  const parsed = problemDetails.safeParse(body);
  if (parsed.success) return parsed.data;
  const code = answer.status >= 502 && answer.status <= 504 ? 'UNAVAILABLE' : 'INTERNAL';
  return unreadable(
    Math.max(400, answer.status),
    path,
    code,
    `Expected problem details, but the answer has none.`,
  );
}

function unreadable(
  status: number,
  path: string,
  code: 'UNAVAILABLE' | 'INTERNAL',
  detail: string,
): ProblemDetails {
  return { type: 'about:blank', title: code, status, detail, instance: path, code };
}
