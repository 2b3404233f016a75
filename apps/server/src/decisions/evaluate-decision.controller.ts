import { routes, type DecisionEvaluationResult } from '@iter/contract';
import type { DecisionAnswer, Engine } from '@iter/engine-runtime';
import { decisionReasons, getDecisionDefinition, saveDecisionEvaluation } from '@iter/history';
import { Controller, Inject } from '@nestjs/common';
import { valueOf } from '../engine/answers.ts';
import { callerOf } from '../engine/caller.ts';
import { toVariables } from '../engine/variables.ts';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { requireOwnTenant } from '../http/own-tenant.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';
import { ENGINE } from '../tokens.ts';

/** Models are seen by everybody of the tenant, and asking one changes no case: whoever is signed in may. */
@Controller()
export class EvaluateDecisionController {
  constructor(
    private readonly readers: Readers,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.evaluateDecision)
  async evaluate({ viewer, body }: Call<typeof routes.evaluateDecision>): Promise<DecisionEvaluationResult> {
    requireOwnTenant(viewer, body.tenantId);
    const reader = this.readers.of(viewer);
    // A key that is none of ours is told here, before the engine asks for it.
    const decision =
      'decisionDefinitionKey' in body
        ? found(await getDecisionDefinition(reader, body.decisionDefinitionKey))
        : { decisionDefinitionId: body.decisionDefinitionId };
    const command = { ...callerOf(viewer), decision, variables: toVariables(body.variables) };
    const answer = valueOf(await this.engine.evaluateDecision(command));
    await saveDecisionEvaluation(reader, answer);
    return resultOf(answer, viewer.tenantId);
  }
}

function resultOf(
  { decisionEvaluationKey, evaluation }: DecisionAnswer,
  tenantId: string,
): DecisionEvaluationResult {
  const { requirementsId, requirementsKey, decisions } = evaluation;
  const asked = decisions.at(-1);
  if (!asked)
    throw new Error(`Expected evaluation ${decisionEvaluationKey} to have a decision, but it has none`);
  return {
    decisionDefinitionId: asked.decisionId,
    decisionDefinitionKey: asked.decisionKey,
    decisionDefinitionName: asked.name,
    decisionDefinitionVersion: asked.version,
    decisionEvaluationKey,
    decisionInstanceKey: decisionEvaluationKey,
    decisionRequirementsId: requirementsId,
    decisionRequirementsKey: requirementsKey,
    evaluatedDecisions: decisions.map((decision, index) => ({
      decisionDefinitionId: decision.decisionId,
      decisionDefinitionKey: decision.decisionKey,
      decisionDefinitionName: decision.name,
      decisionDefinitionVersion: decision.version,
      decisionDefinitionType: decision.kind === 'table' ? 'DECISION_TABLE' : 'LITERAL_EXPRESSION',
      decisionEvaluationInstanceKey: `${decisionEvaluationKey}-${index + 1}`,
      output: decision.output,
      tenantId,
      ...decisionReasons(decision.inputs, decision.matchedRules),
    })),
    failedDecisionDefinitionId: asked.failure === undefined ? null : asked.decisionId,
    failureMessage: asked.failure ?? null,
    output: asked.output,
    tenantId,
  };
}
