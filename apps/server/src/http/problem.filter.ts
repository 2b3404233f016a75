import { randomBytes } from 'node:crypto';
import { text, type Locale, type ProblemDetails } from '@iter/contract';
import { CursorError } from '@iter/history';
import {
  BadRequestException,
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { contextOf } from './call.ts';
import { bodyLimitText } from './limits.ts';
import { Refusal, statusOf } from './refusal.ts';

/** Makes problem details of everything that a request can end with but success. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const refusal = refusalOf(error, request, (reference) => this.report(reference, request, error));
    const problem = problemDetailsOf(refusal, contextOf(request).locale, request.path);
    if (refusal.details.retryAfter !== undefined) {
      response.setHeader('retry-after', String(Math.ceil(refusal.details.retryAfter)));
    }
    if (problem.status === 401) response.setHeader('www-authenticate', challengeFor(request));
    response.status(problem.status).setHeader('cache-control', 'no-store');
    response.type('application/problem+json').send(JSON.stringify(problem));
  }

  private report(reference: string, request: Request, error: unknown): void {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(`${reference} ${request.method} ${request.path}: ${trace}`);
  }
}

/**
 * A program that sent credentials is told how to send better ones. Nobody else is offered Basic: browsers would
 * ask for name and password in a window of their own.
 */
function challengeFor(request: Request): string {
  return request.headers.authorization === undefined
    ? 'Session realm="Iter"'
    : 'Basic realm="Iter", charset="UTF-8"';
}

/** The problem details of a refusal, in the reader's language. */
export function problemDetailsOf(refusal: Refusal, locale: Locale, instance: string): ProblemDetails {
  const { code, details } = refusal;
  const count = details.problems?.length ?? details.fields?.length;
  const params = { ...(count === undefined ? {} : { count }), ...details.params };
  return {
    type: 'about:blank',
    title: text(locale, `errors:${code}.title`, params),
    status: statusOf[code],
    detail: text(locale, `errors:${code}.detail`, params),
    instance,
    code,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(details.fields ? { fields: [...details.fields] } : {}),
    ...(details.problems ? { problems: [...details.problems] } : {}),
  };
}

function refusalOf(error: unknown, request: Request, report: (reference: string) => void): Refusal {
  const { locale } = contextOf(request);
  if (error instanceof Refusal) return error;
  if (error instanceof CursorError) {
    return new Refusal('VALIDATION', {
      fields: [{ field: 'page', rule: 'value', message: text(locale, 'errors:field.value') }],
    });
  }
  const outside = refusalOfStatus(error, request);
  if (outside) return outside;
  if (isDatabaseAway(error)) {
    report('database');
    return new Refusal('UNAVAILABLE', { retryAfter: 5 });
  }
  // A number that people can read out, so that the line in the log is found.
  const reference = randomBytes(4).toString('hex');
  report(reference);
  return new Refusal('INTERNAL', { params: { reference } });
}

/** Errors of the layers below ours carry an HTTP status: the router, the body reader, the multipart reader. */
function refusalOfStatus(error: unknown, request: Request): Refusal | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown }).status;
  if (status === 404) return new Refusal('NO_SUCH_ROUTE', { params: { path: request.path } });
  if (status === 413) return new Refusal('BODY_TOO_LARGE', { params: { limit: bodyLimitText } });
  if (status === 415)
    return new Refusal('UNSUPPORTED_MEDIA_TYPE', { params: { expected: 'application/json' } });
  if (error instanceof BadRequestException && request.is('multipart/form-data')) {
    return new Refusal('BAD_MULTIPART', { params: { reason: error.message } });
  }
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refusal('BAD_JSON');
  return undefined;
}

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
]);

function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (away.has(code) || code.startsWith('08'));
}
