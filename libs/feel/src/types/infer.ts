import { BUILTINS } from '../builtins/table.ts';
import { canonicalName } from '../syntax/names.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { parseDuration, parseTemporal } from '../values/temporal-text.ts';
import { ANY, BOOLEAN, DATE, DAYS_DURATION, NULL, NUMBER, STRING } from './type.ts';
import type { FeelType } from './type.ts';

/** Types of the names in scope by their canonical form; null where a name's type is not known. */
type Types = ReadonlyMap<string, FeelType | null>;

type Of<Kind extends Syntax['kind']> = Extract<Syntax, { kind: Kind }>;

/** The type an expression's value has if it has one (it may be null as well); null where that cannot be said. */
export function inferType(syntax: Syntax, types: Types): FeelType | null {
  switch (syntax.kind) {
    case 'null':
      return NULL;
    case 'boolean':
    case 'number':
    case 'string':
      return { kind: syntax.kind };
    case 'at': {
      const value = parseTemporal(syntax.text);
      return value === null ? null : { kind: value.kind };
    }
    case 'comparison':
    case 'between':
    case 'in':
    case 'and':
    case 'or':
    case 'quantified':
    case 'instance of':
      return BOOLEAN;
    case 'name':
      return types.get(canonicalName(syntax.name)) ?? null;
    case 'input':
      return types.get('?') ?? null;
    case 'range':
      return { kind: 'range', of: inferType(syntax.start, types) ?? inferType(syntax.end, types) ?? ANY };
    case 'unary test':
      return { kind: 'range', of: inferType(syntax.endpoint, types) ?? ANY };
    default:
      return inferCompound(syntax, types);
  }
}

function inferCompound(syntax: Syntax, types: Types): FeelType | null {
  switch (syntax.kind) {
    case 'path':
      return entryType(inferType(syntax.source, types), syntax.name);
    case 'filter':
      return filterType(syntax, types);
    case 'call':
      return callType(syntax, types);
    case 'negation':
      return inferType(syntax.operand, types);
    case 'arithmetic':
      return arithmeticType(syntax, types);
    case 'if':
      return common([inferType(syntax.whenTrue, types), inferType(syntax.otherwise, types)]);
    case 'for':
      return { kind: 'list', of: inferType(syntax.body, iteratorTypes(syntax, types)) ?? ANY };
    case 'list':
      return { kind: 'list', of: common(syntax.items.map((item) => inferType(item, types))) ?? ANY };
    case 'context':
      return contextType(syntax, types);
    case 'function':
      return functionType(syntax, types);
    default:
      return null;
  }
}

/** What these give is never true or false, whatever the types of their parts. */
const NEVER_BOOLEAN: ReadonlySet<Syntax['kind']> = new Set(['arithmetic', 'negation', 'for']);

/** Whether a condition may be written so: a value whose type cannot be said may be a boolean. */
export function mayBeBoolean(syntax: Syntax, types: Types): boolean {
  if (syntax.kind === 'if')
    return mayBeBoolean(syntax.whenTrue, types) || mayBeBoolean(syntax.otherwise, types);
  if (NEVER_BOOLEAN.has(syntax.kind)) return false;
  const type = inferType(syntax, types);
  return type === null || type.kind === 'any' || type.kind === 'boolean';
}

/** The one type of all; null is of any. */
function common(types: readonly (FeelType | null)[]): FeelType | null {
  const [first, ...rest] = types.filter((type) => type?.kind !== 'null');
  if (first === undefined) return types.length === 0 ? null : NULL;
  return rest.every((type) => type !== null && type.kind === first?.kind) ? first : null;
}

function entryType(source: FeelType | null, name: string): FeelType | null {
  if (source?.kind === 'list') return { kind: 'list', of: entryType(source.of, name) ?? ANY };
  if (source?.kind === 'context') return source.entries.get(name) ?? null;
  return source === null ? null : (PROPERTIES[source.kind]?.[name] ?? null);
}

const DATE_PROPERTIES = { year: NUMBER, month: NUMBER, day: NUMBER, weekday: NUMBER };
const TIME_PROPERTIES = {
  hour: NUMBER,
  minute: NUMBER,
  second: NUMBER,
  'time offset': DAYS_DURATION,
  timezone: STRING,
};
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, FeelType>>>> = {
  date: DATE_PROPERTIES,
  time: TIME_PROPERTIES,
  'date and time': { ...DATE_PROPERTIES, ...TIME_PROPERTIES },
  'days and time duration': { days: NUMBER, hours: NUMBER, minutes: NUMBER, seconds: NUMBER },
  'years and months duration': { years: NUMBER, months: NUMBER },
  range: { 'start included': BOOLEAN, 'end included': BOOLEAN },
};

function filterType(syntax: Of<'filter'>, types: Types): FeelType | null {
  const source = inferType(syntax.source, types);
  const list = source === null || source.kind === 'list' ? source : ({ kind: 'list', of: source } as const);
  const selector = inferType(syntax.condition, types);
  if (selector?.kind === 'number') return list?.kind === 'list' && list.of.kind !== 'any' ? list.of : null;
  return selector?.kind === 'boolean' ? list : null;
}

function callType(syntax: Of<'call'>, types: Types): FeelType | null {
  const { callee } = syntax;
  const declared = inferType(callee, types);
  if (declared !== null)
    return declared.kind === 'function' && declared.result.kind !== 'any' ? declared.result : null;
  const builtin = callee.kind === 'name' ? BUILTINS.get(canonicalName(callee.name)) : undefined;
  if (builtin?.name === 'duration') return durationType(syntax.args[0]);
  return builtin === undefined || builtin.result.kind === 'any' ? null : builtin.result;
}

/** Which of the two durations is meant can be told from a text only. */
function durationType(text: Syntax | undefined): FeelType | null {
  const value = text?.kind === 'string' ? parseDuration(text.value) : null;
  return value === null ? null : { kind: value.kind };
}

function arithmeticType(syntax: Of<'arithmetic'>, types: Types): FeelType | null {
  const left = inferType(syntax.left, types);
  const right = inferType(syntax.right, types);
  if (left === null || right === null) return null;
  if (left.kind === 'number' && right.kind === 'number') return NUMBER;
  const { operator } = syntax;
  if (operator === '+' && left.kind === 'string' && right.kind === 'string') return STRING;
  if ((operator === '*' || operator === '/') && right.kind === 'number') return left;
  if (operator === '*' && left.kind === 'number') return right;
  if (operator === '/') return left.kind === right.kind ? NUMBER : null;
  return sumType(operator, left, right);
}

function sumType(operator: string, left: FeelType, right: FeelType): FeelType | null {
  const isDuration = (type: FeelType): boolean => type.kind.endsWith('duration');
  if (isDuration(right)) return left;
  if (operator === '+' && isDuration(left)) return right;
  const isPoint = (type: FeelType): boolean => type.kind === 'time' || type.kind.startsWith(DATE.kind);
  return operator === '-' && isPoint(left) && isPoint(right) ? DAYS_DURATION : null;
}

function iteratorTypes(syntax: Of<'for'>, types: Types): Types {
  const inner = new Map(types);
  inner.set('partial', { kind: 'list', of: ANY });
  for (const { name, from, to } of syntax.iterators) {
    const domain = inferType(from, inner);
    const single =
      to !== null ? domain : domain?.kind === 'list' || domain?.kind === 'range' ? domain.of : domain;
    inner.set(canonicalName(name), single?.kind === 'any' ? null : single);
  }
  return inner;
}

function contextType(syntax: Of<'context'>, types: Types): FeelType {
  const inner = new Map(types);
  const entries = new Map<string, FeelType>();
  for (const { key, value } of syntax.entries) {
    const type = inferType(value, inner);
    inner.set(canonicalName(key), type);
    entries.set(key, type ?? ANY);
  }
  return { kind: 'context', entries };
}

function functionType(syntax: Of<'function'>, types: Types): FeelType {
  const inner = new Map(types);
  for (const { name, type } of syntax.parameters) inner.set(canonicalName(name), type);
  return {
    kind: 'function',
    parameters: syntax.parameters.map((parameter) => parameter.type ?? ANY),
    result: syntax.external ? ANY : (inferType(syntax.body, inner) ?? ANY),
  };
}
