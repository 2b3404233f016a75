import { z } from 'zod';
import {
  dateTimeFilter,
  enumFilter,
  keyFilter,
  searchQuery,
  searchResult,
  stringFilter,
} from './search.schema.ts';
import {
  dateTime,
  elementId,
  key,
  operationReference,
  processDefinitionId,
  tenantId,
} from './values.schema.ts';

export const incidentErrorType = z.enum([
  'AD_HOC_SUB_PROCESS_NO_RETRIES',
  'CALLED_DECISION_ERROR',
  'CALLED_ELEMENT_ERROR',
  'CONDITION_ERROR',
  'DECISION_EVALUATION_ERROR',
  'EXECUTION_LISTENER_NO_RETRIES',
  'EXTRACT_VALUE_ERROR',
  'FORM_NOT_FOUND',
  'IO_MAPPING_ERROR',
  'JOB_NO_RETRIES',
  'MESSAGE_SIZE_EXCEEDED',
  'RESOURCE_NOT_FOUND',
  'TASK_LISTENER_NO_RETRIES',
  'UNHANDLED_ERROR_EVENT',
  'UNKNOWN',
  'UNSPECIFIED',
]);
export type IncidentErrorType = z.output<typeof incidentErrorType>;

export const incidentState = z.enum(['ACTIVE', 'MIGRATED', 'PENDING', 'RESOLVED', 'UNKNOWN']);
export type IncidentState = z.output<typeof incidentState>;

export const incidentResult = z
  .object({
    processDefinitionId,
    errorType: incidentErrorType,
    errorMessage: z.string(),
    elementId,
    creationTime: dateTime,
    state: incidentState,
    tenantId,
    incidentKey: key,
    processDefinitionKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    elementInstanceKey: key,
    jobKey: key.nullable(),
  })
  .describe('An incident: where an instance cannot go on until somebody acts.');
export type IncidentResult = z.output<typeof incidentResult>;

export const incidentFilter = z.strictObject({
  processDefinitionId: stringFilter.optional(),
  errorType: enumFilter(incidentErrorType).optional(),
  errorMessage: stringFilter.optional(),
  elementId: stringFilter.optional(),
  creationTime: dateTimeFilter.optional(),
  state: enumFilter(incidentState).optional(),
  tenantId: stringFilter.optional(),
  incidentKey: keyFilter.optional(),
  processDefinitionKey: keyFilter.optional(),
  processInstanceKey: keyFilter.optional(),
  elementInstanceKey: keyFilter.optional(),
  jobKey: keyFilter.optional(),
});

export const incidentSearch = searchQuery(incidentFilter, [
  'incidentKey',
  'processDefinitionKey',
  'processDefinitionId',
  'processInstanceKey',
  'errorType',
  'elementId',
  'elementInstanceKey',
  'creationTime',
  'state',
  'jobKey',
  'tenantId',
]);
export type IncidentSearch = z.output<typeof incidentSearch>;
export const incidentSearchResult = searchResult(incidentResult);

export const incidentResolution = z.object({ operationReference: operationReference.optional() });
