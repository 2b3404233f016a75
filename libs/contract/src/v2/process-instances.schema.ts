import { z } from 'zod';
import {
  dateTimeFilter,
  enumFilter,
  integerFilter,
  keyFilter,
  searchQuery,
  searchResult,
  stringFilter,
  variableValueFilter,
} from './search.schema.ts';
import {
  businessId,
  dateTime,
  elementId,
  key,
  operationReference,
  processDefinitionId,
  tagSet,
  tenantId,
  variables,
} from './values.schema.ts';

const creationCommon = {
  processDefinitionVersion: z.int().default(-1).describe('-1 means the latest.'),
  variables: variables.optional(),
  tenantId: tenantId.optional(),
  operationReference: operationReference.optional(),
  startInstructions: z
    .array(z.object({ elementId }))
    .optional()
    .describe('Elements to begin at, in place of the start event.'),
  runtimeInstructions: z
    .array(z.object({ type: z.literal('TERMINATE_PROCESS_INSTANCE'), afterElementId: elementId }))
    .optional(),
  awaitCompletion: z.boolean().default(false).describe('Answer when the instance has ended.'),
  fetchVariables: z.array(z.string()).optional().describe('Which variables to answer; all unless told.'),
  requestTimeout: z.int().default(0).describe('Milliseconds to wait with awaitCompletion.'),
  tags: tagSet.optional(),
  businessId: businessId.optional(),
};

export const createProcessInstanceRequest = z
  .union([
    z.strictObject({ processDefinitionKey: key, ...creationCommon }),
    z.strictObject({ processDefinitionId, ...creationCommon }),
  ])
  .describe('Which process to start, and with what.');
export type CreateProcessInstanceRequest = z.output<typeof createProcessInstanceRequest>;

export const createProcessInstanceResult = z.object({
  processDefinitionId,
  processDefinitionVersion: z.int(),
  tenantId,
  variables: variables.describe('Empty unless the caller waited for the end.'),
  processDefinitionKey: key,
  processInstanceKey: key,
  tags: tagSet,
  businessId: businessId.nullable(),
});
export type CreateProcessInstanceResult = z.output<typeof createProcessInstanceResult>;

export const processInstanceState = z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']);
export type ProcessInstanceState = z.output<typeof processInstanceState>;

export const processInstanceResult = z
  .object({
    processDefinitionId,
    processDefinitionName: z.string().nullable(),
    processDefinitionVersion: z.int(),
    processDefinitionVersionTag: z.string().nullable(),
    startDate: dateTime,
    endDate: dateTime.nullable(),
    state: processInstanceState,
    hasIncident: z.boolean(),
    tenantId,
    processInstanceKey: key,
    processDefinitionKey: key,
    parentProcessInstanceKey: key.nullable(),
    parentElementInstanceKey: key.nullable(),
    rootProcessInstanceKey: key.nullable(),
    tags: tagSet,
    businessId: businessId.nullable(),
  })
  .describe('A process instance.');
export type ProcessInstanceResult = z.output<typeof processInstanceResult>;

const elementInstanceState = z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']);

/** Filter fields that the statistics of a definition share with the search of instances. */
const baseFilterFields = {
  startDate: dateTimeFilter.optional(),
  endDate: dateTimeFilter.optional(),
  state: enumFilter(processInstanceState).optional(),
  hasIncident: z.boolean().optional(),
  tenantId: stringFilter.optional(),
  variables: z.array(variableValueFilter).optional(),
  processInstanceKey: keyFilter.optional(),
  parentProcessInstanceKey: keyFilter.optional(),
  parentElementInstanceKey: keyFilter.optional(),
  errorMessage: stringFilter.optional(),
  hasRetriesLeft: z.boolean().optional(),
  elementInstanceState: enumFilter(elementInstanceState).optional(),
  elementId: stringFilter.optional(),
  hasElementInstanceIncident: z.boolean().optional(),
  tags: tagSet.optional(),
  businessId: stringFilter.optional(),
};

const instanceFilterFields = {
  ...baseFilterFields,
  processDefinitionId: stringFilter.optional(),
  processDefinitionName: stringFilter.optional(),
  processDefinitionVersion: integerFilter.optional(),
  processDefinitionVersionTag: stringFilter.optional(),
  processDefinitionKey: keyFilter.optional(),
};

export const processInstanceFilter = z.strictObject({
  ...instanceFilterFields,
  $or: z.array(z.strictObject(instanceFilterFields)).optional().describe('At least one of these matches.'),
});
export type ProcessInstanceFilter = z.output<typeof processInstanceFilter>;

export const processInstanceSearch = searchQuery(processInstanceFilter, [
  'processInstanceKey',
  'processDefinitionId',
  'processDefinitionName',
  'processDefinitionVersion',
  'processDefinitionVersionTag',
  'processDefinitionKey',
  'parentProcessInstanceKey',
  'parentElementInstanceKey',
  'startDate',
  'endDate',
  'state',
  'hasIncident',
  'tenantId',
  'businessId',
]);
export type ProcessInstanceSearch = z.output<typeof processInstanceSearch>;
export const processInstanceSearchResult = searchResult(processInstanceResult);

export const definitionStatisticsRequest = z.strictObject({
  filter: z
    .strictObject({ ...baseFilterFields, $or: z.array(z.strictObject(baseFilterFields)).optional() })
    .optional(),
});

export const callHierarchy = z.array(
  z.object({ processInstanceKey: key, processDefinitionKey: key, processDefinitionName: z.string() }),
);

export const sequenceFlowsResult = z
  .object({
    items: z.array(
      z.object({
        sequenceFlowId: z.string(),
        processInstanceKey: key,
        rootProcessInstanceKey: key.nullable(),
        processDefinitionKey: key,
        processDefinitionId,
        elementId,
        tenantId,
      }),
    ),
  })
  .describe('Sequence flows that the instance has taken.');

const ancestorKey = key.describe('Instance of the scope; -1: the only active one.');
const variableInstructions = z
  .array(
    z.strictObject({
      variables,
      scopeId: z.string().optional().describe('Element of whose scope; of the process where it is missing.'),
    }),
  )
  .optional();

const sourceElement = z.union([
  z.strictObject({ sourceType: z.literal('byId'), sourceElementId: elementId }),
  z.strictObject({ sourceType: z.literal('byKey'), sourceElementInstanceKey: key }),
]);
const ancestorScope = z.union([
  z.strictObject({ ancestorScopeType: z.literal('direct'), ancestorElementInstanceKey: ancestorKey }),
  z.strictObject({ ancestorScopeType: z.literal('inferred') }),
  z.strictObject({ ancestorScopeType: z.literal('sourceParent') }),
]);

export const modificationInstruction = z
  .strictObject({
    operationReference: operationReference.optional(),
    activateInstructions: z
      .array(
        z.strictObject({
          elementId,
          variableInstructions,
          ancestorElementInstanceKey: ancestorKey.optional(),
        }),
      )
      .optional(),
    moveInstructions: z
      .array(
        z.strictObject({
          sourceElementInstruction: sourceElement,
          targetElementId: elementId,
          ancestorScopeInstruction: ancestorScope.optional(),
          variableInstructions,
        }),
      )
      .optional(),
    terminateInstructions: z
      .array(z.union([z.strictObject({ elementInstanceKey: key }), z.strictObject({ elementId })]))
      .optional(),
  })
  .describe('Elements to activate, to move and to terminate; all of it or nothing.');
export type ModificationInstruction = z.output<typeof modificationInstruction>;

export const migrationInstruction = z
  .strictObject({
    targetProcessDefinitionKey: key,
    mappingInstructions: z
      .array(z.strictObject({ sourceElementId: elementId, targetElementId: elementId }))
      .describe('What becomes what; elements that are not named keep their id.'),
    operationReference: operationReference.optional(),
  })
  .describe('The version of a process with which an instance goes on.');
export type MigrationInstruction = z.output<typeof migrationInstruction>;

export const cancellationRequest = z
  .object({ operationReference: operationReference.optional() })
  .nullable()
  .describe('May be left out.');
