import type { Taxonomy } from '@iter/register';

/**
 * The levels of the taxonomy above a code (`A1`, `A1.2`, `A1.2.1`), the outermost first. A level that the official
 * taxonomy does not know, of a body's own procedures, is called by its code.
 */
export function pathOf(code: string | null, taxonomy: Taxonomy): { code: string; title: string }[] {
  const parts = code?.split('.') ?? [];
  return parts.slice(0, -1).map((_, index) => {
    const level = parts.slice(0, index + 1).join('.');
    return { code: level, title: taxonomy.titleOf(level) ?? level };
  });
}
