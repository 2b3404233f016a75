import { conjunction, disjunction } from '../operators/logic.ts';
import { arithmetic, negation } from '../operators/arithmetic.ts';
import { compare } from '../operators/order.ts';
import type { Evaluate } from './scope.ts';
import type { Of, Site } from './site.ts';

const { isSafeInteger } = Number;

export function compileArithmetic(syntax: Of<'arithmetic'>, site: Site): Evaluate {
  const left = site.compile(syntax.left);
  const right = site.compile(syntax.right);
  const { operator } = syntax;
  if (operator === '+' || operator === '-') {
    const sign = operator === '+' ? 1 : -1;
    return (scope) => {
      const a = left(scope);
      const b = right(scope);
      if (typeof a === 'number' && typeof b === 'number') {
        const result = a + sign * b;
        if (isSafeInteger(result)) return result;
      }
      return arithmetic(operator, a, b, scope.run);
    };
  }
  return (scope) => arithmetic(operator, left(scope), right(scope), scope.run);
}

export function compileNegation(syntax: Of<'negation'>, site: Site): Evaluate {
  const operand = site.compile(syntax.operand);
  return (scope) => negation(operand(scope), scope.run);
}

export function compileComparison(syntax: Of<'comparison'>, site: Site): Evaluate {
  const left = site.compile(syntax.left);
  const right = site.compile(syntax.right);
  const { operator } = syntax;
  return (scope) => compare(operator, left(scope), right(scope), scope.run);
}

/** Both ends included (DMN 1.5 table 55). */
export function compileBetween(syntax: Of<'between'>, site: Site): Evaluate {
  const value = site.compile(syntax.value);
  const low = site.compile(syntax.low);
  const high = site.compile(syntax.high);
  return (scope) => {
    const middle = value(scope);
    const above = compare('>=', middle, low(scope), scope.run);
    return conjunction(above, compare('<=', middle, high(scope), scope.run));
  };
}

export function compileAnd(syntax: Of<'and' | 'or'>, site: Site): Evaluate {
  const left = site.compile(syntax.left);
  const right = site.compile(syntax.right);
  return (scope) => {
    const first = left(scope);
    return first === false ? false : conjunction(first, right(scope));
  };
}

export function compileOr(syntax: Of<'and' | 'or'>, site: Site): Evaluate {
  const left = site.compile(syntax.left);
  const right = site.compile(syntax.right);
  return (scope) => {
    const first = left(scope);
    return first === true ? true : disjunction(first, right(scope));
  };
}

/** Anything but true takes the second branch (DMN 1.5 table 49). */
export function compileIf(syntax: Of<'if'>, site: Site): Evaluate {
  const condition = site.compile(syntax.condition);
  const whenTrue = site.compile(syntax.whenTrue);
  const otherwise = site.compile(syntax.otherwise);
  return (scope) => (condition(scope) === true ? whenTrue(scope) : otherwise(scope));
}
