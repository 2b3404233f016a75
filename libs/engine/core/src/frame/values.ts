import type { Expression } from '../graph/process-graph.ts';
import { integerIn, itemsIn, NULL, stringIn } from '../json-text.ts';
import type { Key } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { fail } from './incidents.ts';

/** Expressions whose value must have a type; another one is an incident, never coerced. */

interface Asked {
  readonly turn: Turn;
  readonly expression: Expression;
  readonly where: Key | VariableView;
}

/** Tells the incident why as well: which variable or property was not there. */
function wrong({ turn, expression, where }: Asked, expected: string, found: string, what = ''): never {
  if ('fixed' in expression)
    return fail(`Expected ${what}'${expression.fixed}' to be ${expected}, but it is ${found}`);
  const view = typeof where === 'number' ? turn.variables(where) : where;
  const reasons = turn.env.reasons?.(expression, view) ?? [];
  const because = reasons.length === 0 ? '' : ` (${reasons.join(' ')})`;
  return fail(`Expected ${what}'=${expression.source}' to be ${expected}, but it is ${found}${because}`);
}

/** A string, or nothing for null. */
export function optionalText(turn: Turn, expression: Expression | undefined, at: Key): string | undefined {
  if (!expression) return undefined;
  const value = turn.evaluate(expression, at);
  return value === NULL
    ? undefined
    : (stringIn(value) ?? wrong({ turn, expression, where: at }, 'a string', value));
}

/** A string that is not empty. */
export function text(turn: Turn, expression: Expression, at: Key): string {
  const value = optionalText(turn, expression, at);
  return value || wrong({ turn, expression, where: at }, 'a string', value === '' ? 'empty' : 'null');
}

/** A list of strings; a fixed text is cut at its commas. */
export function textList(turn: Turn, expression: Expression | undefined, at: Key): readonly string[] {
  if (!expression) return [];
  if ('fixed' in expression)
    return expression.fixed
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  const value = turn.evaluate(expression, at);
  if (value === NULL) return [];
  const strings = itemsIn(value)?.map(stringIn);
  return strings?.every((item) => item !== undefined)
    ? strings
    : wrong({ turn, expression, where: at }, 'a list of strings', value);
}

/** An integer within bounds; fixed text is read as a number. */
export function integer(
  turn: Turn,
  expression: Expression,
  at: Key,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const value = turn.evaluate(expression, at);
  const number = integerIn((stringIn(value) ?? value) as typeof value);
  return number !== undefined && number >= from && number <= to
    ? number
    : wrong({ turn, expression, where: at }, `an integer from ${from} to ${to}`, value);
}

/** A condition must be true or false; null is neither (SF-7). */
export function truth(turn: Turn, expression: Expression, where: Key | VariableView): boolean {
  const value = turn.evaluate(expression, where);
  return (
    value === 'true' || (value !== 'false' && wrong({ turn, expression, where }, 'true or false', value))
  );
}

/** String or number as the key of a message: numbers as their decimal string (MSG-2). */
export function correlationKey(turn: Turn, expression: Expression | undefined, at: Key): string {
  if (!expression) return '';
  const value = turn.evaluate(expression, at);
  const key = stringIn(value) ?? (/^-?\d/.test(value) ? value : undefined);
  return key ?? wrong({ turn, expression, where: at }, 'a string or a number', value, 'correlation key ');
}
