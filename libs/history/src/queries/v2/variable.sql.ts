import type { StringFilter } from '@iter/contract';
import type { SqlParameters } from '@iter/identity';
import { compare } from '../../search/filter.ts';

export interface VariableCondition {
  readonly name: string;
  readonly value: StringFilter;
}

/**
 * Variables of a scope by name and value. Values are compared as JSON text; where one text or number is asked for,
 * the indexed columns narrow the search first.
 *
 * @param instance SQL of the instance's key
 * @param scope SQL of the scope's key
 */
export function variableConditions(
  filters: readonly VariableCondition[] | undefined,
  instance: string,
  scope: string,
  parameters: SqlParameters,
): string[] {
  return (filters ?? []).map(({ name, value }) => {
    const conditions = [
      `v.process_instance_key = ${instance}`,
      `v.scope_key = ${scope}`,
      `v.name = ${parameters.add(name)}`,
      ...compare({ sql: 'v.value', type: 'text' }, value, parameters),
      ...indexed(value, parameters),
    ];
    return `EXISTS (SELECT 1 FROM variable v WHERE ${conditions.join(' AND ')})`;
  });
}

/** As much of a text as the search column holds. */
const SEARCHED_CHARACTERS = 512;

function indexed(filter: StringFilter, parameters: SqlParameters): string[] {
  const value = typeof filter === 'string' ? filter : filter.$eq;
  if (value === undefined) return [];
  if (/^-?\d{1,100}(\.\d{1,100})?$/.test(value))
    return [`v.search_number = ${parameters.add(value)}::numeric`];
  if (!value.startsWith('"')) return [];
  try {
    const text = JSON.parse(value) as string;
    return [`v.search_text = ${parameters.add(text.slice(0, SEARCHED_CHARACTERS).replaceAll('\0', ''))}`];
  } catch {
    return [];
  }
}
