/** White space of FEEL that the grammar's parser does not take as such (DMN 1.5 §10.3.1.2, rules 61 and 62). */
const FOREIGN = /[\f\v\u0085\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;
const PIECES = new RegExp(
  `"(?:\\\\.|[^"\\\\])*"|\`[^\`]*\`|//[^\\n]*|/\\*[\\s\\S]*?\\*/|${FOREIGN.source}`,
  'gu',
);

/** The text with plain blanks for any white space, other than within texts and comments. Nothing changes its place. */
export function withPlainSpaces(source: string): string {
  if (!FOREIGN.test(source)) return source;
  return source.replace(PIECES, (piece) => (FOREIGN.test(piece) && piece.length === 1 ? ' ' : piece));
}
