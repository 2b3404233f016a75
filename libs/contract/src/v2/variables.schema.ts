import { z } from 'zod';
import { keyFilter, searchQuery, searchResult, stringFilter } from './search.schema.ts';
import { key, tenantId } from './values.schema.ts';

const base = {
  name: z.string(),
  tenantId,
  variableKey: key,
  scopeKey: key.describe('Process instance or element instance that holds it.'),
  processInstanceKey: key,
  rootProcessInstanceKey: key.nullable(),
};

export const variableResult = z
  .object({ ...base, value: z.string().describe('The whole value, as JSON text.') })
  .describe('A variable.');
export type VariableResult = z.output<typeof variableResult>;

export const variableSearchItem = z.object({
  ...base,
  value: z.string().describe('The value as JSON text, cut at 8191 characters unless told.'),
  isTruncated: z.boolean(),
});
export type VariableSearchItem = z.output<typeof variableSearchItem>;

export const variableFilter = z.strictObject({
  name: stringFilter.optional(),
  value: stringFilter.optional().describe('Compared as JSON text.'),
  tenantId: tenantId.optional(),
  isTruncated: z.boolean().optional(),
  variableKey: keyFilter.optional(),
  scopeKey: keyFilter.optional(),
  processInstanceKey: keyFilter.optional(),
});

const sortFields = ['value', 'name', 'tenantId', 'variableKey', 'scopeKey', 'processInstanceKey'] as const;

export const variableSearch = searchQuery(variableFilter, sortFields);
export type VariableSearch = z.output<typeof variableSearch>;
export const variableSearchResult = searchResult(variableSearchItem);

export const userTaskVariableSearch = searchQuery(
  z.strictObject({ name: stringFilter.optional() }),
  sortFields,
);

export const truncateQuery = z.object({
  truncateValues: z.stringbool().default(true).describe('false answers the whole values.'),
});
