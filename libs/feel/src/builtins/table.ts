import type { FeelFunction } from '../values/function.ts';
import { BOOLEAN_BUILTINS } from './boolean.builtins.ts';
import { CONTEXT_BUILTINS } from './context.builtins.ts';
import { CONVERSION_BUILTINS } from './conversion.builtins.ts';
import { functionOf } from './define.ts';
import type { Builtin } from './define.ts';
import { LIST_BUILTINS } from './list.builtins.ts';
import { NUMBER_BUILTINS } from './number.builtins.ts';
import { RANGE_BUILTINS } from './range.builtins.ts';
import { STATISTICS_BUILTINS } from './statistics.builtins.ts';
import { TEMPORAL_BUILTINS } from './temporal.builtins.ts';
import { TEXT_BUILTINS } from './text.builtins.ts';

const ALL: readonly Builtin[] = [
  ...BOOLEAN_BUILTINS,
  ...CONTEXT_BUILTINS,
  ...CONVERSION_BUILTINS,
  ...LIST_BUILTINS,
  ...NUMBER_BUILTINS,
  ...RANGE_BUILTINS,
  ...STATISTICS_BUILTINS,
  ...TEMPORAL_BUILTINS,
  ...TEXT_BUILTINS,
];

/** Every built-in by its name. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(ALL.map((each) => [each.name, each]));

/** Every built-in as a value. */
export const BUILTIN_FUNCTIONS: ReadonlyMap<string, FeelFunction> = new Map(
  ALL.map((each) => [each.name, functionOf(each)]),
);
