import { z } from 'zod';
import {
  dateTimeFilter,
  enumFilter,
  integerFilter,
  searchQuery,
  searchResult,
  stringFilter,
  variableValueFilter,
} from './search.schema.ts';
import {
  dateTime,
  dateTimeInput,
  elementId,
  key,
  processDefinitionId,
  tagSet,
  tenantId,
  variables,
} from './values.schema.ts';

export const userTaskState = z.enum([
  'CREATING',
  'CREATED',
  'ASSIGNING',
  'UPDATING',
  'COMPLETING',
  'COMPLETED',
  'CANCELING',
  'CANCELED',
  'FAILED',
]);
export type UserTaskState = z.output<typeof userTaskState>;

export const priority = z.int().gte(0).lte(100);

export const userTaskResult = z
  .object({
    name: z.string().nullable(),
    state: userTaskState,
    assignee: z.string().nullable(),
    elementId,
    candidateGroups: z.array(z.string()).describe('`role` or `role@office`.'),
    candidateUsers: z.array(z.string()),
    processDefinitionId,
    creationDate: dateTime,
    completionDate: dateTime.nullable(),
    followUpDate: dateTime.nullable(),
    dueDate: dateTime.nullable(),
    tenantId,
    externalFormReference: z.string().nullable(),
    processDefinitionVersion: z.int(),
    customHeaders: z.record(z.string(), z.string()),
    priority,
    userTaskKey: key,
    elementInstanceKey: key,
    processName: z.string().nullable(),
    processDefinitionKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    formKey: key.nullable(),
    tags: tagSet,
  })
  .describe('A user task.');
export type UserTaskResult = z.output<typeof userTaskResult>;

export const userTaskFilter = z.strictObject({
  state: enumFilter(userTaskState).optional(),
  assignee: stringFilter.optional(),
  priority: integerFilter.optional(),
  elementId: elementId.optional(),
  name: stringFilter.optional(),
  candidateGroup: stringFilter.optional(),
  candidateUser: stringFilter.optional(),
  tenantId: stringFilter.optional(),
  processDefinitionId: processDefinitionId.optional(),
  creationDate: dateTimeFilter.optional(),
  completionDate: dateTimeFilter.optional(),
  followUpDate: dateTimeFilter.optional(),
  dueDate: dateTimeFilter.optional(),
  processInstanceVariables: z.array(variableValueFilter).optional(),
  localVariables: z.array(variableValueFilter).optional(),
  userTaskKey: key.optional(),
  processDefinitionKey: key.optional(),
  processInstanceKey: key.optional(),
  elementInstanceKey: key.optional(),
  tags: tagSet.optional(),
});

export const userTaskSearch = searchQuery(userTaskFilter, [
  'creationDate',
  'completionDate',
  'followUpDate',
  'dueDate',
  'priority',
  'name',
]);
export type UserTaskSearch = z.output<typeof userTaskSearch>;
export const userTaskSearchResult = searchResult(userTaskResult);

export const userTaskCompletion = z.strictObject({
  variables: variables.nullable().optional(),
  action: z.string().nullable().optional().describe('`complete` unless told; listeners see it.'),
});

export const userTaskAssignment = z.strictObject({
  assignee: z.string().min(1).optional().describe('User id; the caller unless told.'),
  allowOverride: z
    .boolean()
    .nullable()
    .optional()
    .describe('Take it from another assignee; true unless told.'),
  action: z.string().nullable().optional(),
});

export const userTaskUpdate = z.strictObject({
  changeset: z
    .strictObject({
      dueDate: z
        .union([dateTimeInput, z.literal('')])
        .nullable()
        .optional()
        .describe('Empty text removes it.'),
      followUpDate: z
        .union([dateTimeInput, z.literal('')])
        .nullable()
        .optional()
        .describe('Empty text removes it.'),
      candidateUsers: z.array(z.string()).nullable().optional(),
      candidateGroups: z.array(z.string()).nullable().optional(),
      priority: priority.nullable().optional(),
    })
    .nullable()
    .optional(),
  action: z.string().nullable().optional(),
});
export type UserTaskUpdate = z.output<typeof userTaskUpdate>;
