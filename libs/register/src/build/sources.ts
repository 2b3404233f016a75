import type { LineRange, Origin } from '../notation/flow.ts';

/** What all sheets share: the documents they refer to and the conventions they follow. */
export interface Sources {
  /** By the name that sheets use: the file and its SHA-256, since the text itself is not part of the project. */
  readonly documents: Readonly<Record<string, { readonly file: string; readonly sha256: string }>>;
  /** Rule by name, as people read it. */
  readonly conventions: Readonly<Record<string, string>>;
}

/** Property that holds the lines of the document an element comes from: JSON, `[[303,305]]`. */
export const SOURCE_PROPERTY = 'iter:source';
/** Property that names the convention which put an element there: `convenzione: …`. */
export const ORIGIN_PROPERTY = 'iter:origin';
export const CONVENTION_PREFIX = 'convenzione: ';

export function originEntries(origin: Origin | undefined, sources: Sources): [name: string, value: string][] {
  if (origin === undefined) return [];
  return origin.kind === 'lines'
    ? [[SOURCE_PROPERTY, JSON.stringify(origin.lines)]]
    : [[ORIGIN_PROPERTY, `${CONVENTION_PREFIX}${conventionText(origin.rule, sources)}`]];
}

export function conventionText(rule: string, { conventions }: Sources): string {
  const text = conventions[rule];
  if (text === undefined) throw new Error(`Expected a rule of conventions.yaml, but '${rule}' is none`);
  return text;
}

export function originOf(value: {
  readonly lines?: readonly LineRange[] | undefined;
  readonly convention?: string | undefined;
}): Origin | undefined {
  if (value.lines !== undefined) return { kind: 'lines', lines: value.lines };
  return value.convention === undefined ? undefined : { kind: 'convention', rule: value.convention };
}
