import { z } from 'zod';
import { decisionDefinitionId } from './decisions.schema.ts';
import { dateTimeFilter, enumFilter, keyFilter, searchQuery, searchResult } from './search.schema.ts';
import { dateTime, key, tenantId } from './values.schema.ts';

/** A decision of an evaluation: `<decisionEvaluationKey>-<index>`, the index counted from 1. */
export const decisionEvaluationInstanceKey = z
  .string()
  .min(3)
  .max(30)
  .regex(/^[0-9]+-[0-9]+$/, 'Expected `<decisionEvaluationKey>-<index>`.')
  .describe('A decision of an evaluation: `<decisionEvaluationKey>-<index>`.');

export const decisionDefinitionType = z.enum([
  'DECISION_TABLE',
  'LITERAL_EXPRESSION',
  'UNSPECIFIED',
  'UNKNOWN',
]);
export type DecisionDefinitionType = z.output<typeof decisionDefinitionType>;

export const decisionInstanceState = z.enum(['EVALUATED', 'FAILED', 'UNSPECIFIED', 'UNKNOWN']);

export const evaluatedDecisionInput = z.object({
  inputId: z.string(),
  inputName: z.string(),
  inputValue: z.string().describe('JSON text.'),
});
export type EvaluatedDecisionInput = z.output<typeof evaluatedDecisionInput>;

export const matchedDecisionRule = z.object({
  ruleId: z.string(),
  ruleIndex: z.int().describe('Counts from 1.'),
  evaluatedOutputs: z.array(
    z.object({
      outputId: z.string(),
      outputName: z.string(),
      outputValue: z.string().describe('JSON text.'),
      ruleId: z.string().nullable(),
      ruleIndex: z.int().nullable(),
    }),
  ),
});
export type MatchedDecisionRule = z.output<typeof matchedDecisionRule>;

const reasons = {
  evaluatedInputs: z.array(evaluatedDecisionInput),
  matchedRules: z.array(matchedDecisionRule),
};

export const evaluatedDecision = z.object({
  decisionDefinitionId,
  decisionDefinitionName: z.string(),
  decisionDefinitionVersion: z.int(),
  decisionDefinitionType: z.string(),
  output: z.string().describe('JSON text.'),
  tenantId,
  ...reasons,
  decisionDefinitionKey: key,
  decisionEvaluationInstanceKey,
});

export const decisionEvaluationResult = z
  .object({
    decisionDefinitionId,
    decisionDefinitionKey: key,
    decisionDefinitionName: z.string(),
    decisionDefinitionVersion: z.int(),
    decisionEvaluationKey: key,
    decisionInstanceKey: key.describe('The same as decisionEvaluationKey.'),
    decisionRequirementsId: z.string(),
    decisionRequirementsKey: key,
    evaluatedDecisions: z.array(evaluatedDecision),
    failedDecisionDefinitionId: decisionDefinitionId.nullable(),
    failureMessage: z.string().nullable(),
    output: z.string().describe('JSON text; `null` where the evaluation failed.'),
    tenantId,
  })
  .describe('What a decision answered, and how it came about.');
export type DecisionEvaluationResult = z.output<typeof decisionEvaluationResult>;

export const decisionInstanceResult = z
  .object({
    decisionDefinitionId,
    decisionDefinitionKey: key,
    decisionDefinitionName: z.string(),
    decisionDefinitionType,
    decisionDefinitionVersion: z.int(),
    decisionEvaluationInstanceKey,
    decisionEvaluationKey: key,
    elementInstanceKey: key.nullable(),
    evaluationDate: dateTime,
    evaluationFailure: z.string().nullable(),
    processDefinitionKey: key.nullable(),
    processInstanceKey: key.nullable(),
    result: z.string().describe('JSON text.'),
    rootDecisionDefinitionKey: key.describe('The decision that was asked for.'),
    rootProcessInstanceKey: key.nullable(),
    state: decisionInstanceState,
    tenantId,
  })
  .describe('A decision as it was evaluated once.');
export type DecisionInstanceResult = z.output<typeof decisionInstanceResult>;

export const decisionInstanceDetails = decisionInstanceResult
  .extend(reasons)
  .describe('A decision as it was evaluated once, with its inputs and the rules that matched.');
export type DecisionInstanceDetails = z.output<typeof decisionInstanceDetails>;

const instanceKeyFilter = z.union([
  decisionEvaluationInstanceKey,
  z.strictObject({
    $eq: decisionEvaluationInstanceKey.optional(),
    $neq: decisionEvaluationInstanceKey.optional(),
    $exists: z.boolean().optional(),
    $in: z.array(decisionEvaluationInstanceKey).optional(),
    $notIn: z.array(decisionEvaluationInstanceKey).optional(),
  }),
]);

export const decisionInstanceFilter = z.strictObject({
  decisionEvaluationInstanceKey: instanceKeyFilter.optional(),
  state: enumFilter(decisionInstanceState).optional(),
  evaluationFailure: z.string().optional(),
  evaluationDate: dateTimeFilter.optional(),
  decisionDefinitionId: decisionDefinitionId.optional(),
  decisionDefinitionName: z.string().optional(),
  decisionDefinitionVersion: z.int().optional(),
  decisionDefinitionType: decisionDefinitionType.optional(),
  tenantId: tenantId.optional(),
  decisionEvaluationKey: key.optional(),
  processDefinitionKey: key.optional(),
  processInstanceKey: key.optional(),
  decisionDefinitionKey: keyFilter.optional(),
  elementInstanceKey: keyFilter.optional(),
  rootDecisionDefinitionKey: keyFilter.optional(),
  decisionRequirementsKey: keyFilter.optional(),
});

export const decisionInstanceSearch = searchQuery(decisionInstanceFilter, [
  'decisionDefinitionId',
  'decisionDefinitionKey',
  'decisionDefinitionName',
  'decisionDefinitionType',
  'decisionDefinitionVersion',
  'decisionEvaluationInstanceKey',
  'decisionEvaluationKey',
  'elementInstanceKey',
  'evaluationDate',
  'evaluationFailure',
  'processDefinitionKey',
  'processInstanceKey',
  'rootDecisionDefinitionKey',
  'state',
  'tenantId',
]);
export type DecisionInstanceSearch = z.output<typeof decisionInstanceSearch>;
export const decisionInstanceSearchResult = searchResult(decisionInstanceResult);
