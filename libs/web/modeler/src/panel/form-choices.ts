import type { BundleFile } from '@iter/contract';
import type { FormChoice } from './panel-settings.ts';

/** The forms among the files of a bundle, by title; a file that is no form-js schema is passed over. */
export function formChoices(files: readonly BundleFile[]): FormChoice[] {
  return files
    .filter(({ name }) => name.endsWith('.form'))
    .map(({ name, content }) => readForm(name, content))
    .filter((choice) => choice !== undefined)
    .sort((one, other) => one.label.localeCompare(other.label, 'it'));
}

function readForm(name: string, content: string): FormChoice | undefined {
  let schema: unknown;
  try {
    schema = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (typeof schema !== 'object' || schema === null || !('id' in schema) || typeof schema.id !== 'string')
    return undefined;
  return { formId: schema.id, label: titleOf(schema) ?? readableName(name) };
}

/** `A1-2-1-1-esame-atti.form` is "Esame atti" to those who draw the procedure of that code. */
function readableName(file: string): string {
  const words = file
    .replace(/\.form$/, '')
    .replace(/^[A-Z]\d+(-\d+)*-/, '')
    .replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A form has no name of its own: its first heading is what people know it by. */
function titleOf(schema: object): string | undefined {
  const components = 'components' in schema && Array.isArray(schema.components) ? schema.components : [];
  for (const component of components as { type?: unknown; text?: unknown }[]) {
    if (component.type !== 'text' || typeof component.text !== 'string') continue;
    const heading = /^#+\s+(.+)$/m.exec(component.text)?.[1];
    if (heading) return heading.trim();
  }
  return undefined;
}
