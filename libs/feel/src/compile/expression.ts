import { BUILTIN_FUNCTIONS } from '../builtins/table.ts';
import { FeelAbort, Run } from '../run.ts';
import type { FeelFailure, FeelLimits, FeelWarning, VariableSource } from '../run.ts';
import { canonicalName, knownNames } from '../syntax/names.ts';
import { parseOnce } from '../syntax/parse-memo.ts';
import { parseUnaryTests } from '../syntax/parser.ts';
import { problemAt, SyntaxFault } from '../syntax/syntax-problem.ts';
import type { FeelProblem } from '../syntax/syntax-problem.ts';
import type { FeelType } from '../types/type.ts';
import type { FeelValue } from '../values/value.ts';
import { siteOf } from './compiler.ts';
import type { Outside } from './compiler.ts';
import { checkSize } from './result-size.ts';
import { Scope, StaticScope } from './scope.ts';
import { compileTests } from './tests.compile.ts';
import { weightOf } from './weight.ts';

export interface CompileOptions {
  /**
   * Variables that are known, with their types where those are known too (null otherwise). Needed only for names
   * that hold blanks, symbols or keywords; any other name is found without it.
   */
  readonly variables?: ReadonlyMap<string, FeelType | null>;
  /** Names of types beyond those of FEEL, for `instance of` and parameters. */
  readonly typeOf?: (name: string) => FeelType | null;
}

export type FeelResult<T extends FeelValue = FeelValue> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly FeelWarning[] }
  | { readonly ok: false; readonly failure: FeelFailure; readonly warnings: readonly FeelWarning[] };

/** An expression that is ready to run, any number of times. It holds no state. */
export interface CompiledExpression {
  readonly source: string;
  /** The variables it may read from outside, without built-ins. */
  readonly dependsOn: readonly string[];
  /** Never throws: what a value cannot be is null with a warning, what breaks a limit is a failure. */
  evaluate(context: VariableSource, limits: FeelLimits): FeelResult;
}

/** Unary tests that are ready to run. */
export interface CompiledUnaryTests {
  readonly source: string;
  readonly dependsOn: readonly string[];
  /** Whether `input` passes; null where that cannot be said (a value that does not compare). */
  evaluate(input: FeelValue, context: VariableSource, limits: FeelLimits): FeelResult<boolean | null>;
}

export type Compilation<Compiled> =
  | { readonly ok: true; readonly expression: Compiled }
  | { readonly ok: false; readonly problems: readonly FeelProblem[] };

/** Compiles a FEEL expression (without the leading `=` of BPMN attributes). */
export function compileExpression(
  source: string,
  options: CompileOptions = {},
): Compilation<CompiledExpression> {
  return guarded(source, () => {
    const outside = outsideOf(options);
    const syntax = parseOnce(source, options);
    const compiled = siteOf(new StaticScope(null), outside).compile(syntax);
    const weight = weightOf(syntax);
    return {
      source,
      dependsOn: [...outside.dependsOn],
      evaluate: (context, limits) =>
        evaluateIn(context, limits, (run) => {
          run.step(weight);
          return compiled(new Scope(run, null, []));
        }),
    };
  });
}

/** Compiles the unary tests of a decision table's cell, where `?` is the value that is tested. */
export function compileUnaryTests(
  source: string,
  options: CompileOptions = {},
): Compilation<CompiledUnaryTests> {
  return guarded(source, () => {
    const outside = outsideOf(options);
    const syntax = parseUnaryTests(
      source,
      knownNames(options.variables ?? new Map()),
      options.typeOf ?? noType,
    );
    const test = compileTests(syntax, siteOf(new StaticScope(null), outside));
    const weight = syntax.tests.reduce((sum, each) => sum + weightOf(each), 1);
    return {
      source,
      dependsOn: [...outside.dependsOn],
      evaluate: (input, context, limits) =>
        evaluateIn(context, limits, (run) => {
          run.step(weight);
          return test(input, new Scope(run, null, []));
        }) as FeelResult<boolean | null>,
    };
  });
}

function noType(): null {
  return null;
}

export function outsideOf(options: CompileOptions): Outside {
  const declared = new Map<string, string>();
  for (const name of options.variables?.keys() ?? []) declared.set(canonicalName(name), name);
  return { declared, builtins: BUILTIN_FUNCTIONS, dependsOn: new Set(), calls: [] };
}

export function guarded<Compiled>(source: string, compile: () => Compiled): Compilation<Compiled> {
  try {
    return { ok: true, expression: compile() };
  } catch (error) {
    if (error instanceof SyntaxFault) return { ok: false, problems: [problemAt(source, error)] };
    if (error instanceof RangeError) {
      const fault = new SyntaxFault('TOO_DEEP', 0, 'Expected expressions that nest less deeply.');
      return { ok: false, problems: [problemAt(source, fault)] };
    }
    throw error;
  }
}

/** The border of an evaluation: nothing is thrown beyond it. */
export function evaluateIn(
  variables: VariableSource,
  limits: FeelLimits,
  evaluate: (run: Run) => FeelValue,
): FeelResult {
  const run = new Run(variables, limits);
  try {
    const value = evaluate(run);
    if (typeof value === 'object' && value !== null) checkSize(value, run);
    return { ok: true, value, warnings: run.warnings };
  } catch (error) {
    return { ok: false, failure: failureOf(error), warnings: run.warnings };
  }
}

function failureOf(error: unknown): FeelFailure {
  if (error instanceof FeelAbort) return { code: error.code, message: error.message };
  if (error instanceof RangeError) {
    return { code: 'DEPTH_LIMIT', message: 'Expected an evaluation that nests less deeply.' };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'INTERNAL', message: `Expected the evaluation to end, but it broke: ${message}` };
}
