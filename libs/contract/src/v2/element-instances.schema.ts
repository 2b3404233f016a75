import { z } from 'zod';
import { dateTimeFilter, enumFilter, searchQuery, searchResult } from './search.schema.ts';
import {
  dateTime,
  elementId,
  key,
  operationReference,
  processDefinitionId,
  tenantId,
  variables,
} from './values.schema.ts';

export const elementInstanceType = z.enum([
  'UNSPECIFIED',
  'PROCESS',
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'START_EVENT',
  'INTERMEDIATE_CATCH_EVENT',
  'INTERMEDIATE_THROW_EVENT',
  'BOUNDARY_EVENT',
  'END_EVENT',
  'SERVICE_TASK',
  'RECEIVE_TASK',
  'USER_TASK',
  'MANUAL_TASK',
  'TASK',
  'EXCLUSIVE_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'PARALLEL_GATEWAY',
  'EVENT_BASED_GATEWAY',
  'SEQUENCE_FLOW',
  'MULTI_INSTANCE_BODY',
  'CALL_ACTIVITY',
  'BUSINESS_RULE_TASK',
  'SCRIPT_TASK',
  'SEND_TASK',
  'UNKNOWN',
]);
export type ElementInstanceType = z.output<typeof elementInstanceType>;

export const elementInstanceState = z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']);

export const elementInstanceResult = z
  .object({
    processDefinitionId,
    startDate: dateTime,
    endDate: dateTime.nullable(),
    elementId,
    elementName: z.string().describe('The identifier where the element has no name.'),
    type: elementInstanceType,
    state: elementInstanceState,
    hasIncident: z.boolean(),
    tenantId,
    elementInstanceKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    processDefinitionKey: key,
    incidentKey: key.nullable(),
  })
  .describe('An element instance.');
export type ElementInstanceResult = z.output<typeof elementInstanceResult>;

export const elementInstanceFilter = z.strictObject({
  processDefinitionId: processDefinitionId.optional(),
  state: enumFilter(elementInstanceState).optional(),
  type: elementInstanceType.optional(),
  elementId: elementId.optional(),
  elementName: z.string().optional(),
  hasIncident: z.boolean().optional(),
  tenantId: tenantId.optional(),
  elementInstanceKey: key.optional(),
  processInstanceKey: key.optional(),
  processDefinitionKey: key.optional(),
  incidentKey: key.optional(),
  startDate: dateTimeFilter.optional(),
  endDate: dateTimeFilter.optional(),
  elementInstanceScopeKey: key.optional().describe('Direct children of this scope.'),
});

export const elementInstanceSearch = searchQuery(elementInstanceFilter, [
  'elementInstanceKey',
  'processInstanceKey',
  'processDefinitionKey',
  'processDefinitionId',
  'startDate',
  'endDate',
  'elementId',
  'elementName',
  'type',
  'state',
  'incidentKey',
  'tenantId',
]);
export type ElementInstanceSearch = z.output<typeof elementInstanceSearch>;
export const elementInstanceSearchResult = searchResult(elementInstanceResult);

export const setVariablesRequest = z.strictObject({
  variables,
  local: z.boolean().default(false).describe('Set here, in place of the nearest scope that has the name.'),
  operationReference: operationReference.optional(),
});
