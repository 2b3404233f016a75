import type { CharSet, Regex } from './regex-syntax.ts';

/** The expression in the language of RE2; null where it needs what no linear engine has. */
export function toRe2(regex: Regex): string | null {
  switch (regex.kind) {
    case 'set':
      return regex.set.minus === null ? setToRe2(regex.set) : null;
    case 'sequence':
      return all(regex.parts, '');
    case 'choice':
      return wrap(all(regex.options, '|'), '(?:', ')');
    case 'repeat':
      return wrap(toRe2(regex.of), '(?:', `)${quantifier(regex.min, regex.max)}${regex.lazy ? '?' : ''}`);
    case 'group':
      return wrap(toRe2(regex.of), '(', ')');
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'word':
      return '\\b';
    case 'not word':
      return '\\B';
    default:
      return null;
  }
}

function all(parts: readonly Regex[], separator: string): string | null {
  const written = parts.map(toRe2);
  return written.includes(null) ? null : written.join(separator);
}

function wrap(inner: string | null, before: string, after: string): string | null {
  return inner === null ? null : before + inner + after;
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function setToRe2(set: CharSet): string {
  const code = (value: number): string => `\\x{${value.toString(16)}}`;
  const ranges = set.ranges
    .map(([from, to]) => (from === to ? code(from) : `${code(from)}-${code(to)}`))
    .join('');
  return `[${set.negated ? '^' : ''}${ranges}${set.properties.join('')}]`;
}

/** How many instructions an engine makes of the expression, counted repetitions written out. */
export function sizeOf(regex: Regex): number {
  switch (regex.kind) {
    case 'sequence':
      return regex.parts.reduce((sum, part) => sum + sizeOf(part), 1);
    case 'choice':
      return regex.options.reduce((sum, option) => sum + sizeOf(option) + 1, 1);
    case 'repeat':
      return 1 + (sizeOf(regex.of) + 1) * (regex.max === Infinity ? regex.min + 1 : Math.max(regex.max, 1));
    case 'group':
    case 'look':
      return 2 + sizeOf(regex.of);
    default:
      return 1;
  }
}
