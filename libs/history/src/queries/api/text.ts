import type { SqlParameters } from '@iter/identity';

/** SQL: `column` contains the text, whatever the case of letters. */
export function contains(column: string, text: string, parameters: SqlParameters): string {
  return `lower(${column}) LIKE lower(${parameters.add(`%${escapeLike(text)}%`)})`;
}

export function escapeLike(text: string): string {
  return text.replaceAll('\0', '').replace(/[\\%_]/g, (special) => `\\${special}`);
}

/**
 * A query of PostgreSQL's text search that finds all words of the text by their beginnings; undefined where the
 * text has no word.
 */
export function wordsQuery(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}]+/gu);
  return words === null ? undefined : words.map((word) => `'${word}':*`).join(' & ');
}
