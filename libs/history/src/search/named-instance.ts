import type { KeyFilter } from '@iter/contract';
import type { SqlParameters } from '@iter/identity';
import { instanceKeyOf } from '../queries/rows.ts';
import { keyParameter } from './filter.ts';

/**
 * Keys of a filter that name one instance or something in it. A key tells its instance, and rows are found by
 * their instance: each becomes a condition on `column`, the key of the instance.
 *
 * @returns no condition where the filter names none: the search goes over all that the viewer sees
 */
export function namedInstance(
  keys: readonly (KeyFilter | undefined)[],
  column: string,
  parameters: SqlParameters,
): string[] {
  return keys.flatMap((filter) => {
    const key = typeof filter === 'object' ? filter.$eq : filter;
    return key === undefined ? [] : [`${column} = ${instanceKeyOf(parameters.add(keyParameter(key)))}`];
  });
}
