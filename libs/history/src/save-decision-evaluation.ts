import type { DecisionAnswer } from '@iter/engine-runtime';
import { decisionRows } from './projections/decision-rows.ts';
import type { Reader } from './queries/reader.ts';

/** Keeps what a decision answered outside of any case, as asked by the reader's viewer. */
export async function saveDecisionEvaluation(
  { database, viewer }: Reader,
  { decisionEvaluationKey, evaluatedAt, evaluation }: DecisionAnswer,
): Promise<void> {
  const rows = decisionRows(decisionEvaluationKey, evaluation, {
    tenant_id: viewer.tenantId,
    process_instance_key: null,
    root_key: null,
    process_definition_key: null,
    element_instance_key: null,
    evaluated_at: evaluatedAt,
    evaluated_by: viewer.userId,
  });
  const records = rows.map(({ key, values }, index) => ({
    ...key,
    ...values,
    evaluated_at: new Date(evaluatedAt).toISOString(),
    inputs: evaluation.decisions[index]?.inputs,
    matched_rules: evaluation.decisions[index]?.matchedRules,
  }));
  await database.query(
    `INSERT INTO decision_instance SELECT * FROM json_populate_recordset(NULL::decision_instance, $1::json)`,
    [JSON.stringify(records)],
  );
}
