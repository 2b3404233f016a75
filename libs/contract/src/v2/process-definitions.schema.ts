import { z } from 'zod';
import { searchQuery, searchResult, stringFilter } from './search.schema.ts';
import { elementId, formId, key, processDefinitionId, tenantId } from './values.schema.ts';

export const processDefinitionState = z.enum(['ACTIVE', 'DRAINING', 'DELETED']);

export const processDefinitionResult = z
  .object({
    name: z.string().nullable(),
    resourceName: z.string().describe('File name given at the deployment.'),
    version: z.int(),
    versionTag: z.string().nullable(),
    processDefinitionId,
    tenantId,
    processDefinitionKey: key,
    hasStartForm: z.boolean(),
    state: processDefinitionState,
  })
  .describe('A version of a process.');
export type ProcessDefinitionResult = z.output<typeof processDefinitionResult>;

export const processDefinitionFilter = z.strictObject({
  name: stringFilter.optional(),
  isLatestVersion: z.boolean().optional(),
  resourceName: z.string().optional(),
  version: z.int().optional(),
  versionTag: z.string().optional(),
  processDefinitionId: stringFilter.optional(),
  tenantId: tenantId.optional(),
  processDefinitionKey: key.optional(),
  hasStartForm: z.boolean().optional(),
  state: processDefinitionState.optional(),
});

export const processDefinitionSearch = searchQuery(processDefinitionFilter, [
  'processDefinitionKey',
  'name',
  'resourceName',
  'version',
  'versionTag',
  'processDefinitionId',
  'tenantId',
]);
export type ProcessDefinitionSearch = z.output<typeof processDefinitionSearch>;
export const processDefinitionSearchResult = searchResult(processDefinitionResult);

export const formResult = z
  .object({
    tenantId,
    formId,
    schema: z.string().describe('form-js schema, as JSON text.'),
    version: z.int(),
    formKey: key,
  })
  .describe('A version of a form.');
export type FormResult = z.output<typeof formResult>;

export const elementStatistics = z.object({
  elementId,
  active: z.int(),
  canceled: z.int(),
  incidents: z.int(),
  completed: z.int(),
});
export type ElementStatistics = z.output<typeof elementStatistics>;
export const elementStatisticsResult = z
  .object({ items: z.array(elementStatistics) })
  .describe('Counts per element.');
