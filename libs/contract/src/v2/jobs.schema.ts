import { z } from 'zod';
import {
  dateTimeFilter,
  enumFilter,
  integerFilter,
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
  tagSet,
  tenantId,
  variables,
} from './values.schema.ts';

export const jobKind = z.enum(['BPMN_ELEMENT', 'EXECUTION_LISTENER', 'TASK_LISTENER', 'AD_HOC_SUB_PROCESS']);
export type JobKind = z.output<typeof jobKind>;

export const jobListenerEventType = z.enum([
  'ASSIGNING',
  'CANCELING',
  'COMPLETING',
  'CREATING',
  'END',
  'START',
  'UNSPECIFIED',
  'UPDATING',
]);
export type JobListenerEventType = z.output<typeof jobListenerEventType>;

export const jobState = z.enum([
  'CANCELED',
  'COMPLETED',
  'CREATED',
  'ERROR_THROWN',
  'FAILED',
  'MIGRATED',
  'RETRIES_UPDATED',
  'TIMED_OUT',
]);
export type JobState = z.output<typeof jobState>;

export const jobActivationRequest = z.strictObject({
  type: z.string().min(1).describe('Type of the jobs to take.'),
  worker: z.string().optional().describe('Name of the worker, for the record.'),
  timeout: z.int().gte(1).describe('Milliseconds until another worker may take the job.'),
  maxJobsToActivate: z.int().gte(1),
  fetchVariable: z.array(z.string()).optional().describe('Which variables to answer; all unless told.'),
  requestTimeout: z
    .int()
    .optional()
    .describe('Milliseconds to wait for a job; 0 means the server decides, negative means do not wait.'),
  tenantIds: z.array(tenantId).optional(),
  tenantFilter: z.enum(['PROVIDED', 'ASSIGNED']).optional(),
});

const userTaskProperties = z.object({
  action: z.string(),
  assignee: z.string().nullable(),
  candidateGroups: z.array(z.string()),
  candidateUsers: z.array(z.string()),
  changedAttributes: z.array(z.string()),
  dueDate: z.string().nullable(),
  followUpDate: z.string().nullable(),
  formKey: key.nullable(),
  priority: z.int().gte(0).lte(100).nullable(),
  userTaskKey: key.nullable(),
});

export const activatedJob = z
  .object({
    type: z.string(),
    processDefinitionId,
    processDefinitionVersion: z.int(),
    elementId,
    customHeaders: z.record(z.string(), z.unknown()),
    worker: z.string(),
    retries: z.int(),
    deadline: z.int().describe('Milliseconds since 1970 until the job is this worker’s.'),
    variables,
    tenantId,
    jobKey: key,
    processInstanceKey: key,
    processDefinitionKey: key,
    elementInstanceKey: key,
    kind: jobKind,
    listenerEventType: jobListenerEventType,
    userTask: userTaskProperties.nullable(),
    tags: tagSet,
    rootProcessInstanceKey: key.nullable(),
  })
  .describe('A job that a worker has taken.');
export type ActivatedJob = z.output<typeof activatedJob>;
export const jobActivationResult = z.object({ jobs: z.array(activatedJob) });

const corrections = z
  .object({
    assignee: z.string().nullable().optional(),
    dueDate: z.string().nullable().optional(),
    followUpDate: z.string().nullable().optional(),
    candidateUsers: z.array(z.string()).nullable().optional(),
    candidateGroups: z.array(z.string()).nullable().optional(),
    priority: z.int().gte(0).lte(100).nullable().optional(),
  })
  .nullable();

export const jobCompletionRequest = z.strictObject({
  variables: variables.nullable().optional(),
  result: z
    .discriminatedUnion('type', [
      z.object({
        type: z.literal('userTask'),
        denied: z.boolean().nullable().optional(),
        deniedReason: z.string().nullable().optional(),
        corrections: corrections.optional(),
      }),
      z.object({
        type: z.literal('adHocSubProcess'),
        activateElements: z
          .array(z.object({ elementId, variables: variables.nullable().optional() }))
          .optional(),
        isCompletionConditionFulfilled: z.boolean().optional(),
        isCancelRemainingInstances: z.boolean().optional(),
      }),
    ])
    .optional()
    .describe('Answer of a task listener, or of the worker of an ad-hoc sub-process.'),
});

export const jobFailRequest = z.strictObject({
  retries: z.int().default(0).describe('Attempts left; 0 makes an incident.'),
  errorMessage: z.string().optional(),
  retryBackOff: z.int().gte(0).default(0).describe('Milliseconds to the next attempt.'),
  variables: variables.optional(),
});

export const jobUpdateRequest = z.strictObject({
  changeset: z
    .strictObject({
      retries: z.int().gte(1).nullable().optional().describe('Attempts left.'),
      timeout: z.int().gte(1).nullable().optional().describe('Milliseconds its worker has from now.'),
    })
    .refine(({ retries, timeout }) => retries != null || timeout != null, 'Expected retries or timeout.'),
  operationReference: operationReference.optional(),
});

export const jobErrorRequest = z.strictObject({
  errorCode: z.string(),
  errorMessage: z.string().nullable().optional(),
  variables: variables.nullable().optional(),
});

export const jobResult = z
  .object({
    customHeaders: z.record(z.string(), z.string()),
    deadline: dateTime.nullable(),
    deniedReason: z.string().nullable(),
    elementId: elementId.nullable(),
    elementInstanceKey: key,
    endTime: dateTime.nullable(),
    errorCode: z.string().nullable(),
    errorMessage: z.string().nullable(),
    hasFailedWithRetriesLeft: z.boolean(),
    isDenied: z.boolean().nullable(),
    jobKey: key,
    kind: jobKind,
    listenerEventType: jobListenerEventType,
    processDefinitionId,
    processDefinitionKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    retries: z.int(),
    state: jobState,
    tenantId,
    type: z.string(),
    worker: z.string(),
    creationTime: dateTime.nullable(),
    lastUpdateTime: dateTime.nullable(),
  })
  .describe('A job.');
export type JobResult = z.output<typeof jobResult>;

export const jobFilter = z.strictObject({
  deadline: dateTimeFilter.nullable().optional(),
  deniedReason: stringFilter.optional(),
  elementId: stringFilter.optional(),
  elementInstanceKey: keyFilter.optional(),
  endTime: dateTimeFilter.optional(),
  errorCode: stringFilter.optional(),
  errorMessage: stringFilter.optional(),
  hasFailedWithRetriesLeft: z.boolean().optional(),
  isDenied: z.boolean().nullable().optional(),
  jobKey: keyFilter.optional(),
  kind: enumFilter(jobKind).optional(),
  listenerEventType: enumFilter(jobListenerEventType).optional(),
  processDefinitionId: stringFilter.optional(),
  processDefinitionKey: keyFilter.optional(),
  processInstanceKey: keyFilter.optional(),
  retries: integerFilter.optional(),
  state: enumFilter(jobState).optional(),
  tenantId: stringFilter.optional(),
  type: stringFilter.optional(),
  worker: stringFilter.optional(),
  creationTime: dateTimeFilter.optional(),
  lastUpdateTime: dateTimeFilter.optional(),
});

export const jobSearch = searchQuery(jobFilter, [
  'deadline',
  'deniedReason',
  'elementId',
  'elementInstanceKey',
  'endTime',
  'errorCode',
  'errorMessage',
  'hasFailedWithRetriesLeft',
  'isDenied',
  'jobKey',
  'kind',
  'listenerEventType',
  'processDefinitionId',
  'processDefinitionKey',
  'processInstanceKey',
  'retries',
  'state',
  'tenantId',
  'type',
  'worker',
]);
export type JobSearch = z.output<typeof jobSearch>;
export const jobSearchResult = searchResult(jobResult);
