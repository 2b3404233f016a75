import { checkExpression, compileExpression, compileUnaryTests, toJson } from '../src/index.ts';
import type { FeelLimits, FeelResult } from '../src/index.ts';
import { mutatedExpression, VARIABLES } from './mutated-expression.ts';
import { Slowest } from './slowest.ts';

/** What mutated expressions came to. */
export interface FuzzReport {
  /** The number of the input, the input, and what it broke. */
  readonly broken: readonly (readonly [number, string, unknown])[];
  readonly evaluated: number;
  readonly compiling: Slowest;
  readonly evaluating: Slowest;
}

const LIMITS: FeelLimits = { now: 0, random: () => 0.5 };

/** Compiles, checks and evaluates the expressions numbered from 1; each is found again by its number. */
export function fuzzExpressions(count: number): FuzzReport {
  const broken: [number, string, unknown][] = [];
  const [compiling, evaluating] = [new Slowest(), new Slowest()];
  let evaluated = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const source = mutatedExpression(seed);
    const expression = compiling.run(source, () => compileExpression(source));
    const tests = compileUnaryTests(source);
    if (checkExpression(source).ok !== expression.ok) broken.push([seed, source, 'checked differently']);
    const results = [
      ...(expression.ok
        ? [evaluating.run(source, () => expression.expression.evaluate(VARIABLES, LIMITS))]
        : []),
      ...(tests.ok ? [evaluating.run(source, () => tests.expression.evaluate(5, VARIABLES, LIMITS))] : []),
    ];
    evaluated += results.length;
    for (const result of results) if (!isSound(result)) broken.push([seed, source, result]);
  }
  return { broken, evaluated, compiling, evaluating };
}

function isSound(result: FeelResult): boolean {
  return result.ok ? typeof toJson(result.value) === 'string' : result.failure.code !== 'INTERNAL';
}
