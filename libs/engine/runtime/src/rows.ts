/**
 * Rows that are written with a turn. A projection says *what* changes; the store writes each table and kind of
 * change with one statement for the whole batch.
 */

/**
 * PostgreSQL type of a column and the value it takes:
 *
 * - `key` bigint; `{ instance, local }` or the decimal string
 * - `bigint`, `integer`, `smallint`, `double precision`: a safe number
 * - `timestamptz`: epoch milliseconds
 * - `date`: `YYYY-MM-DD`
 * - `text[]`: a list of strings
 * - `json`, `jsonb`: JSON text
 * - `numeric`: decimal text
 */
export type ColumnType =
  | 'key'
  | 'bigint'
  | 'integer'
  | 'smallint'
  | 'double precision'
  | 'numeric'
  | 'boolean'
  | 'text'
  | 'text[]'
  | 'timestamptz'
  | 'date'
  | 'json'
  | 'jsonb';

export interface KeyPair {
  readonly instance: number;
  readonly local: number;
}
export type ColumnValue = null | string | number | boolean | readonly string[] | KeyPair;
export type Row = Readonly<Record<string, ColumnValue>>;

export interface TableSpec {
  readonly name: string;
  /** Columns of the primary key or of a unique index. */
  readonly key: Readonly<Record<string, ColumnType>>;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/**
 * One change of one row. Several of the same row in one turn are folded in order: insert and update become an
 * insert, insert and delete nothing, two updates one. `upsert` inserts, or sets `values` where the row is there.
 * An update names only the columns it sets; an update or delete of a row that is not there does nothing.
 */
export type RowChange =
  | {
      readonly table: string;
      readonly op: 'insert' | 'upsert' | 'update';
      readonly key: Row;
      readonly values: Row;
    }
  | { readonly table: string; readonly op: 'delete'; readonly key: Row };
