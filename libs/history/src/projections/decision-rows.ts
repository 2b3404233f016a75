import type { DecisionEvaluation } from '@iter/engine-core';
import type { ColumnValue, KeyPair, Row } from '@iter/engine-runtime';
import { decisionInstanceTable } from './tables.ts';

/** Where and when a decision was asked; no process instance where it was asked over the API. */
interface DecisionContext extends Row {
  readonly tenant_id: string;
  readonly process_instance_key: KeyPair | null;
  readonly root_key: KeyPair | null;
  readonly process_definition_key: string | null;
  readonly element_instance_key: KeyPair | null;
  readonly evaluated_at: number;
  readonly evaluated_by: string | null;
}

/** One row for each decision of an evaluation, in the order they were evaluated; positions count from 1. */
export function decisionRows(
  evaluationKey: ColumnValue,
  evaluation: DecisionEvaluation,
  context: DecisionContext,
): { readonly key: Row; readonly values: Row }[] {
  const asked = evaluation.decisions.at(-1);
  return evaluation.decisions.map((decision, index) => ({
    key: { decision_evaluation_key: evaluationKey, position: index + 1 },
    values: {
      ...context,
      requirements_key: evaluation.requirementsKey,
      root_decision_key: asked?.decisionKey ?? decision.decisionKey,
      decision_key: decision.decisionKey,
      decision_id: decision.decisionId,
      name: decision.name,
      version: decision.version,
      type: decision.kind === 'table' ? 'DECISION_TABLE' : 'LITERAL_EXPRESSION',
      result: decision.output,
      failure: decision.failure ?? null,
      inputs: JSON.stringify(decision.inputs),
      matched_rules: JSON.stringify(decision.matchedRules),
    } satisfies Record<keyof typeof decisionInstanceTable.columns, ColumnValue>,
  }));
}
