import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

export interface DiagramFile {
  /** Relative to `diagrams/`. */
  readonly path: string;
  readonly xml: string;
}

/** The texts that a player needs, by their ids. */
export interface RegisterFiles {
  readonly processes: ReadonlyMap<string, string>;
  readonly forms: ReadonlyMap<string, FormFile>;
  readonly decisions: ReadonlyMap<string, string>;
}

export interface FormFile {
  readonly id: string;
  readonly components: readonly FormComponent[];
}

/** What the player reads of a component of form-js. */
export interface FormComponent {
  readonly type: string;
  readonly key?: string;
  /** Of a table: where its rows are kept. */
  readonly path?: string;
  readonly components?: readonly FormComponent[];
  readonly readonly?: boolean;
  readonly values?: readonly { readonly value: string }[];
  readonly validate?: {
    readonly required?: boolean;
    readonly min?: number;
    readonly max?: number;
    readonly validationType?: string;
  };
  readonly conditional?: { readonly hide?: string };
}

/** The committed diagrams, in the order of their paths. */
export function readDiagrams(): DiagramFile[] {
  return readFolder()
    .filter(({ path }) => path.endsWith('.bpmn'))
    .map(({ path, text }) => ({ path, xml: text }));
}

/** The committed files of `diagrams/`, in the order of their paths. */
export function readFolder(): { readonly path: string; readonly text: string }[] {
  return readdirSync(join(root, 'diagrams'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(bpmn|form|dmn)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, 'diagrams', path), 'utf8') }));
}

/** Sorts files by what they hold. */
export function registerFiles(
  files: readonly { readonly path: string; readonly text: string }[],
): RegisterFiles {
  const byId = (extension: string, pattern: RegExp): Map<string, string> =>
    new Map(
      files
        .filter(({ path }) => path.endsWith(extension))
        .map(({ text }) => [pattern.exec(text)?.[1] ?? '', text] as const),
    );
  const forms = files
    .filter(({ path }) => path.endsWith('.form'))
    .map(({ text }) => JSON.parse(text) as FormFile);
  return {
    processes: byId('.bpmn', /<bpmn:process id="([^"]+)"/),
    decisions: byId('.dmn', /<decision id="([^"]+)"/),
    forms: new Map(forms.map((form) => [form.id, form])),
  };
}
