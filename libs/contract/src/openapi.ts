import { z } from 'zod';
import { errorCodes, problemDetails } from './errors.ts';
import { type RouteSpec } from './routes/route.ts';
import { routes } from './routes/routes.ts';

type Json = Record<string, unknown>;

export interface OpenApiOptions {
  readonly version: string;
  /** Only routes whose path begins so, for example `/v2`. */
  readonly prefix?: string;
  readonly title?: string;
  readonly description?: string;
}

/**
 * The OpenAPI 3.1 document of the routes, generated from the table that the server validates with, so that
 * it cannot say anything else than what the server does.
 */
export function openApiDocument(options: OpenApiOptions): Json {
  const paths: Record<string, Json> = {};
  for (const [name, spec] of Object.entries<RouteSpec>(routes)) {
    if (!spec.path.startsWith(options.prefix ?? '/')) continue;
    const path = spec.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(name, spec) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: options.title ?? 'Iter',
      version: options.version,
      description: options.description ?? '',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemDetails, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'iter-session' },
        basic: { type: 'http', scheme: 'basic' },
      },
    },
  };
}

function operation(name: string, spec: RouteSpec): Json {
  const parameters = [...parametersOf(spec.params, 'path'), ...parametersOf(spec.query, 'query')];
  return {
    operationId: name,
    tags: [spec.tag],
    summary: spec.summary,
    security: spec.access === 'public' ? [] : [{ session: [] }, { basic: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(spec.body ? { requestBody: requestBody(spec, spec.body) } : {}),
    responses: { [spec.status]: success(spec), ...emptyAnswer(spec), ...refusals(spec) },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: jsonSchema(field as z.ZodType, 'input'),
  }));
}

function requestBody(spec: RouteSpec, body: z.ZodType): Json {
  const type = spec.multipart ? 'multipart/form-data' : 'application/json';
  return { required: !spec.bodyOptional, content: { [type]: { schema: jsonSchema(body, 'input') } } };
}

const answerTypes = {
  json: 'application/json',
  xml: 'text/xml',
  html: 'text/html',
  events: 'text/event-stream',
} as const;

function success(spec: RouteSpec): Json {
  const description = spec.response?.description ?? (spec.status === 204 ? 'Done.' : 'The answer.');
  if (!spec.response || spec.answer === 'none') return { description };
  return {
    description,
    content: { [answerTypes[spec.answer]]: { schema: jsonSchema(spec.response, 'output') } },
  };
}

function emptyAnswer(spec: RouteSpec): Json {
  return spec.mayBeEmpty ? { 204: { description: 'There is none.' } } : {};
}

/** Refusals are told apart by `code`; the codes of a route are listed in its description. */
function refusals(spec: RouteSpec): Json {
  const codes = spec.errors.filter((code) => errorCodes.includes(code));
  return {
    default: {
      description: codes.length > 0 ? `Refused: ${codes.join(', ')}, or a general reason.` : 'Refused.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: target }) => {
      if (zodSchema._zod.def.type === 'custom') Object.assign(target, { type: 'string', format: 'binary' });
    },
  });
  return rest;
}
