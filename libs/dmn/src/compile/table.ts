import { compileSyntaxWithin, compileTestListWithin, compileTestsWithin, typed } from '@iter/feel';
import type { Embedded, Evaluate, FeelType, FeelValue, Scope, StaticScope, Test } from '@iter/feel';
import type { DmnInputClause, DmnOutputClause, DmnTable, DmnText } from '../model/dmn-model.ts';
import { literal } from './literal.ts';
import type { BoxedContext } from './literal.ts';
import { reportExpression } from './report.ts';
import { applyHitPolicy } from './hit-policy.ts';
import type { Match } from './hit-policy.ts';

/** The value of an input of a table, as history keeps it. */
export interface EvaluatedInput {
  readonly id: string;
  readonly name: string;
  readonly value: FeelValue;
}

/** A rule that matched, with its outputs. */
export interface MatchedRule {
  readonly id: string;
  /** Counts from 1. */
  readonly index: number;
  readonly outputs: readonly EvaluatedInput[];
}

export interface TableResult {
  readonly value: FeelValue;
  readonly inputs: readonly EvaluatedInput[];
  readonly matchedRules: readonly MatchedRule[];
}

interface CompiledInput {
  readonly clause: DmnInputClause;
  readonly evaluate: Evaluate;
  readonly type: FeelType | null;
  readonly allowed: Test | null;
}

export interface CompiledOutput {
  readonly clause: DmnOutputClause;
  readonly type: FeelType | null;
  /** One test for each allowed value, in the order of their priority. */
  readonly priorities: readonly Test[];
  readonly otherwise: Evaluate | null;
}

interface CompiledRule {
  readonly id: string;
  readonly tests: readonly Test[];
  readonly outputs: readonly Evaluate[];
}

/** Compiles a decision table (DMN 1.5 §8). */
export function compileTable(
  table: DmnTable,
  scope: StaticScope,
  context: BoxedContext,
): (scope: Scope) => TableResult {
  const inputs = table.inputs.map((input) => compileInput(input, scope, context));
  const outputs = table.outputs.map((output) => compileOutput(output, scope, context));
  const rules = table.rules.map((rule) => ({
    id: rule.id,
    tests: rule.inputs.slice(0, inputs.length).map((entry) => compileEntry(entry, scope, context)),
    outputs: outputs.map((_, index) => compileText(rule.outputs[index] ?? null, scope, context)),
  }));
  return (at) => evaluate(table, inputs, outputs, rules, at);
}

function evaluate(
  table: DmnTable,
  inputs: readonly CompiledInput[],
  outputs: readonly CompiledOutput[],
  rules: readonly CompiledRule[],
  scope: Scope,
): TableResult {
  const values = inputs.map(({ evaluate, type }) => typed(evaluate(scope), type, scope.run));
  const evaluatedInputs = inputs.map(({ clause }, index) => ({
    id: clause.id,
    name: clause.label || clause.expression.text.trim(),
    value: values[index] ?? null,
  }));
  const refused = inputs.find(({ allowed }, index) => !isAllowed(allowed, values[index] ?? null, scope));
  if (refused !== undefined) {
    const message = `Expected one of the values that input ${refused.clause.expression.text.trim()} allows.`;
    return { value: scope.run.warn('INVALID_TYPE', message), inputs: evaluatedInputs, matchedRules: [] };
  }
  const matches: Match[] = [];
  for (const [index, rule] of rules.entries()) {
    scope.run.step(1);
    if (!rule.tests.every((test, column) => test(values[column] ?? null, scope) === true)) continue;
    matches.push(matchOf(rule, index, outputs, scope));
    if (table.hitPolicy === 'FIRST') break;
  }
  const { value, kept } = applyHitPolicy(table, outputs, matches, scope);
  return { value, inputs: evaluatedInputs, matchedRules: kept.map((match) => match.rule) };
}

function isAllowed(allowed: Test | null, value: FeelValue, scope: Scope): boolean {
  return allowed === null || value === null || allowed(value, scope) === true;
}

function matchOf(rule: CompiledRule, index: number, outputs: readonly CompiledOutput[], scope: Scope): Match {
  const values = outputs.map(({ type }, column) => {
    const entry = rule.outputs[column];
    return entry === undefined ? null : typed(entry(scope), type, scope.run);
  });
  const named = outputs.map(({ clause }, column) => ({
    id: clause.id,
    name: clause.name || clause.label,
    value: values[column] ?? null,
  }));
  return { values, rule: { id: rule.id, index: index + 1, outputs: named } };
}

function compileInput(clause: DmnInputClause, scope: StaticScope, context: BoxedContext): CompiledInput {
  return {
    clause,
    evaluate: compileText(clause.expression, scope, context),
    type: context.types.ofReference(clause.typeRef),
    allowed: clause.allowed === null ? null : compileEntry(clause.allowed, scope, context),
  };
}

function compileOutput(clause: DmnOutputClause, scope: StaticScope, context: BoxedContext): CompiledOutput {
  const { allowed, defaultEntry } = clause;
  const tests = allowed === null ? null : compileTestListWithin(allowed.text, scope, context.types.find);
  return {
    clause,
    type: context.types.ofReference(clause.typeRef),
    priorities: tests === null || allowed === null ? [] : (compiledOr(tests, allowed, context) ?? []),
    otherwise: defaultEntry === null ? null : compileText(defaultEntry, scope, context),
  };
}

/** An empty entry is `-`, as modelers write it. */
function compileEntry(entry: DmnText, scope: StaticScope, context: BoxedContext): Test {
  if (entry.text.trim() === '') return () => true;
  const test = compileTestsWithin(entry.text, scope, context.types.find);
  return compiledOr(test, entry, context) ?? (() => null);
}

function compiledOr<Compiled>(
  result: Embedded<Compiled>,
  text: DmnText,
  context: BoxedContext,
): Compiled | null {
  if (result.ok) return result.compiled;
  reportExpression(context.report, result.problem, text, text.id ?? context.owner);
  return null;
}

function compileText(text: DmnText | null, scope: StaticScope, context: BoxedContext): Evaluate {
  return text === null ? () => null : compileSyntaxWithin(literal(text, context), scope);
}
