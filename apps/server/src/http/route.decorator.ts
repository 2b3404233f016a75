import type { RouteResponse, RouteSpec } from '@iter/contract';
import {
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { contextOf, type Call } from './call.ts';
import { bodyLimit } from './limits.ts';
import { readInput } from './read-input.ts';

export const routeMetadata = 'iter:route';

/** XML may be answered as the bytes of a file, which its receiver reads. */
type Answer<R extends RouteSpec> = R['answer'] extends 'xml'
  ? RouteResponse<R> | Uint8Array
  : RouteResponse<R>;
type Handler<R extends RouteSpec> = (call: Call<R>) => Promise<Answer<R>> | Answer<R>;

/**
 * Makes a method answer a route of the contract. Its only parameter is the validated call, its result the
 * answer: both are checked by the compiler against the route, so a controller cannot disagree with the
 * document or the client.
 */
export function Route<R extends RouteSpec>(spec: R) {
  return <H extends Handler<R>>(
    target: object,
    name: string,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const decorators = [
      RequestMapping({ path: spec.path, method: RequestMethod[spec.method] }),
      HttpCode(spec.status),
      SetMetadata(routeMetadata, spec),
      ...(spec.multipart ? [UseInterceptors(AnyFilesInterceptor({ limits: multipartLimits }))] : []),
    ];
    for (const decorate of decorators) decorate(target, name, descriptor as TypedPropertyDescriptor<unknown>);
    ValidatedCall(spec)(target, name, 0);
  };
}

const multipartLimits = { fileSize: bodyLimit, files: 100, fields: 20, fieldSize: 64 * 1024, parts: 120 };

const ValidatedCall = createParamDecorator((spec: RouteSpec, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<Request>();
  const { viewer, locale } = contextOf(request);
  const response = context.switchToHttp().getResponse<Response>();
  return { ...readInput(spec, request, locale), viewer, locale, request, response };
});
