import type { JsonText } from '@iter/engine-core';
import { compileExpression, fromJson, toJson, type VariableSource } from '@iter/feel';
import { parseExactly, stringifyExactly } from '../http/json.ts';

/** A form's expressions are short; more steps than these are a mistake or an attack. */
const maxSteps = 20_000;

/** What the expressions of a form see: the variables of the task, covered by what was filled in. */
export interface FormContext {
  /** The value of an expression (with or without its leading `=`); null where it has none. */
  evaluate(expression: string): unknown;
  /** A filled-in value or a variable at a path, `a.b`. */
  valueAt(path: string): unknown;
}

/** @param now the tenant's now, milliseconds: the only clock of `today()` and `now()` */
export function formContext(
  variables: Readonly<Record<string, JsonText>>,
  data: Readonly<Record<string, unknown>>,
  now: number,
): FormContext {
  const textOf = (name: string): string | undefined => {
    if (Object.hasOwn(data, name)) return stringifyExactly(data[name]);
    return Object.hasOwn(variables, name) ? variables[name] : undefined;
  };
  const source: VariableSource = {
    get(name) {
      const text = textOf(name);
      return text === undefined ? undefined : fromJson(text);
    },
  };
  return {
    evaluate(expression) {
      const compiled = compileExpression(expression.replace(/^\s*=/, ''));
      if (!compiled.ok) return null;
      const result = compiled.expression.evaluate(source, { now, maxSteps });
      return result.ok ? parseExactly(toJson(result.value)) : null;
    },
    valueAt(path) {
      const [head = '', ...rest] = path.split('.');
      const text = textOf(head);
      return rest.reduce(memberOf, text === undefined ? undefined : parseExactly(text));
    },
  };
}

/** A member of an object's own; undefined for anything else. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
