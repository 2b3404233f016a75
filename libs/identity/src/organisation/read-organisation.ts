import { LineCounter, parseDocument, type Document } from 'yaml';
import { organisationSchema, type Organisation } from './organisation-schema.ts';

export interface OrganisationProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** Where in the document, as `people[3].holdings[0].office`. */
  readonly path: string;
  readonly reason: string;
}

export type ReadOrganisation =
  | { readonly ok: true; readonly organisation: Organisation }
  | { readonly ok: false; readonly problems: readonly OrganisationProblem[] };

/** Reads and checks an organisation written in YAML; all problems at once, each with its place. */
export function readOrganisation(yaml: string): ReadOrganisation {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      ...place(lines, error.pos[0]),
      path: '',
      reason: error.message,
    }));
    return { ok: false, problems };
  }
  const parsed = organisationSchema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, organisation: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    return { ...place(lines, offset(document, path)), path: pathText(path), reason: issue.message };
  });
  return { ok: false, problems };
}

/** One line for each problem, to be shown where the server refuses to start. */
export function describeProblems(file: string, problems: readonly OrganisationProblem[]): string {
  return problems
    .map(
      ({ line, column, path, reason }) =>
        `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${reason}`,
    )
    .join('\n');
}

function place(lines: LineCounter, position: number): { line: number; column: number } {
  const { line, col } = lines.linePos(position);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** What is missing has no place of its own; the nearest thing around it has. */
function offset(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}
