import type { SqlParameters } from '@iter/identity';

/** How a filter field is compared. */
export interface FilterColumn {
  readonly sql: string;
  readonly type: 'key' | 'text' | 'integer' | 'timestamp' | 'boolean';
}

/** A value, or operators on it, as a request gives them. */
type FilterValue = string | number | boolean | Operators;
interface Operators {
  readonly $eq?: string | number | undefined;
  readonly $neq?: string | number | undefined;
  readonly $exists?: boolean | undefined;
  readonly $gt?: string | number | undefined;
  readonly $gte?: string | number | undefined;
  readonly $lt?: string | number | undefined;
  readonly $lte?: string | number | undefined;
  readonly $in?: readonly (string | number)[] | undefined;
  readonly $notIn?: readonly (string | number)[] | undefined;
  readonly $like?: string | undefined;
}

const PG_TYPES = {
  key: 'bigint',
  text: 'text',
  integer: 'integer',
  timestamp: 'timestamptz',
  boolean: 'boolean',
} as const;

const COMPARISONS = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const;

/** Conditions of those fields of a filter that have a column; fields with rules of their own are left to the query. */
export function filterConditions(
  filter: Readonly<Record<string, unknown>> | undefined,
  columns: Readonly<Record<string, FilterColumn>>,
  parameters: SqlParameters,
): string[] {
  if (filter === undefined) return [];
  return Object.entries(columns).flatMap(([field, column]) => {
    const value = filter[field];
    return value === undefined || value === null ? [] : compare(column, value as FilterValue, parameters);
  });
}

/** The conditions that one field sets. */
export function compare(column: FilterColumn, value: FilterValue, parameters: SqlParameters): string[] {
  const operators: Operators = typeof value === 'object' ? value : { $eq: value as string };
  const { sql, type } = column;
  const pgType = PG_TYPES[type];
  const one = (given: string | number): string => `${parameters.add(toColumn(type, given))}::${pgType}`;
  const list = (given: readonly (string | number)[]): string =>
    `${parameters.add(given.map((item) => toColumn(type, item)))}::${pgType}[]`;
  const conditions: string[] = [];
  if (operators.$eq !== undefined) conditions.push(`${sql} = ${one(operators.$eq)}`);
  if (operators.$neq !== undefined) conditions.push(`${sql} IS DISTINCT FROM ${one(operators.$neq)}`);
  if (operators.$exists !== undefined)
    conditions.push(`${sql} IS ${operators.$exists ? 'NOT NULL' : 'NULL'}`);
  if (operators.$in !== undefined) conditions.push(`${sql} = ANY (${list(operators.$in)})`);
  if (operators.$notIn !== undefined)
    conditions.push(`(${sql} = ANY (${list(operators.$notIn)})) IS NOT TRUE`);
  if (operators.$like !== undefined)
    conditions.push(`${sql} LIKE ${parameters.add(likePattern(operators.$like))}`);
  for (const [name, operator] of Object.entries(COMPARISONS)) {
    const given = operators[name as keyof typeof COMPARISONS];
    if (given !== undefined) conditions.push(`${sql} ${operator} ${one(given)}`);
  }
  return conditions;
}

/** `*` any text, `?` one character, `\` before either the character itself. */
export function likePattern(pattern: string): string {
  return pattern.replace(
    /\\([*?])|([\\%_])|\*|\?/g,
    (match, literal: string | undefined, special: string | undefined) => {
      if (literal !== undefined) return literal;
      if (special !== undefined) return `\\${special}`;
      return match === '*' ? '%' : '_';
    },
  );
}

/** A key that cannot exist, for one that is out of range: it equals nothing, and nothing is refused. */
const NO_KEY = '-1';

/** A key of a request as a parameter of type bigint. */
export function keyParameter(key: string): string {
  const value = /^-?\d{1,19}$/.test(key) ? BigInt(key) : -1n;
  return value >= 0n && value < 2n ** 63n ? value.toString() : NO_KEY;
}

function toColumn(type: FilterColumn['type'], value: string | number | boolean): string | number | boolean {
  if (type === 'key') return keyParameter(String(value));
  // A number beyond PostgreSQL's integer compares as the nearest one that is none of ours.
  if (type === 'integer') return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Number(value)));
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
