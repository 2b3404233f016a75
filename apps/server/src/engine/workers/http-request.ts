import { Buffer } from 'node:buffer';
import { JobRefused, type Variables } from '@iter/engine-runtime';
import { z } from 'zod';

/** A call that a service task asks for. */
export interface HttpRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly timeoutMs: number;
}

const LONGEST_SECONDS = 120;
const seconds = z.coerce.number().min(0).max(LONGEST_SECONDS).default(20);
const texts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish();
const authentication = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('noAuth') }),
    z.object({ type: z.literal('basic'), username: z.string(), password: z.string() }),
    z.object({ type: z.literal('bearer'), token: z.string() }),
    z.object({
      type: z.literal('apiKey'),
      apiKeyLocation: z.enum(['headers', 'query']).default('headers'),
      name: z.string(),
      value: z.string(),
    }),
  ])
  .nullish();
const inputs = z.object({
  url: z.url({ protocol: /^https?$/ }),
  method: z
    .string()
    .toUpperCase()
    .pipe(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']))
    .default('GET'),
  headers: texts,
  queryParameters: texts,
  authentication,
  connectionTimeoutInSeconds: seconds,
  readTimeoutInSeconds: seconds,
});
type Inputs = z.output<typeof inputs>;

/** @throws JobRefused for inputs of the wrong kind */
export function readRequest(variables: Variables): HttpRequest {
  const given = Object.fromEntries(
    Object.keys(inputs.shape)
      .filter((name) => Object.hasOwn(variables, name) && variables[name] !== 'null')
      .map((name) => [name, JSON.parse(variables[name] ?? 'null') as unknown]),
  );
  const parsed = inputs.safeParse(given);
  if (!parsed.success)
    throw new JobRefused(`Expected the inputs of a call, but: ${z.prettifyError(parsed.error)}`);
  const { url: address, queryParameters, method } = parsed.data;
  const url = new URL(address);
  for (const [name, value] of Object.entries(queryParameters ?? {}))
    url.searchParams.append(name, String(value));
  const headers = headersOf(parsed.data, url);
  const body = method === 'GET' ? undefined : bodyOf(variables['body'], headers);
  const timeoutMs = (parsed.data.connectionTimeoutInSeconds + parsed.data.readTimeoutInSeconds) * 1000;
  return { url, method, headers, body, timeoutMs };
}

function headersOf({ headers: given, authentication: by }: Inputs, url: URL): Headers {
  const headers = new Headers();
  try {
    for (const [name, value] of Object.entries(given ?? {})) headers.set(name, String(value));
  } catch (error) {
    throw new JobRefused(`Expected headers of HTTP, but: ${String(error)}`);
  }
  if (by?.type === 'basic')
    headers.set('authorization', `Basic ${Buffer.from(`${by.username}:${by.password}`).toString('base64')}`);
  if (by?.type === 'bearer') headers.set('authorization', `Bearer ${by.token}`);
  if (by?.type === 'apiKey' && by.apiKeyLocation === 'headers') headers.set(by.name, by.value);
  if (by?.type === 'apiKey' && by.apiKeyLocation === 'query') url.searchParams.append(by.name, by.value);
  return headers;
}

/** A text as it is; anything else as the JSON it is, to the letter; a form where the content type says so. */
function bodyOf(json: string | undefined, headers: Headers): string | undefined {
  if (json === undefined || json === 'null') return undefined;
  const value: unknown = JSON.parse(json);
  const type = headers.get('content-type');
  if (type?.startsWith('application/x-www-form-urlencoded') && typeof value === 'object') {
    const form = new URLSearchParams();
    for (const [name, part] of Object.entries(value ?? {})) form.append(name, String(part));
    return form.toString();
  }
  if (type === null) headers.set('content-type', 'application/json');
  return typeof value === 'string' ? value : json;
}
