import type { Expression } from '../graph/process-graph.ts';
import { integerIn, itemsIn, NULL, stringIn } from '../json-text.ts';
import type { Failure, FailureCode, Key } from '../state/instance-state.ts';
import type { Result, VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';

/** Expressions whose value must have a type; another one is an incident, never coerced. */

export function failed(
  message: string,
  code: FailureCode = 'EXTRACT_VALUE_ERROR',
): {
  readonly ok: false;
  readonly failure: Failure;
} {
  return { ok: false, failure: { code, message } };
}

function told(expression: Expression): string {
  return 'fixed' in expression ? `'${expression.fixed}'` : `'=${expression.source}'`;
}

/** A string, or nothing for null. */
export function optionalText(
  turn: Turn,
  expression: Expression | undefined,
  scopeKey: Key,
): Result<string | undefined> {
  if (!expression) return { ok: true, value: undefined };
  const result = turn.evaluate(expression, scopeKey);
  if (!result.ok) return result;
  if (result.value === NULL) return { ok: true, value: undefined };
  const value = stringIn(result.value);
  return value === undefined
    ? failed(`Expected ${told(expression)} to be a string, but it is ${result.value}`)
    : { ok: true, value };
}

/** A string that is not empty. */
export function text(turn: Turn, expression: Expression, scopeKey: Key): Result<string> {
  const result = optionalText(turn, expression, scopeKey);
  if (!result.ok) return result;
  return result.value
    ? { ok: true, value: result.value }
    : failed(
        `Expected ${told(expression)} to be a string, but it is ${result.value === '' ? 'empty' : 'null'}`,
      );
}

/** A list of strings; a fixed text is cut at its commas. */
export function textList(
  turn: Turn,
  expression: Expression | undefined,
  scopeKey: Key,
): Result<readonly string[]> {
  if (!expression) return { ok: true, value: [] };
  if ('fixed' in expression) {
    const names = expression.fixed.split(',').map((name) => name.trim());
    return { ok: true, value: names.filter((name) => name !== '') };
  }
  const result = turn.evaluate(expression, scopeKey);
  if (!result.ok) return result;
  if (result.value === NULL) return { ok: true, value: [] };
  const strings = itemsIn(result.value)?.map(stringIn);
  return strings?.every((item) => item !== undefined)
    ? { ok: true, value: strings }
    : failed(`Expected ${told(expression)} to be a list of strings, but it is ${result.value}`);
}

/** An integer within bounds; fixed text is read as a number. */
export function integer(
  turn: Turn,
  expression: Expression,
  scopeKey: Key,
  { from, to }: { readonly from: number; readonly to: number },
): Result<number> {
  const result = turn.evaluate(expression, scopeKey);
  if (!result.ok) return result;
  const value = integerIn((stringIn(result.value) ?? result.value) as typeof result.value);
  return value !== undefined && value >= from && value <= to
    ? { ok: true, value }
    : failed(
        `Expected ${told(expression)} to be an integer from ${from} to ${to}, but it is ${result.value}`,
      );
}

/** A condition must be true or false; null is neither (SF-7). */
export function truth(turn: Turn, expression: Expression, scopeKey: Key): Result<boolean> {
  return truthIn(turn, expression, turn.variables(scopeKey));
}

export function truthIn(turn: Turn, expression: Expression, view: VariableView): Result<boolean> {
  const result = turn.evaluateIn(expression, view);
  if (!result.ok) return result;
  if (result.value === 'true' || result.value === 'false')
    return { ok: true, value: result.value === 'true' };
  return failed(`Expected ${told(expression)} to be true or false, but it is ${result.value}`);
}

/** String or number as the key of a message: numbers as their decimal string (MSG-2). */
export function correlationKey(
  turn: Turn,
  expression: Expression | undefined,
  scopeKey: Key,
): Result<string> {
  if (!expression) return { ok: true, value: '' };
  const result = turn.evaluate(expression, scopeKey);
  if (!result.ok) return result;
  const value = stringIn(result.value) ?? (/^-?\d/.test(result.value) ? result.value : undefined);
  return value === undefined
    ? failed(
        `Expected correlation key ${told(expression)} to be a string or a number, but it is ${result.value}`,
      )
    : { ok: true, value };
}
