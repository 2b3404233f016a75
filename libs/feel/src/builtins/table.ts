import type { FeelFunction } from '../values/function.ts';
import { functionOf } from './define.ts';
import type { Builtin } from './define.ts';

const ALL: readonly Builtin[] = [];

/** Every built-in by its name. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(ALL.map((each) => [each.name, each]));

/** Every built-in as a value. */
export const BUILTIN_FUNCTIONS: ReadonlyMap<string, FeelFunction> = new Map(
  ALL.map((each) => [each.name, functionOf(each)]),
);
