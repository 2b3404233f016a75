import type { Run } from '../run.ts';
import {
  ANY,
  ANY_CONTEXT,
  ANY_LIST,
  ANY_RANGE,
  DATE,
  DATE_TIME,
  DAYS_DURATION,
  MONTHS_DURATION,
  NUMBER,
  STRING,
  TIME,
} from '../types/type.ts';
import type { FeelType } from '../types/type.ts';
import { coerce, isInstance } from '../types/conform.ts';
import type { FeelDate } from '../values/date.ts';
import type { FeelDateTime } from '../values/date-time.ts';
import type { FeelDaysDuration, FeelMonthsDuration } from '../values/duration.ts';
import { FeelFunction } from '../values/function.ts';
import type { FeelArguments } from '../values/function.ts';
import type { FeelNumber } from '../values/number.ts';
import type { FeelRange } from '../values/range.ts';
import type { FeelTime } from '../values/time.ts';
import { kindOf } from '../values/value.ts';
import type { FeelContext, FeelList, FeelValue } from '../values/value.ts';

/** Where a function is known: in the standard, in Camunda 8.9, or here only. */
export type Origin = 'standard and camunda' | 'standard' | 'camunda' | 'iter';

/** A parameter of a built-in that takes values of the TypeScript type `T`. */
export interface Parameter<T> {
  readonly name: string;
  /** Other names by which it may be given. */
  readonly aliases: readonly string[];
  /** The types it takes, the first that fits; `null` among them means that null is a value like others. */
  readonly types: readonly (FeelType | null)[];
  readonly optional: boolean;
  /** Takes all further positional arguments as one list. */
  readonly variadic: boolean;
  /** Never set: it carries the TypeScript type. */
  readonly carries?: T | undefined;
}

type Carried<P> = P extends Parameter<infer T> ? T : never;
type Values<P extends readonly Parameter<unknown>[]> = { readonly [I in keyof P]: Carried<P[I]> };

/** One way to call a built-in. */
export interface Overload {
  readonly parameters: readonly Parameter<unknown>[];
  readonly body: (run: Run, args: readonly FeelValue[]) => FeelValue;
}

export interface Builtin {
  readonly name: string;
  readonly origin: Origin;
  readonly overloads: readonly Overload[];
  /** The type of what it gives, where it is always the same. */
  readonly result: FeelType;
}

function parameter<T>(
  types: readonly (FeelType | null)[],
): (name: string, ...aliases: string[]) => Parameter<T> {
  return (name, ...aliases) => ({ name, aliases, types, optional: false, variadic: false });
}

const FUNCTION: FeelType = { kind: 'function', parameters: [], result: ANY };

export const text = parameter<string>([STRING]);
export const number = parameter<FeelNumber>([NUMBER]);
export const list = parameter<FeelList>([ANY_LIST]);
export const context = parameter<FeelContext>([ANY_CONTEXT]);
export const range = parameter<FeelRange>([ANY_RANGE]);
export const date = parameter<FeelDate>([DATE]);
export const time = parameter<FeelTime>([TIME]);
export const dateTime = parameter<FeelDateTime>([DATE_TIME]);
export const dateOrDateTime = parameter<FeelDate | FeelDateTime>([DATE, DATE_TIME]);
export const daysDuration = parameter<FeelDaysDuration>([DAYS_DURATION]);
export const monthsDuration = parameter<FeelMonthsDuration>([MONTHS_DURATION]);
export const callable = parameter<FeelFunction>([FUNCTION]);
/** Any value, null included. */
export const any = parameter<FeelValue>([ANY, null]);
/** Any value but null. */
export const present = parameter<NonNullable<FeelValue>>([ANY]);

/** A parameter that may be left out; it is then `undefined`. */
export function optional<T>(required: Parameter<T>): Parameter<T | undefined> {
  return { ...required, optional: true, carries: undefined };
}

/** A parameter that takes null too. */
export function nullable<T>(required: Parameter<T>): Parameter<T | null> {
  return { ...required, types: [...required.types, null], carries: undefined };
}

/** A last parameter that takes all further positional arguments. */
export function variadic<T>(required: Parameter<T>): Parameter<readonly T[]> {
  return { ...required, variadic: true, carries: undefined };
}

/** One way to call a built-in; its body is called with values of the parameters' types only. */
export function overload<P extends readonly Parameter<unknown>[]>(
  parameters: readonly [...P],
  body: (run: Run, ...args: Values<P>) => FeelValue,
): Overload {
  return { parameters, body: (run, args) => body(run, ...(args as unknown as Values<P>)) };
}

export function builtin(name: string, origin: Origin, result: FeelType, ...overloads: Overload[]): Builtin {
  return { name, origin, overloads, result };
}

/** What calling a built-in costs at least, in steps. */
const CALL_STEPS = 4;

/** The built-in as a value. Arguments that fit no overload give null and a warning. */
export function functionOf(definition: Builtin): FeelFunction {
  const [first] = definition.overloads;
  const parameters = (first?.parameters ?? []).map(({ name, types }) => ({ name, type: types[0] ?? null }));
  return new FeelFunction(
    definition.name,
    parameters,
    (args, run) => invoke(definition, args, run),
    definition.result,
  );
}

function invoke(definition: Builtin, args: FeelArguments, run: Run): FeelValue {
  run.step(CALL_STEPS);
  const candidates = inWrittenOrder(definition.overloads, args.names);
  for (const exact of [true, false]) {
    for (const candidate of candidates) {
      const values = bindTo(candidate.parameters, args, exact, run);
      if (values !== null) return candidate.body(run, values);
    }
  }
  const given = args.values.map(kindOf).join(', ');
  return run.warn(
    'INVALID_ARGUMENT',
    `Expected arguments that \`${definition.name}\` takes, but got (${given}).`,
  );
}

/** `before(range: …, point: …)` and `before(point: …, range: …)` differ by nothing but the order of the names. */
function inWrittenOrder(
  overloads: readonly Overload[],
  names: readonly string[] | null,
): readonly Overload[] {
  const [first] = names ?? [];
  if (first === undefined || overloads.length < 2) return overloads;
  const asWritten = (each: Overload): boolean => each.parameters[0]?.name === first;
  return [...overloads.filter(asWritten), ...overloads.filter((each) => !asWritten(each))];
}

/** The values in the order of the parameters; null where they do not fit. */
function bindTo(
  parameters: readonly Parameter<unknown>[],
  args: FeelArguments,
  exact: boolean,
  run: Run,
): FeelValue[] | null {
  const given =
    args.names === null ? byPosition(parameters, args.values) : byName(parameters, args.names, args.values);
  if (given === null) return null;
  const values: FeelValue[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const raw = given[index];
    const value = raw === undefined ? undefined : fit(parameter, raw, exact, run);
    if (value === undefined && (raw !== undefined || !parameter.optional)) return null;
    values.push(value as FeelValue);
  }
  return values;
}

function byPosition(
  parameters: readonly Parameter<unknown>[],
  values: readonly FeelValue[],
): FeelValue[] | null {
  const last = parameters.at(-1);
  if (last?.variadic === true) {
    const fixed = parameters.length - 1;
    if (values.length <= fixed) return null;
    return [...values.slice(0, fixed), values.slice(fixed)];
  }
  return values.length > parameters.length ? null : [...values];
}

function byName(
  parameters: readonly Parameter<unknown>[],
  names: readonly string[],
  values: readonly FeelValue[],
): (FeelValue | undefined)[] | null {
  if (new Set(names).size !== names.length) return null;
  const given: (FeelValue | undefined)[] = [];
  for (const [index, name] of names.entries()) {
    const position = parameters.findIndex((each) => each.name === name || each.aliases.includes(name));
    if (position < 0 || parameters[position]?.variadic === true) return null;
    given[position] = values[index] as FeelValue;
  }
  return given;
}

function fit(
  parameter: Parameter<unknown>,
  value: FeelValue,
  exact: boolean,
  run: Run,
): FeelValue | undefined {
  if (!parameter.variadic) return fitTypes(parameter.types, value, exact, run);
  const fitted = (value as FeelList).map((item) => fitTypes(parameter.types, item, exact, run));
  return fitted.includes(undefined) ? undefined : (fitted as FeelValue[]);
}

function fitTypes(
  types: readonly (FeelType | null)[],
  value: FeelValue,
  exact: boolean,
  run: Run,
): FeelValue | undefined {
  if (value === null) return types.includes(null) ? null : undefined;
  for (const type of types) {
    if (type === null) continue;
    if (type === FUNCTION ? kindOf(value) === 'function' : isInstance(value, type, run)) return value;
    const converted = exact || type === FUNCTION ? undefined : coerce(value, type, run);
    if (converted !== undefined && converted !== null) return converted;
  }
  return undefined;
}
