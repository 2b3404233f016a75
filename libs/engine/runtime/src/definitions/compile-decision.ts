import { compileDefinitions, decide } from '@iter/dmn';
import type { JsonText } from '@iter/engine-core';
import { toJson } from '@iter/feel';
import { variableSource } from '../env/expressions.ts';
import type { CompileDecision } from './decisions.ts';

/** Makes a decision of a model that was accepted at its deployment ready to be asked. */
export const compileDecision: CompileDecision = ({ decisionId, decisionKey, content }) => {
  const compilation = compileDefinitions(new TextDecoder().decode(content));
  if (!compilation.ok) throw new Error(`Expected decision ${decisionKey} to compile as when it was deployed`);
  const { definitions } = compilation;
  return (variables, limits) => {
    const result = decide(definitions, decisionId, variableSource(variables), limits);
    if (result.ok) return { ok: true, value: toJson(result.value) as JsonText };
    const message = `${result.failure.message} Decision: '${decisionId}'`;
    return { ok: false, failure: { code: 'DECISION_EVALUATION_ERROR', message } };
  };
};
