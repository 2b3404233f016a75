import type { Buffer } from 'node:buffer';
import { arrayElement, arrayType, binaryArray, type ArrayType, type ArrayValue } from '../binary-array.ts';

/** A statement while it is put together: named parts of a WITH clause and their binary parameters. */
export interface Statement {
  readonly parts: string[];
  readonly values: Buffer[];
}

export function newStatement(): Statement {
  return { parts: [], values: [] };
}

export interface Column {
  readonly name: string;
  readonly type: ArrayType;
  readonly values: readonly ArrayValue[];
}

/** `unnest($1::bigint[], …) AS alias("a", …)`, with one parameter per column. */
export function unnest(statement: Statement, alias: string, columns: readonly Column[]): string {
  const parameters = columns.map((column) => {
    statement.values.push(binaryArray(column.type, column.values));
    return `$${statement.values.length}::${arrayType(column.type)}`;
  });
  const names = columns.map((column) => `"${column.name}"`);
  return `unnest(${parameters.join(', ')}) AS ${alias}(${names.join(', ')})`;
}

/** The columns as they are to be stored, `v."a", v."b"::jsonb, …`. */
export function selected(alias: string, columns: readonly Column[]): string {
  return columns.map((column) => arrayElement(column.type, `${alias}."${column.name}"`)).join(', ');
}

export function quoted(columns: readonly Column[]): string {
  return columns.map((column) => `"${column.name}"`).join(', ');
}

/**
 * Keeps rows of the turns that won. In CASE, because PostgreSQL turns a plain IN into a join and the writer's
 * connections have hash joins off: the hashed subplan stays linear in the size of the batch.
 */
export function ofWinners(alias: string): string {
  return `CASE WHEN ${alias}."n" IN (SELECT won.n FROM won) THEN true ELSE false END`;
}
