import { equal } from '../operators/equality.ts';
import { compare } from '../operators/order.ts';
import { contains, makeRange } from '../operators/range.ts';
import type { Run } from '../run.ts';
import type { Syntax, UnaryTestsSyntax } from '../syntax/syntax.ts';
import { FeelRange } from '../values/range.ts';
import { isList } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import { disjunction } from '../operators/logic.ts';
import { Scope, StaticScope } from './scope.ts';
import type { Evaluate } from './scope.ts';
import type { Of, Site } from './site.ts';
import { readsInput } from './weight.ts';

/** A test of one value. */
export type Test = (value: FeelValue, scope: Scope) => boolean | null;

export function compileRange(syntax: Of<'range'>, site: Site): Evaluate {
  const start = site.compile(syntax.start);
  const end = site.compile(syntax.end);
  const { startIncluded, endIncluded } = syntax;
  return (scope) => makeRange(start(scope), startIncluded, end(scope), endIncluded, scope.run);
}

/** A unary test as a value is the range of what passes it (DMN 1.5 §10.3.2.7). */
export function compileUnaryTest(syntax: Of<'unary test'>, site: Site): Evaluate {
  const endpoint = site.compile(syntax.endpoint);
  const { operator } = syntax;
  return (scope) => {
    const end = endpoint(scope);
    switch (operator) {
      case '<':
      case '<=':
        return new FeelRange(undefined, false, end, operator === '<=');
      case '>':
      case '>=':
        return new FeelRange(end, operator === '>=', undefined, false);
      case '=':
      case '!=':
        return new FeelRange(end, true, end, true, operator);
    }
  };
}

export function compileIn(syntax: Of<'in'>, site: Site): Evaluate {
  const value = site.compile(syntax.value);
  const test = anyOf(syntax.tests, site);
  return (scope) => test(value(scope), scope);
}

/** Compiles the tests of a cell: the value that is tested is `?`. */
export function compileTests(tests: UnaryTestsSyntax, site: Site): Test {
  if (tests.wildcard) return () => true;
  const test = anyOf(tests.tests, site);
  if (!tests.negated) return test;
  return (value, scope) => {
    const passed = test(value, scope);
    return passed === null ? null : !passed;
  };
}

function anyOf(tests: readonly Syntax[], site: Site): Test {
  const compiled = tests.map((test) => compileTest(test, site));
  const [only] = compiled;
  if (only !== undefined && compiled.length === 1) return only;
  return (value, scope) => {
    let result: boolean | null = false;
    for (const test of compiled) {
      result = disjunction(result, test(value, scope));
      if (result === true) return true;
    }
    return result;
  };
}

function compileTest(test: Syntax, site: Site): Test {
  const inner = new StaticScope(site.scope);
  inner.declare('?');
  const enter = (value: FeelValue, scope: Scope): Scope => new Scope(scope.run, scope, [value]);
  if (test.kind === 'unary test') {
    const endpoint = site.compile(test.endpoint, inner);
    return (value, scope) => compare(test.operator, value, endpoint(enter(value, scope)), scope.run);
  }
  const expression = site.compile(test, inner);
  const own = readsInput(test);
  return (value, scope) => {
    const result = expression(enter(value, scope));
    if (own && typeof result === 'boolean') return result;
    return passes(value, result, scope.run);
  };
}

/** Whether a value passes a test that is given as a value: a range, a list of tests, or what it must equal. */
export function passes(value: FeelValue, test: FeelValue, run: Run): boolean | null {
  if (test instanceof FeelRange && !(value instanceof FeelRange)) return contains(test, value, run);
  if (isList(test)) return passesList(value, test, run);
  if (typeof test === 'boolean' && typeof value !== 'boolean' && value !== null) return test;
  return equal(value, test, run);
}

/** An item that does not compare is one that the value does not pass. */
function passesList(value: FeelValue, tests: readonly FeelValue[], run: Run): boolean {
  run.step(tests.length);
  if (isList(value) && equal(value, tests, run) === true) return true;
  return tests.some((test) => (isList(test) ? equal(value, test, run) : passes(value, test, run)) === true);
}
