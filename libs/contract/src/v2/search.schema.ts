import { z } from 'zod';
import { dateTimeInput, key } from './values.schema.ts';

/** Largest page that a search answers. */
export const pageLimit = { fallback: 100, max: 10_000 } as const;

const limit = z.int().gte(1).lte(pageLimit.max).default(pageLimit.fallback);

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .describe('Opaque cursor of an earlier answer.');

/** Page of a search: by offset (`from`) or by cursor (`after` or `before`), never both. */
export const pageRequest = z
  .strictObject({
    from: z.int().gte(0).optional().describe('Items to skip.'),
    limit: limit.describe('Items per page, 100 unless told, at most 10000.'),
    after: cursor.optional(),
    before: cursor.optional(),
  })
  .refine((page) => [page.from, page.after, page.before].filter((part) => part !== undefined).length <= 1, {
    message: 'Expected one of from, after and before, but found several.',
  })
  .describe('Which part of the result.');
export type PageRequest = z.output<typeof pageRequest>;

export const pageResponse = z
  .object({
    totalItems: z.int().describe('Items that match, over all pages.'),
    hasMoreTotalItems: z.boolean().describe('The total is a lower bound.'),
    startCursor: z.string().nullable().describe('Give it as `before` for the page before.'),
    endCursor: z.string().nullable().describe('Give it as `after` for the page after.'),
  })
  .describe('Where this page stands in the result.');
export type PageResponse = z.output<typeof pageResponse>;

export const sortOrder = z.enum(['ASC', 'DESC']);

/** Body of a search: filter, sort, page; everything may be left out. */
export function searchQuery<F extends z.ZodType, S extends readonly [string, ...string[]]>(
  filter: F,
  sortFields: S,
) {
  return z.strictObject({
    filter: filter.optional(),
    sort: z
      .array(z.strictObject({ field: z.enum(sortFields), order: sortOrder.default('ASC') }))
      .optional()
      .describe('Sort fields, the first weighs most.'),
    page: pageRequest.optional(),
  });
}

/** Answer of a search. */
export function searchResult<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item), page: pageResponse });
}

const stringOperators = {
  $eq: z.string().optional(),
  $neq: z.string().optional(),
  $exists: z.boolean().optional(),
  $in: z.array(z.string()).optional(),
  $notIn: z.array(z.string()).optional(),
};

/** Text: equal to, or by operators. `$like` knows `*` (any text) and `?` (one character). */
export const stringFilter = z.union([
  z.string(),
  z.strictObject({ ...stringOperators, $like: z.string().optional() }),
]);
export type StringFilter = z.output<typeof stringFilter>;

export const keyFilter = z.union([
  key,
  z.strictObject({
    $eq: key.optional(),
    $neq: key.optional(),
    $exists: z.boolean().optional(),
    $in: z.array(key).optional(),
    $notIn: z.array(key).optional(),
  }),
]);
export type KeyFilter = z.output<typeof keyFilter>;

export const integerFilter = z.union([
  z.int(),
  z.strictObject({
    $eq: z.int().optional(),
    $neq: z.int().optional(),
    $exists: z.boolean().optional(),
    $gt: z.int().optional(),
    $gte: z.int().optional(),
    $lt: z.int().optional(),
    $lte: z.int().optional(),
    $in: z.array(z.int()).optional(),
  }),
]);
export type IntegerFilter = z.output<typeof integerFilter>;

export const dateTimeFilter = z.union([
  dateTimeInput,
  z.strictObject({
    $eq: dateTimeInput.optional(),
    $neq: dateTimeInput.optional(),
    $exists: z.boolean().optional(),
    $gt: dateTimeInput.optional(),
    $gte: dateTimeInput.optional(),
    $lt: dateTimeInput.optional(),
    $lte: dateTimeInput.optional(),
    $in: z.array(dateTimeInput).optional(),
  }),
]);
export type DateTimeFilter = z.output<typeof dateTimeFilter>;

/** One of a closed set: equal to, or by operators. */
export function enumFilter<E extends z.ZodEnum>(values: E) {
  return z.union([
    values,
    z.strictObject({
      $eq: values.optional(),
      $neq: values.optional(),
      $exists: z.boolean().optional(),
      $in: z.array(values).optional(),
      $notIn: z.array(values).optional(),
      $like: z.string().optional(),
    }),
  ]);
}

/** A variable by name and value; the value is compared as JSON text (`"\"si\""` for the text si). */
export const variableValueFilter = z.strictObject({ name: z.string().min(1), value: stringFilter });
