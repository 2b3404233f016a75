import type { Run } from '../run.ts';
import { coerce } from '../types/conform.ts';
import type { FeelArguments, FeelParameter } from '../values/function.ts';
import { kindOf } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';

/** The arguments in the order of the parameters, each as its type wants it; null where they do not fit. */
export function bind(
  parameters: readonly FeelParameter[],
  args: FeelArguments,
  run: Run,
): FeelValue[] | null {
  const ordered = args.names === null ? args.values : byName(parameters, args.names, args.values);
  if (ordered === null || ordered.length !== parameters.length) {
    return run.warn(
      'INVALID_ARGUMENT',
      `Expected ${parameters.length} arguments, but got ${describe(args)}.`,
    );
  }
  const values: FeelValue[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const given = ordered[index] as FeelValue;
    const value = parameter.type === null ? given : coerce(given, parameter.type, run);
    if (value === undefined) {
      return run.warn(
        'INVALID_ARGUMENT',
        `Expected \`${parameter.name}\` of its type, but got ${kindOf(given)}.`,
      );
    }
    values.push(value);
  }
  return values;
}

function byName(
  parameters: readonly FeelParameter[],
  names: readonly string[],
  values: readonly FeelValue[],
): FeelValue[] | null {
  if (new Set(names).size !== names.length) return null;
  const ordered: FeelValue[] = [];
  for (const [index, name] of names.entries()) {
    const position = parameters.findIndex((parameter) => parameter.name === name);
    if (position < 0) return null;
    ordered[position] = values[index] as FeelValue;
  }
  return names.length === parameters.length ? ordered : null;
}

function describe(args: FeelArguments): string {
  return args.names === null ? String(args.values.length) : args.names.join(', ');
}
