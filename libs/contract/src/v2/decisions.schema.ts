import { z } from 'zod';
import { searchQuery, searchResult } from './search.schema.ts';
import { key, tenantId, variables } from './values.schema.ts';

/** Identifier of the decision in the model (`dmn:decision id`). */
export const decisionDefinitionId = z
  .string()
  .min(1)
  .regex(/^[\p{L}_][\p{L}\p{N}_\-.]*$/u)
  .describe('Identifier of the decision in the model (`dmn:decision id`).');

export const decisionDefinitionResult = z
  .object({
    decisionDefinitionId,
    decisionDefinitionKey: key,
    decisionRequirementsId: z.string(),
    decisionRequirementsKey: key,
    decisionRequirementsName: z.string(),
    decisionRequirementsVersion: z.int(),
    name: z.string(),
    tenantId,
    version: z.int(),
  })
  .describe('A version of a decision.');
export type DecisionDefinitionResult = z.output<typeof decisionDefinitionResult>;

export const decisionDefinitionFilter = z.strictObject({
  decisionDefinitionId: decisionDefinitionId.optional(),
  name: z.string().optional(),
  isLatestVersion: z.boolean().optional(),
  version: z.int().optional(),
  decisionRequirementsId: z.string().optional(),
  tenantId: tenantId.optional(),
  decisionDefinitionKey: key.optional(),
  decisionRequirementsKey: key.optional(),
  decisionRequirementsName: z.string().optional(),
  decisionRequirementsVersion: z.int().optional(),
});

export const decisionDefinitionSearch = searchQuery(decisionDefinitionFilter, [
  'decisionDefinitionKey',
  'decisionDefinitionId',
  'name',
  'version',
  'decisionRequirementsId',
  'decisionRequirementsKey',
  'decisionRequirementsName',
  'decisionRequirementsVersion',
  'tenantId',
]);
export type DecisionDefinitionSearch = z.output<typeof decisionDefinitionSearch>;
export const decisionDefinitionSearchResult = searchResult(decisionDefinitionResult);

export const decisionRequirementsResult = z
  .object({
    decisionRequirementsId: z.string(),
    decisionRequirementsKey: key,
    decisionRequirementsName: z.string(),
    resourceName: z.string().describe('File name given at the deployment.'),
    tenantId,
    version: z.int(),
  })
  .describe('A version of a decision model.');
export type DecisionRequirementsResult = z.output<typeof decisionRequirementsResult>;

export const decisionRequirementsFilter = z.strictObject({
  decisionRequirementsName: z.string().optional(),
  decisionRequirementsId: z.string().optional(),
  decisionRequirementsKey: key.optional(),
  version: z.int().optional(),
  tenantId: tenantId.optional(),
  resourceName: z.string().optional(),
});

export const decisionRequirementsSearch = searchQuery(decisionRequirementsFilter, [
  'decisionRequirementsKey',
  'decisionRequirementsName',
  'version',
  'decisionRequirementsId',
  'tenantId',
]);
export type DecisionRequirementsSearch = z.output<typeof decisionRequirementsSearch>;
export const decisionRequirementsSearchResult = searchResult(decisionRequirementsResult);

const evaluationCommon = { variables: variables.optional(), tenantId: tenantId.optional() };

export const decisionEvaluationRequest = z
  .union([
    z.strictObject({ decisionDefinitionKey: key, ...evaluationCommon }),
    z.strictObject({ decisionDefinitionId, ...evaluationCommon }),
  ])
  .describe('Which decision to ask, by its key or the latest version of its id, and with what.');
export type DecisionEvaluationRequest = z.output<typeof decisionEvaluationRequest>;
