import { text, type Locale, type RouteSpec, type UploadedFile } from '@iter/contract';
import type { Request } from 'express';
import type { z } from 'zod';
import { invalidFields } from './invalid-fields.ts';
import { parseExactly, withPlainNumbers } from './json.ts';
import { Refusal } from './refusal.ts';

interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Reads and validates what a route takes; every fault is a `Refusal` that names the field. */
export function readInput(spec: RouteSpec, request: Request, locale: Locale): Input {
  return {
    params: validated(locale, spec.params, request.params),
    query: validated(locale, spec.query, request.query),
    body: validated(locale, spec.body, readBody(spec, request)),
  };
}

function validated(locale: Locale, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema || value === absent) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal('VALIDATION', { fields: invalidFields(locale, parsed.error, value) });
}

/** A body that may be left out, and was. */
const absent = Symbol('absent');

function readBody(spec: RouteSpec, request: Request): unknown {
  if (!spec.body) return absent;
  if (spec.multipart) return multipartBody(request);
  const body: unknown = request.body;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (bytes.length === 0 && spec.bodyOptional) return absent;
  if (bytes.length > 0 && !request.is(['application/json', 'application/*+json'])) {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', { params: { expected: 'application/json' } });
  }
  return parseBody(spec, bytes.toString('utf8'));
}

function parseBody(spec: RouteSpec, source: string): unknown {
  if (source.trim() === '') return undefined;
  try {
    return spec.exactNumbers ? plainOutsideVariables(parseExactly(source)) : JSON.parse(source);
  } catch (cause) {
    throw new Refusal('BAD_JSON', { cause });
  }
}

/** Schemas know plain numbers; only the values of variables keep their digits. */
function plainOutsideVariables(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return withPlainNumbers(body);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      name === 'variables' ? value : withPlainNumbers(value),
    ]),
  );
}

interface MulterFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** Files arrive as lists under their part's name, everything else as text. */
function multipartBody(request: Request): unknown {
  if (!request.is('multipart/form-data')) {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', { params: { expected: 'multipart/form-data' } });
  }
  const files = (request as { files?: readonly MulterFile[] }).files ?? [];
  const body: Record<string, unknown> = { ...(request.body as Record<string, unknown> | undefined) };
  for (const file of files) {
    const list = Array.isArray(body[file.fieldname]) ? (body[file.fieldname] as UploadedFile[]) : [];
    body[file.fieldname] = [...list, { name: fileName(file.originalname), content: file.buffer }];
  }
  return body;
}

/** Names come as Latin-1 although browsers send UTF-8; a path in front is nobody's business. */
function fileName(original: string): string {
  const name = Buffer.from(original, 'latin1').toString('utf8');
  return (name.includes('\uFFFD') ? original : name).replace(/^.*[/\\]/, '');
}

/** Says what is missing in the reader's language, for refusals made outside a schema. */
export function requiredField(locale: Locale, field: string): Refusal {
  return new Refusal('VALIDATION', {
    fields: [{ field, rule: 'required', message: text(locale, 'errors:field.required') }],
  });
}
