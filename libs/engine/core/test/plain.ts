import type { JsonText, Values } from '../src/index.ts';

/** Plain values, as a test writes them. */
export type Plain = Readonly<Record<string, unknown>>;

export function values(plain: Plain = {}): Values {
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, JSON.stringify(value) as JsonText]),
  );
}
