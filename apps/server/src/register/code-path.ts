/** The levels of the taxonomy above a code (`A1`, `A1.2`, `A1.2.1`), the outermost first, called by their codes. */
export function pathOf(code: string | null): { code: string; title: string }[] {
  const parts = code?.split('.') ?? [];
  return parts.slice(0, -1).map((_, index) => {
    const level = parts.slice(0, index + 1).join('.');
    return { code: level, title: level };
  });
}
