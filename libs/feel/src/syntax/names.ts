import type { FeelType } from '../types/type.ts';

/** A name with its white space brought to single blanks. */
export function collapseName(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The name that a text spells: in backticks as it stands, otherwise with single blanks. */
export function nameOf(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1) : collapseName(text);
}

/**
 * The form by which names are compared: white space around the additional name symbols does not count
 * (DMN 1.5 §10.3.1.4), so `first - name` and `first-name` are the same name.
 */
export function canonicalName(text: string): string {
  return collapseName(text).replace(/ ?([./\-'+*]) ?/g, '$1');
}

/** What the grammar must know beforehand: names in scope, and the names within them, by their types. */
export type KnownNames = { readonly [name: string]: KnownNames | true };

/** Names of built-ins that hold a keyword and can therefore only be read as names when they are known. */
const KEYWORD_NAMES = ['get or else'];

/** The known names for variables of the given types. */
export function knownNames(types: ReadonlyMap<string, FeelType | null>): KnownNames {
  const known: Record<string, KnownNames | true> = Object.create(null) as Record<string, KnownNames | true>;
  for (const name of KEYWORD_NAMES) known[name] = true;
  for (const [name, type] of types) known[name] = type === null ? true : namesWithin(type);
  return known;
}

const MAX_NESTING = 6;

/** To a depth that no real path exceeds: types may refer to one another in ways that unfold without end. */
function namesWithin(type: FeelType, depth = 0): KnownNames | true {
  if (depth > MAX_NESTING) return true;
  switch (type.kind) {
    case 'list':
    case 'range':
      return namesWithin(type.of, depth);
    case 'function':
      return namesWithin(type.result, depth);
    case 'context': {
      const known: Record<string, KnownNames | true> = Object.create(null) as Record<
        string,
        KnownNames | true
      >;
      for (const [name, of] of type.entries) known[name] = namesWithin(of, depth + 1);
      return known;
    }
    default:
      return true;
  }
}
