import { Buffer } from 'node:buffer';
import type { PageRequest, PageResponse } from '@iter/contract';
import type { Database, SqlParameters } from '@iter/identity';

/** Totals are counted up to here; beyond, the answer says that there are more. */
const COUNTED = 10_000;
const DEFAULT_LIMIT = 100;

/** A column that a search can be sorted by. */
export interface SortColumn {
  readonly sql: string;
  /** PostgreSQL type, to which a cursor's text is cast. */
  readonly type: 'bigint' | 'text' | 'integer' | 'timestamptz' | 'boolean';
  /** Absent: never null. Nulls come last in either direction. */
  readonly nullable?: boolean;
}
export interface Sort {
  readonly column: SortColumn;
  readonly order: 'ASC' | 'DESC';
}

export interface PageQuery {
  /** Select list; `cursor` is taken. */
  readonly select: string;
  /** FROM clause with its joins, without the word. */
  readonly from: string;
  /** Further joins for the select list alone: none adds or removes a row, and counting does without them. */
  readonly joins?: string;
  /** Conditions, all of which must hold. */
  readonly where: readonly string[];
  /** The last ones must be unique together, so that the order is total. */
  readonly sort: readonly Sort[];
  readonly page: PageRequest | undefined;
  readonly parameters: SqlParameters;
  /**
   * Count in the same statement. For viewers who see a part: their page is sorted out of all that they see, so
   * the number is at hand; for those who see all, a page ends long before the last row.
   */
  readonly countsAlong?: boolean;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly page: PageResponse;
}

/** A cursor that was not made by this search. The server answers 400 with field `page`. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

/** One page by offset or by cursor, with the total of all pages. */
export async function queryPage<Row extends object>(
  database: Database,
  query: PageQuery,
): Promise<Page<Row>> {
  const { page, parameters } = query;
  const where = query.where.length === 0 ? '' : `WHERE ${query.where.join(' AND ')}`;
  const counting = {
    sql: `SELECT 1 FROM ${query.from} ${where} LIMIT ${COUNTED + 1}`,
    values: [...parameters.values],
  };
  const limit = page?.limit ?? DEFAULT_LIMIT;
  const backward = page?.before !== undefined;
  const hasCursor = backward || page?.after !== undefined;
  const along = query.countsAlong === true && !hasCursor;
  const rows = await database.query<Row & PageColumns>(
    pageSql(query, where, limit, along),
    parameters.values,
  );
  if (backward) rows.reverse();
  const isWhole = !hasCursor && (page?.from ?? 0) === 0 && rows.length < limit;
  const total = isWhole ? rows.length : (rows[0]?.counted_along ?? (await count(database, counting)));
  return {
    rows,
    page: {
      totalItems: Math.min(total, COUNTED),
      hasMoreTotalItems: total > COUNTED,
      startCursor: cursorOf(rows[0]),
      endCursor: cursorOf(rows.at(-1)),
    },
  };
}

interface PageColumns {
  readonly cursor: unknown[];
  readonly counted_along?: number;
}

async function count(
  database: Database,
  { sql, values }: { sql: string; values: unknown[] },
): Promise<number> {
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM (${sql}) counted`,
    values,
  );
  return row?.total ?? 0;
}

function pageSql(query: PageQuery, where: string, limit: number, along: boolean): string {
  const { sort, page, parameters } = query;
  const backward = page?.before !== undefined;
  const cursor = page?.after ?? page?.before;
  const beyond =
    cursor === undefined
      ? undefined
      : beyondCursor(sort, readCursor(cursor, sort.length), backward, parameters);
  const restricted = beyond === undefined ? where : `${where === '' ? 'WHERE' : `${where} AND`} ${beyond}`;
  const order = sort.map((item) => orderSql(item, backward)).join(', ');
  const cursorValues = sort.map(({ column }) => `(${column.sql})::text`).join(', ');
  const offset = page?.from === undefined ? '' : ` OFFSET ${parameters.add(page.from)}`;
  const total = along ? ', (count(*) OVER ())::integer AS counted_along' : '';
  return `SELECT ${query.select}, jsonb_build_array(${cursorValues}) AS cursor${total}
    FROM ${query.from} ${query.joins ?? ''} ${restricted} ORDER BY ${order} LIMIT ${parameters.add(limit)}${offset}`;
}

function orderSql({ column, order }: Sort, backward: boolean): string {
  const direction = (order === 'ASC') === !backward ? 'ASC' : 'DESC';
  if (!column.nullable) return `${column.sql} ${direction}`;
  return `${column.sql} ${direction} NULLS ${backward ? 'FIRST' : 'LAST'}`;
}

/** Rows after (or before) the row whose sort values are given: equal in the first n, beyond in the next. */
function beyondCursor(
  sort: readonly Sort[],
  values: readonly (string | null)[],
  backward: boolean,
  parameters: SqlParameters,
): string {
  const placeholders = sort.map(
    ({ column }, index) => `${parameters.add(values[index] ?? null)}::text::${column.type}`,
  );
  const alternatives = sort.flatMap((item, index) => {
    const equal = sort
      .slice(0, index)
      .map(({ column }, before) => `${column.sql} IS NOT DISTINCT FROM ${placeholders[before]}`);
    const beyond = beyondSql(item, placeholders[index] ?? '', values[index] === null, backward);
    return beyond === undefined ? [] : [`(${[...equal, beyond].join(' AND ')})`];
  });
  return alternatives.length === 0 ? 'FALSE' : `(${alternatives.join(' OR ')})`;
}

function beyondSql(
  { column, order }: Sort,
  value: string,
  isNull: boolean,
  backward: boolean,
): string | undefined {
  if (isNull) return backward ? `${column.sql} IS NOT NULL` : undefined;
  const operator = (order === 'ASC') === !backward ? '>' : '<';
  const compared = `${column.sql} ${operator} ${value}`;
  return column.nullable && !backward ? `(${compared} OR ${column.sql} IS NULL)` : compared;
}

function cursorOf(row: { readonly cursor: unknown[] } | undefined): string | null {
  return row === undefined ? null : Buffer.from(JSON.stringify(row.cursor)).toString('base64');
}

function readCursor(cursor: string, length: number): (string | null)[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
  } catch {
    throw new CursorError('Expected a cursor of an earlier answer, but it cannot be read');
  }
  const fits =
    Array.isArray(values) &&
    values.length === length &&
    values.every((value) => value === null || (typeof value === 'string' && !value.includes('\0')));
  if (!fits)
    throw new CursorError('Expected a cursor of a search with the same sorting, but it is of another');
  return values as (string | null)[];
}
