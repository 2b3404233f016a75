import type { RouteSpec } from '@iter/contract';
import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { stringifyExactly } from './json.ts';
import { routeMetadata } from './route.decorator.ts';

const types = {
  json: 'application/json',
  xml: 'text/xml',
  html: 'text/html',
  events: 'text/event-stream',
  none: '',
} as const;

/** Writes a route's answer as the contract says: JSON (digits kept where it has variables), XML or nothing. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const spec = this.reflector.get<RouteSpec | undefined>(routeMetadata, context.getHandler());
    if (!spec) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((value) => written(spec, response, value)));
  }
}

function written(spec: RouteSpec, response: Response, value: unknown): unknown {
  // Answers are about people's work: no cache between may keep them.
  response.setHeader('cache-control', 'no-store');
  if (spec.answer === 'none') return undefined;
  if (value === undefined && spec.mayBeEmpty) {
    response.status(204);
    return undefined;
  }
  response.type(types[spec.answer]);
  // A file goes out as it came, in whatever encoding it says it has.
  if (value instanceof Uint8Array) return new StreamableFile(value, { type: types[spec.answer] });
  if (spec.answer !== 'json') return value;
  return spec.exactNumbers ? stringifyExactly(value) : JSON.stringify(value);
}
