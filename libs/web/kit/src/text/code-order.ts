interface Coded {
  code: string | null;
  title: string;
}

const compare = new Intl.Collator('it', { numeric: true }).compare;

/** Order of the register: by code, its parts counted as numbers (A1.2 before A1.10); what has none comes last. */
export function byCode(a: Coded, b: Coded): number {
  if (a.code === null || b.code === null) {
    if (a.code !== b.code) return a.code === null ? 1 : -1;
    return compare(a.title, b.title);
  }
  return compare(a.code, b.code) || compare(a.title, b.title);
}
