import type { z } from 'zod';
import { route } from './route.ts';

/** A search: POST with an optional body, answered with items and page. */
export function search<const P extends string, B extends z.ZodType, R extends z.ZodType>(
  path: P,
  tag: string,
  summary: string,
  body: B,
  response: R,
) {
  return route({
    method: 'POST',
    path,
    tag,
    summary,
    access: 'signed-in',
    body,
    bodyOptional: true,
    answer: 'json',
    status: 200,
    response,
    errors: [],
  });
}
