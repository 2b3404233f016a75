import type { Admission } from '../admission.ts';
import { rejected } from '../answers.ts';
import type { EngineParts } from '../assemble.ts';
import type { Answer, DecisionAnswer, DecisionSelector, EvaluateDecision } from '../engine.ts';
import type { DecisionQuery } from '../ports/definition-store.ts';

/** Asks a decision outside of any instance, at the tenant's time and in its zone. */
export function evaluateDecision(
  { decisions, clocks, numbers, zone }: EngineParts,
  admission: Admission,
  { tenantId, decision, variables }: EvaluateDecision,
): Promise<Answer<DecisionAnswer>> {
  return admission.admit(async () => {
    const decide = await decisions.find(tenantId, queryOf(decision));
    if (!decide) {
      const message = `Expected a decision ${JSON.stringify(decision)}, but there is none`;
      return rejected({ code: 'NOT_FOUND', message });
    }
    const evaluatedAt = clocks.now(tenantId);
    const view = {
      get: (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
      all: () => variables,
    };
    const { evaluation } = decide(view, { now: evaluatedAt, zone: zone(tenantId), random: Math.random });
    if (!evaluation) throw new Error('Expected a decision that was found to be evaluated');
    return { ok: true, value: { decisionEvaluationKey: await numbers.key(), evaluatedAt, evaluation } };
  });
}

function queryOf(selector: DecisionSelector): DecisionQuery {
  if ('decisionDefinitionKey' in selector) return { decisionKey: selector.decisionDefinitionKey };
  return { decisionId: selector.decisionDefinitionId, version: 'latest' };
}
