import { BUILTIN_FUNCTIONS } from './builtins/table.ts';
import { siteOf } from './compile/compiler.ts';
import type { Outside } from './compile/compiler.ts';
import type { Evaluate, StaticScope } from './compile/scope.ts';
import { compileTests } from './compile/tests.compile.ts';
import type { Test } from './compile/tests.compile.ts';
import { weightOf } from './compile/weight.ts';
import { knownNames } from './syntax/names.ts';
import { parseExpression, parseUnaryTests } from './syntax/parser.ts';
import { problemAt, SyntaxFault } from './syntax/syntax-problem.ts';
import type { FeelProblem } from './syntax/syntax-problem.ts';
import type { Syntax } from './syntax/syntax.ts';
import type { FeelType } from './types/type.ts';

/** What is compiled into a larger whole, such as the boxed expressions of a decision model. */
export type Embedded<Compiled> =
  { readonly ok: true; readonly compiled: Compiled } | { readonly ok: false; readonly problem: FeelProblem };

/** Names of types beyond those of FEEL. */
export type TypeLookup = (name: string) => FeelType | null;

/** Parses an expression that reads the names of a scope of the host. */
export function parseWithin(source: string, scope: StaticScope, typeOf: TypeLookup): Embedded<Syntax> {
  return embedded(source, () => parseExpression(source, knownNames(scope.names()), typeOf));
}

/** Compiles syntax, parsed or made by the host, in a scope of the host. It spends its own steps when it runs. */
export function compileSyntaxWithin(syntax: Syntax, scope: StaticScope): Evaluate {
  const evaluate = siteOf(scope, outside()).compile(syntax);
  const weight = weightOf(syntax);
  return (at) => {
    at.run.step(weight);
    return evaluate(at);
  };
}

/** Compiles unary tests within a scope of the host; the value that is tested is `?`. */
export function compileTestsWithin(source: string, scope: StaticScope, typeOf: TypeLookup): Embedded<Test> {
  return embedded(source, () => {
    const syntax = parseUnaryTests(source, knownNames(scope.names()), typeOf);
    const test = compileTests(syntax, siteOf(scope, outside()));
    const weight = syntax.tests.reduce((sum, each) => sum + weightOf(each), 1);
    return (value, at) => {
      at.run.step(weight);
      return test(value, at);
    };
  });
}

/** Compiles each of several unary tests for itself, to learn which one a value passes. */
export function compileTestListWithin(
  source: string,
  scope: StaticScope,
  typeOf: TypeLookup,
): Embedded<readonly Test[]> {
  return embedded(source, () => {
    const syntax = parseUnaryTests(source, knownNames(scope.names()), typeOf);
    const site = siteOf(scope, outside());
    return syntax.tests.map((test) =>
      compileTests({ wildcard: false, negated: syntax.negated, tests: [test] }, site),
    );
  });
}

function outside(): Outside {
  return { declared: new Map(), builtins: BUILTIN_FUNCTIONS, dependsOn: new Set(), calls: [] };
}

function embedded<Compiled>(source: string, compile: () => Compiled): Embedded<Compiled> {
  try {
    return { ok: true, compiled: compile() };
  } catch (error) {
    if (error instanceof SyntaxFault) return { ok: false, problem: problemAt(source, error) };
    if (error instanceof RangeError) {
      const fault = new SyntaxFault('TOO_DEEP', 0, 'Expected expressions that nest less deeply.');
      return { ok: false, problem: problemAt(source, fault) };
    }
    throw error;
  }
}
