/**
 * What queries need of a connection. TypeORM's `DataSource`, `EntityManager` and `QueryRunner` are all of this
 * shape. Rows of a SELECT or of an INSERT … RETURNING come as a list; keys come as decimal strings.
 */
export interface Database {
  query<Row = unknown>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** A {@link Database} that can run several statements in one transaction. */
export interface TransactionalDatabase extends Database {
  transaction<Result>(run: (database: Database) => Promise<Result>): Promise<Result>;
}

/** Collects the values of one statement while its text is put together. */
export interface SqlParameters {
  readonly values: unknown[];
  /** Returns the placeholder, `$3`; an equal primitive value is not added twice. */
  add(value: unknown): string;
}

export function sqlParameters(): SqlParameters {
  const values: unknown[] = [];
  return {
    values,
    add(value) {
      const known = typeof value === 'object' ? -1 : values.indexOf(value);
      if (known >= 0) return `$${known + 1}`;
      values.push(value);
      return `$${values.length}`;
    },
  };
}
