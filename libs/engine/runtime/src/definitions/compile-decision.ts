import { decide, type EvaluatedDecision as Evaluated } from '@iter/dmn';
import {
  NULL,
  type Decided,
  type DecisionEvaluation,
  type EvaluatedDecision,
  type JsonText,
  type NamedValue,
} from '@iter/engine-core';
import { toJson, type FeelValue } from '@iter/feel';
import { variableSource } from '../env/expressions.ts';
import type { DecisionRef } from '../ports/definition-store.ts';
import { compileModel } from './compile-model.ts';
import type { CompileDecision } from './decisions.ts';

/** Makes a decision of a model that was accepted at its deployment ready to be asked. */
export const compileDecision: CompileDecision = (ref) => {
  const { decisionId, decisionKey, content, models } = ref;
  const compilation = compileModel(content, models);
  if (!compilation.ok) throw new Error(`Expected decision ${decisionKey} to compile as when it was deployed`);
  const { definitions } = compilation;
  return (variables, limits): Decided => {
    const result = decide(definitions, decisionId, variableSource(variables), limits);
    if (result.ok) {
      const evaluation = evaluationOf(ref, result.evaluated);
      return { ok: true, value: jsonOf(result.value), evaluation };
    }
    const { message } = result.failure;
    return {
      ok: false,
      failure: { code: 'DECISION_EVALUATION_ERROR', message: `${message} Decision: '${decisionId}'` },
      evaluation: evaluationOf(ref, result.evaluated, message),
    };
  };
};

/** What was evaluated, by the keys of the versions; of a failure, the decision that was asked for fails. */
function evaluationOf(
  ref: DecisionRef,
  evaluated: readonly Evaluated[],
  failure?: string,
): DecisionEvaluation {
  const { requirementsKey, requirementsId, decisionKey, decisionId, name, version } = ref;
  const versions = new Map(ref.decisions.map((decision) => [decision.decisionId, decision]));
  const decisions = evaluated.flatMap((decision): EvaluatedDecision[] => {
    const known = versions.get(decision.id);
    if (!known) return [];
    const { name: named, kind } = decision;
    const matchedRules = decision.matchedRules.map((rule) => ({
      ...rule,
      outputs: rule.outputs.map(valueOf),
    }));
    const inputs = decision.inputs.map(valueOf);
    return [{ ...known, name: named, kind, output: jsonOf(decision.value), inputs, matchedRules }];
  });
  if (failure !== undefined) {
    const nothing = { kind: 'expression', output: NULL, inputs: [], matchedRules: [] } as const;
    decisions.push({ decisionKey, decisionId, name, version, ...nothing, failure });
  }
  return { requirementsKey, requirementsId, decisions };
}

function valueOf({ id, name, value }: { id: string; name: string; value: FeelValue }): NamedValue {
  return { id, name, value: jsonOf(value) };
}

function jsonOf(value: FeelValue): JsonText {
  return toJson(value) as JsonText;
}
