import { hasText, text, type InvalidField, type Locale } from '@iter/contract';
import type { JsonText } from '@iter/engine-core';
import { checkOfType, isEmpty, wrongType, type Fault } from './field-checks.ts';
import { formContext, memberOf, type FormContext } from './form-context.ts';
import type { FormComponent, FormSchema } from './form-schema.ts';

export interface FormSubmission {
  readonly schema: FormSchema;
  /** What was sent: values with exact numbers. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What the form's expressions may read beside it. */
  readonly variables: Readonly<Record<string, JsonText>>;
  /** The tenant's now, milliseconds. */
  readonly now: number;
  readonly locale: Locale;
}

export type CheckedForm =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly fields: readonly InvalidField[] };

interface Walk {
  readonly context: FormContext;
  readonly faults: { readonly path: string; readonly fault: Fault }[];
}

/**
 * Checks what was filled in against the form as it was deployed, as the page did: type, obligation, limits,
 * pattern, options. A page can be bypassed, the server cannot.
 *
 * @returns the values that the form has fields for (those of hidden and disabled fields are left out), or every
 *   field that is wrong; a value without a field is wrong, too, because a form is all that a person may fill in
 */
export function checkFormValues(submission: FormSubmission): CheckedForm {
  const { schema, data, variables, now, locale } = submission;
  const walk: Walk = { context: formContext(variables, data, now), faults: [] };
  const known = new Set<string>();
  const values = collect(schema.components, data, '', walk, known);
  for (const name of Object.keys(data)) {
    if (!known.has(name)) walk.faults.push({ path: name, fault: { rule: 'unknown' } });
  }
  if (walk.faults.length === 0) return { ok: true, values };
  return { ok: false, fields: walk.faults.map(({ path, fault }) => fieldOf(locale, path, fault)) };
}

/** Takes the values of components out of `data`; `known` gets the names of the first level that have a field. */
function collect(
  components: readonly FormComponent[],
  data: unknown,
  prefix: string,
  walk: Walk,
  known: Set<string>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const component of components) {
    const path = component.key ?? component.path ?? '';
    if (path !== '') known.add(path.split('.')[0] ?? path);
    if (isHidden(component, walk)) markBelow(component, known);
    else if (component.type === 'group') collectGroup(component, data, prefix, walk, known, values);
    else collectField(component, data, prefix, walk, values);
  }
  return values;
}

function isHidden(component: FormComponent, { context }: Walk): boolean {
  const hide = component.conditional?.hide;
  return hide === true || (typeof hide === 'string' && hide !== '' && context.evaluate(hide) === true);
}

/** Fields below a hidden group exist, although what they say is not taken. */
function markBelow(component: FormComponent, known: Set<string>): void {
  if (component.path !== undefined && component.path !== '') return;
  for (const below of component.components ?? []) {
    const path = below.key ?? below.path ?? '';
    if (path !== '') known.add(path.split('.')[0] ?? path);
    markBelow(below, known);
  }
}

/** A group with a path keeps its values in an object of that name; one without adds nothing. */
function collectGroup(
  group: FormComponent,
  data: unknown,
  prefix: string,
  walk: Walk,
  known: Set<string>,
  values: Record<string, unknown>,
): void {
  const components = group.components ?? [];
  if (!group.path) {
    merge(values, collect(components, data, prefix, walk, known));
    return;
  }
  const inner = group.path.split('.').reduce(memberOf, data);
  const below = collect(components, inner, `${prefix}${group.path}.`, walk, new Set());
  if (Object.keys(below).length > 0) put(values, group.path, below);
}

function collectField(
  component: FormComponent,
  data: unknown,
  prefix: string,
  walk: Walk,
  values: Record<string, unknown>,
): void {
  const path = component.key ?? component.path;
  if (path === undefined || path === '' || component.disabled === true) return;
  const value = path.split('.').reduce(memberOf, data);
  const checked = checkedValue(component, value, `${prefix}${path}`, walk);
  if (checked !== undefined) put(values, path, checked);
}

function checkedValue(component: FormComponent, value: unknown, path: string, walk: Walk): unknown {
  if (component.type === 'dynamiclist') return checkedRows(component, value, path, walk);
  // What the page computed is computed again: nobody fills it in.
  if (component.type === 'expression') return walk.context.evaluate(component.expression ?? 'null');
  const check = checkOfType[component.type];
  if (!check) return undefined;
  if (isEmpty(component, value)) {
    if (component.validate?.required === true) walk.faults.push({ path, fault: { rule: 'required' } });
    return value;
  }
  const fault = check(component, value, walk.context);
  if (fault) walk.faults.push({ path: `${path}${fault.at ?? ''}`, fault });
  return value;
}

function checkedRows(list: FormComponent, value: unknown, path: string, walk: Walk): unknown {
  if (value === undefined || value === null) return value;
  if (!Array.isArray(value)) {
    walk.faults.push({ path, fault: wrongType('array') });
    return value;
  }
  return value.map((row: unknown, index) =>
    collect(list.components ?? [], row, `${path}[${index}].`, walk, new Set()),
  );
}

function put(values: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? path;
  const target = names.reduce<Record<string, unknown>>((at, name) => {
    const inner = memberOf(at, name);
    const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
    at[name] = next;
    return next;
  }, values);
  const before = target[last];
  if (typeof before === 'object' && before !== null && typeof value === 'object' && value !== null) {
    merge(before as Record<string, unknown>, value as Record<string, unknown>);
  } else target[last] = value;
}

function merge(values: Record<string, unknown>, more: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(more)) put(values, name, value);
}

function fieldOf(locale: Locale, path: string, { rule, params }: Fault): InvalidField {
  const shown = params && localized(locale, params);
  return {
    field: path,
    rule,
    message: text(locale, `errors:field.${rule}`, shown ?? {}),
    ...(shown ? { params: shown } : {}),
  };
}

function localized(locale: Locale, params: Readonly<Record<string, string | number>>) {
  const key = `errors:type.${String(params['expected'])}`;
  return hasText(locale, key) ? { ...params, expected: text(locale, key) } : { ...params };
}
