/** A piece of a replacement: a text, or the number of a group. */
export type ReplacementPart = string | number;

/**
 * Parses a replacement (XPath Functions 3.1 §5.6.4): `$N` is a group, `\$` and `\\` stand for themselves. Null where
 * a `$` or a backslash stands alone.
 */
export function parseReplacement(replacement: string, groups: number): readonly ReplacementPart[] | null {
  const parts: ReplacementPart[] = [];
  for (let at = 0; at < replacement.length;) {
    const char = replacement[at] as string;
    const next = replacement[at + 1] ?? '';
    if (char === '\\') {
      if (next !== '\\' && next !== '$') return null;
      parts.push(next);
      at += 2;
    } else if (char === '$') {
      if (!/\d/.test(next)) return null;
      const { group, length } = groupNumber(replacement.slice(at + 1), groups);
      parts.push(group);
      at += 1 + length;
    } else {
      parts.push(char);
      at += 1;
    }
  }
  return parts;
}

/** As many digits as still name a group; a single digit that names none is the empty text. */
function groupNumber(digits: string, groups: number): { group: number; length: number } {
  let group = Number(digits[0]);
  let length = 1;
  while (/\d/.test(digits[length] ?? '') && group * 10 + Number(digits[length]) <= groups) {
    group = group * 10 + Number(digits[length]);
    length += 1;
  }
  return { group, length };
}

export function expandReplacement(
  parts: readonly ReplacementPart[],
  input: string,
  places: readonly number[],
): string {
  let result = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      result += part;
      continue;
    }
    const start = places[part * 2] ?? -1;
    if (start >= 0) result += input.slice(start, places[part * 2 + 1]);
  }
  return result;
}
