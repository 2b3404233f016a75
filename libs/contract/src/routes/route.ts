import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How the answer of a route is written. */
export type Answer = 'json' | 'xml' | 'html' | 'none' | 'events';

/** What a route of the server is, for the server, the client and the document alike. */
export interface RouteSpec {
  readonly method: HttpMethod;
  /** Path with `:name` for its parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** `public` routes answer people who have not signed in. */
  readonly access: 'public' | 'signed-in';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body may be left out altogether. */
  readonly bodyOptional?: boolean;
  /** The body is `multipart/form-data`, each member a part, each file of a list a part of the same name. */
  readonly multipart?: boolean;
  /**
   * Body or answer carry variables: their numbers keep every digit (`1.10`, `12345678901234567890`), which
   * `JSON.parse` would lose.
   */
  readonly exactNumbers?: boolean;
  readonly answer: Answer;
  readonly status: 200 | 201 | 204;
  /** Body of the answer; absent with `none`. */
  readonly response?: z.ZodType;
  /** Answered with 204 in place of `response` where there is nothing to answer. */
  readonly mayBeEmpty?: boolean;
  /** Refusals beyond those that every route has (VALIDATION, UNAUTHENTICATED, FORBIDDEN, INTERNAL …). */
  readonly errors: readonly ErrorCode[];
}

/** Keeps the literal and schema types of a route. */
export function route<const R extends RouteSpec>(spec: R): R {
  return spec;
}

type Filled<T> = [T] extends [never] ? object : T;
type ParamsOf<R> = R extends { params: infer P extends z.ZodObject } ? { params: z.input<P> } : object;
type QueryOf<R> = R extends { query: infer Q extends z.ZodObject } ? { query?: z.input<Q> } : object;
type BodyOf<R> = R extends { body: infer B extends z.ZodType }
  ? R extends { bodyOptional: true }
    ? { body?: z.input<B> }
    : { body: z.input<B> }
  : object;

/** What a caller gives. */
export type RouteRequest<R extends RouteSpec> = Filled<ParamsOf<R> & QueryOf<R> & BodyOf<R>>;

type FullResponse<R> = R extends { response: infer S extends z.ZodType } ? z.output<S> : undefined;

/** What a caller gets. */
export type RouteResponse<R extends RouteSpec> = R extends { mayBeEmpty: true }
  ? FullResponse<R> | undefined
  : FullResponse<R>;

type Parsed<R, K extends string> = R extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined;

/** What the server's method gets, after validation. */
export interface RouteInput<R extends RouteSpec> {
  readonly params: Parsed<R, 'params'>;
  readonly query: Parsed<R, 'query'>;
  readonly body: R extends { bodyOptional: true } ? Parsed<R, 'body'> | undefined : Parsed<R, 'body'>;
}
