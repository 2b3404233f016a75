import { parse } from 'yaml';
import { z } from 'zod';

const code = z.string().regex(/^[A-GZ](\d(\.\d+b?)*)?$/, 'Expected a code like "A1.2.1.1"');
const title = z.string().min(1);

/** The shape of `seeds/register/taxonomy.yaml`. */
export const taxonomySchema = z.strictObject({
  /** Institutional function (DPR 254/2005) by the first letter of the codes. */
  functions: z.record(z.string().regex(/^[A-Z]$/), title),
  titles: z.record(code, title),
  /** Why a title is not the one that the map prints. */
  notes: z.record(code, title).default({}),
});

export interface TaxonomyLevel {
  readonly code: string;
  readonly title: string;
}

/** The official levels of the processes, by code: macro-process, process, sub-process, activity. */
export interface Taxonomy {
  /** Every level in the order of the codes. */
  readonly levels: readonly TaxonomyLevel[];
  /** Undefined for a code that is none of the taxonomy. */
  titleOf(code: string): string | undefined;
  /** The levels above a code, the outermost first; those the taxonomy does not know are left out. */
  above(code: string): readonly TaxonomyLevel[];
  /** Institutional function of a code. */
  functionOf(code: string): string | undefined;
}

/**
 * Reads the text of `taxonomy.yaml`.
 *
 * @throws ZodError where the text has another shape; Error where a level has no level above it
 */
export function readTaxonomy(text: string): Taxonomy {
  const { titles, functions } = taxonomySchema.parse(parse(text));
  const titleOf = (wanted: string): string | undefined => titles[wanted];
  for (const wanted of Object.keys(titles)) {
    const parent = codesAbove(wanted).at(-1);
    if (parent !== undefined && titleOf(parent) === undefined) {
      throw new Error(`Expected the level ${parent} above ${wanted}, but the taxonomy has none`);
    }
  }
  return {
    levels: Object.entries(titles)
      .map(([key, value]): TaxonomyLevel => ({ code: key, title: value }))
      .sort((one, other) => compareCodes(one.code, other.code)),
    titleOf,
    above: (wanted) =>
      codesAbove(wanted).flatMap((level) => {
        const found = titleOf(level);
        return found === undefined ? [] : [{ code: level, title: found }];
      }),
    functionOf: (wanted) => functions[wanted.slice(0, 1)],
  };
}

/** The order of codes: by letter, then number by number (`C2.9` before `C2.10`). */
export function compareCodes(one: string, other: string): number {
  const letters = one.slice(0, 1).localeCompare(other.slice(0, 1));
  if (letters !== 0) return letters;
  const numbers = (text: string): number[] =>
    text
      .slice(1)
      .split('.')
      .map((part) => Number.parseInt(part, 10));
  const left = numbers(one);
  const right = numbers(other);
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function codesAbove(wanted: string): string[] {
  const parts = wanted.split('.');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
