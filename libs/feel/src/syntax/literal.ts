import { SyntaxFault } from './syntax-problem.ts';

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(["'\\nrtbf]))/g;
const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

/**
 * The value of a string literal with its quotes (DMN 1.5 §10.3.1.2, rule 35). A backslash before any other
 * character stands for itself, so that regular expressions need not double each of theirs.
 */
export function stringLiteral(source: string, offset: number): string {
  const inner = source.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(ESCAPE, (_, short?: string, long?: string, simple?: string) => {
    if (simple !== undefined) return SIMPLE[simple] ?? simple;
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (code > 0x10ffff)
      throw new SyntaxFault('BAD_LITERAL', offset, 'Expected a Unicode character after \\U.');
    return String.fromCodePoint(code);
  });
}
