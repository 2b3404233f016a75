import type { AnalyzeExpression } from '@iter/engine-compile';
import type { Env, Expression, JsonText, Result, VariableView } from '@iter/engine-core';
import {
  compileExpression,
  fromJson,
  toJson,
  type CompiledExpression,
  type FeelLimits,
  type VariableSource,
} from '@iter/feel';

/** Compiled with the graph they belong to, and gone with it. */
const compiled = new WeakMap<object, CompiledExpression | string>();

/** Checks an expression at deployment. */
export const analyzeExpression: AnalyzeExpression = (source) => {
  const compilation = compileExpression(source);
  return compilation.ok
    ? { ok: true, names: compilation.expression.dependsOn }
    : { ok: false, problem: compilation.problems.map(({ message }) => message).join('; ') };
};

/** FEEL over variables that are JSON text. */
export function evaluateFeel(
  expression: Parameters<Env['evaluate']>[0],
  variables: VariableView,
  limits: FeelLimits,
): Result<JsonText> {
  const ready = compiledOf(expression);
  if (typeof ready === 'string') return failed(`Expected FEEL, but '${expression.source}' is not: ${ready}`);
  const result = ready.evaluate(variableSource(variables), limits);
  if (!result.ok) return failed(`${result.failure.message} Expression: '${expression.source}'`);
  return { ok: true, value: toJson(result.value) as JsonText };
}

/** The warnings of an evaluation, each once: they say what was missing or did not fit. */
export function reasonsOfNull(
  expression: Parameters<Env['evaluate']>[0],
  variables: VariableView,
  limits: FeelLimits,
): readonly string[] {
  const ready = compiledOf(expression);
  if (typeof ready === 'string') return [];
  const { warnings } = ready.evaluate(variableSource(variables), limits);
  return [...new Set(warnings.map(({ message }) => message))].slice(0, MOST_REASONS);
}
const MOST_REASONS = 3;

/** Values are parsed when an expression asks for them, once for each evaluation. */
export function variableSource(variables: VariableView): VariableSource {
  return {
    get(name) {
      const text = variables.get(name);
      return text === undefined ? undefined : fromJson(text);
    },
  };
}

function compiledOf(expression: Extract<Expression, { source: string }>): CompiledExpression | string {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const compilation = compileExpression(expression.source);
  const made = compilation.ok
    ? compilation.expression
    : compilation.problems.map(({ message }) => message).join('; ');
  compiled.set(expression, made);
  return made;
}

function failed(message: string): Result<never> {
  return { ok: false, failure: { code: 'EXTRACT_VALUE_ERROR', message } };
}
