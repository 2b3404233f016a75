import type { Sort, SortColumn } from './page.ts';

/**
 * The order a request asks for, made total by the primary key at its end. Without a wish rows come in the order
 * of their keys, which is that of their making and of the index.
 */
export function sortBy<Field extends string>(
  columns: Readonly<Record<Field, SortColumn>>,
  wish: readonly { readonly field: Field; readonly order: 'ASC' | 'DESC' }[] | undefined,
  primaryKey: readonly SortColumn[],
): Sort[] {
  const sort = (wish ?? []).map(({ field, order }) => ({ column: columns[field], order }));
  return [...sort, ...primaryKey.map((column) => ({ column, order: 'ASC' as const }))];
}
