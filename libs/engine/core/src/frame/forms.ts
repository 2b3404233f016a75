import { readBinding } from '../compile/bindings.ts';
import type { ElementSource, Sources } from '../compile/sources.ts';
import type { Key } from '../state/instance-state.ts';
import type { FormReference } from '../state/wait.ts';
import type { Result } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { text } from './values.ts';

export type FormModel = (turn: Turn, scopeKey: Key) => Result<FormReference>;

/** Reads `zeebe:formDefinition`: a deployed form, the reference of a foreign user interface, or a legacy key. */
export function compileForm(source: ElementSource, sources: Sources): FormModel | undefined {
  const definition = sources.extension(source, 'zeebe:FormDefinition');
  if (!definition) return undefined;
  const formId = sources.text(source, definition.get('formId'));
  if (formId) {
    const binding = readBinding(definition);
    return evaluated(formId, (id) => ({ formId: id, binding }));
  }
  const reference = sources.text(source, definition.get('externalReference'));
  if (reference) return evaluated(reference, (externalReference) => ({ externalReference }));
  const key = sources.text(source, definition.get('formKey'));
  return key && evaluated(key, (formKey) => ({ formKey }));
}

function evaluated(
  expression: Parameters<typeof text>[1],
  make: (value: string) => FormReference,
): FormModel {
  return (turn, scopeKey) => {
    const value = text(turn, expression, scopeKey);
    return value.ok ? { ok: true, value: make(value.value) } : value;
  };
}
