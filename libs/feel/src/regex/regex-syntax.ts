/** A set of characters: ranges of code points, Unicode properties, and what is taken away from them. */
export interface CharSet {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [number, number])[];
  /** Escapes such as `\p{Lu}` or `\P{L}`, in the spelling that JavaScript and RE2 share. */
  readonly properties: readonly string[];
  readonly minus: CharSet | null;
}

/** A parsed regular expression. */
export type Regex =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Regex[] }
  | { readonly kind: 'choice'; readonly options: readonly Regex[] }
  | {
      readonly kind: 'repeat';
      readonly of: Regex;
      readonly min: number;
      /** Infinity where there is no upper limit. */
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'group'; readonly of: Regex; readonly index: number }
  | { readonly kind: 'start' | 'end' | 'word' | 'not word' }
  | { readonly kind: 'back reference'; readonly group: number }
  | { readonly kind: 'look'; readonly of: Regex; readonly behind: boolean; readonly negative: boolean };

export interface RegexFlags {
  /** `s`: a dot is any character. */
  readonly dotAll: boolean;
  /** `m`: `^` and `$` at each line. */
  readonly multiline: boolean;
  /** `i` */
  readonly ignoreCase: boolean;
  /** `x`: white space outside of sets does not count. */
  readonly spaced: boolean;
}

/** Parses flags; null where one is unknown (XPath Functions 3.1 §5.6.2, without `q` as DMN refers to 1.0). */
export function parseFlags(text: string): RegexFlags | null {
  if (!/^[smix]*$/.test(text)) return null;
  return {
    dotAll: text.includes('s'),
    multiline: text.includes('m'),
    ignoreCase: text.includes('i'),
    spaced: text.includes('x'),
  };
}
