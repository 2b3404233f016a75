import { typeToString } from '../types/type.ts';
import type { Origin } from './define.ts';
import { BUILTINS } from './table.ts';

/** A built-in as an editor or a check shows it. */
export interface FunctionInfo {
  readonly name: string;
  /** The names of the parameters for each way to call it; `?` after what may be left out, `…` after a row. */
  readonly signatures: readonly (readonly string[])[];
  /** The type of the result in FEEL; `Any` where it depends on the arguments. */
  readonly result: string;
  /** Where it is known: what Camunda 8.9 lacks is not portable. */
  readonly origin: Origin;
}

/** All built-ins, by name. */
export const FUNCTIONS: readonly FunctionInfo[] = [...BUILTINS.values()]
  .map(({ name, overloads, result, origin }) => ({
    name,
    signatures: overloads.map(({ parameters }) =>
      parameters.map((each) => `${each.name}${each.variadic ? '…' : each.optional ? '?' : ''}`),
    ),
    result: typeToString(result),
    origin,
  }))
  .sort((left, right) => (left.name < right.name ? -1 : 1));
