import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

export interface DiagramFile {
  /** Relative to `diagrams/`. */
  readonly path: string;
  readonly xml: string;
}

/** The committed diagrams, in the order of their paths. */
export function readDiagrams(): DiagramFile[] {
  return filesOf('.bpmn').map((path) => ({ path, xml: readFileSync(join(root, 'diagrams', path), 'utf8') }));
}

export interface FormFile {
  readonly id: string;
  readonly components: readonly FormComponent[];
}

/** What the player reads of a component of form-js. */
export interface FormComponent {
  readonly type: string;
  readonly key?: string;
  readonly readonly?: boolean;
  readonly values?: readonly { readonly value: string }[];
  readonly validate?: {
    readonly required?: boolean;
    readonly min?: number;
    readonly validationType?: string;
  };
  readonly conditional?: { readonly hide?: string };
}

/** The committed forms by their id. */
export function readForms(): Map<string, FormFile> {
  const forms = filesOf('.form').map(
    (path) => JSON.parse(readFileSync(join(root, 'diagrams', path), 'utf8')) as FormFile,
  );
  return new Map(forms.map((form) => [form.id, form]));
}

function filesOf(extension: string): string[] {
  return readdirSync(join(root, 'diagrams'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(extension))
    .sort();
}
