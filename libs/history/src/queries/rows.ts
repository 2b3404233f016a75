/** Helpers that turn columns into what answers carry. Keys already come as decimal strings. */

export function iso(at: Date): string {
  return at.toISOString();
}

export function isoOrNull(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

/**
 * SQL: the key of the instance that a key belongs to. The number in the key is the instance's, or one that the
 * instance drew when its first range was used up.
 *
 * @param placeholder of a bigint parameter
 */
export function instanceKeyOf(placeholder: string): string {
  const number = `(${placeholder}::bigint >> 21)`;
  return `(coalesce((SELECT a.instance FROM instance_alias a WHERE a.number = ${number}), ${number}) << 21)`;
}
