import type { Sort, SortColumn } from './page.ts';

/**
 * The order a request asks for, made total by a unique column at its end. The newest first is nobody's default:
 * without a wish rows come in the order of their keys, which is that of their making.
 */
export function sortBy<Field extends string>(
  columns: Readonly<Record<Field, SortColumn>>,
  wish: readonly { readonly field: Field; readonly order: 'ASC' | 'DESC' }[] | undefined,
  unique: SortColumn,
): Sort[] {
  const sort = (wish ?? []).map(({ field, order }) => ({ column: columns[field], order }));
  return [...sort, { column: unique, order: 'ASC' }];
}
