import { compileExpression, compileUnaryTests, fromJson, toJson } from '../src/index.ts';
import type { FeelLimits, FeelResult, FeelValue } from '../src/index.ts';

/** 21 November 2026, 22:30 at UTC: still the day before midnight there, in Rome as well. */
export const NOW = Date.UTC(2026, 10, 21, 22, 30);

export type Variables = Readonly<Record<string, string>>;

/** Variables from the JSON texts they are stored as. */
export function variables(texts: Variables = {}): ReadonlyMap<string, FeelValue> {
  return new Map(Object.entries(texts).map(([name, text]) => [name, fromJson(text)]));
}

/** Evaluates an expression that must compile. */
export function run(source: string, texts: Variables = {}, limits: Partial<FeelLimits> = {}): FeelResult {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.problems[0]?.message}`);
  return compiled.expression.evaluate(variables(texts), { now: NOW, ...limits });
}

/** The value of an expression as JSON. */
export function json(source: string, texts: Variables = {}, limits: Partial<FeelLimits> = {}): string {
  const result = run(source, texts, limits);
  if (!result.ok) throw new Error(`${source}: ${result.failure.message}`);
  return toJson(result.value);
}

/** Whether an input passes unary tests. */
export function passes(tests: string, input: string, texts: Variables = {}): FeelValue {
  const compiled = compileUnaryTests(tests);
  if (!compiled.ok) throw new Error(`${tests}: ${compiled.problems[0]?.message}`);
  const result = compiled.expression.evaluate(fromJson(input), variables(texts), { now: NOW });
  if (!result.ok) throw new Error(`${tests}: ${result.failure.message}`);
  return result.value;
}
