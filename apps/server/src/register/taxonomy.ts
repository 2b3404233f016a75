/** Titles of the codes of the taxonomy (`A1`, `A1.2`, `A1.2.1`). */
export type Taxonomy = ReadonlyMap<string, string>;

/** The levels above a code, the outermost first; a level without a title is called by its code. */
export function pathOf(taxonomy: Taxonomy, code: string | null): { code: string; title: string }[] {
  if (code === null) return [];
  const parts = code.split('.');
  return parts.slice(0, -1).map((_, index) => {
    const level = parts.slice(0, index + 1).join('.');
    return { code: level, title: taxonomy.get(level) ?? level };
  });
}
