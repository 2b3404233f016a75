import type { Locale, RouteInput, RouteSpec } from '@iter/contract';
import type { Viewer } from '@iter/identity';
import type { Request, Response } from 'express';

/** What the guard found out about a request. */
export interface RequestContext {
  /** Undefined on public routes while nobody is signed in. */
  readonly viewer: Viewer | undefined;
  readonly locale: Locale;
}

/** Everything that a route's method gets: validated input and who asks. */
export type Call<R extends RouteSpec> = RouteInput<R> & {
  readonly viewer: R['access'] extends 'public' ? Viewer | undefined : Viewer;
  readonly locale: Locale;
  readonly request: Request;
  readonly response: Response;
};

const contexts = new WeakMap<object, RequestContext>();

export function setContext(request: Request, context: RequestContext): void {
  contexts.set(request, context);
}

/** The context the guard made; Italian and nobody before it ran (a body that is too large, for example). */
export function contextOf(request: Request): RequestContext {
  return contexts.get(request) ?? { viewer: undefined, locale: 'it' };
}
