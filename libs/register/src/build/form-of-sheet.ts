import type { FormField, FormPassage, SheetForm } from '../sheet/form.schema.ts';

const SCHEMA_VERSION = 16;
const LINK_PATTERN = {
  validationType: 'custom',
  pattern: '^https?://\\S+$',
  patternErrorMessage: 'Inserire un indirizzo completo, che cominci con https://',
};

/** A form of a sheet in the JSON of form-js, ready to be deployed as `<id>.form`. */
export function formOfSheet(id: string, form: SheetForm): Record<string, unknown> {
  return {
    schemaVersion: SCHEMA_VERSION,
    type: 'default',
    id,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.9.0',
    exporter: { name: 'Iter', version: '1.0' },
    components: form.fields.map((field, index) =>
      field.type === 'show' ? passage(field, `testo-${index + 1}`) : component(field),
    ),
  };
}

function passage({ text, hideIf }: FormPassage, id: string): Record<string, unknown> {
  return { type: 'text', id, text, ...conditional(hideIf) };
}

function component(field: FormField): Record<string, unknown> {
  if (field.type === 'list') return table(field);
  const labels = field.type === 'date' ? { dateLabel: field.label, subtype: 'date' } : { label: field.label };
  return {
    type: TYPES[field.type],
    id: `campo-${field.key}`,
    key: field.key,
    ...labels,
    ...(field.help === undefined ? {} : { description: field.help }),
    ...(field.readonly ? { readonly: true } : {}),
    ...details(field),
    ...validation(field),
    ...conditional(field.hideIf),
  };
}

/** Rows can be added and taken away; one stands there from the start. */
function table({
  key,
  label,
  columns,
  hideIf,
}: Extract<FormField, { type: 'list' }>): Record<string, unknown> {
  return {
    type: 'dynamiclist',
    id: `campo-${key}`,
    path: key,
    label,
    isRepeating: true,
    allowAddRemove: true,
    defaultRepetitions: 1,
    components: columns.map((column) => component(column)),
    ...conditional(hideIf),
  };
}

const TYPES: Record<Exclude<FormField['type'], 'list'>, string> = {
  text: 'textfield',
  link: 'textfield',
  long: 'textarea',
  date: 'datetime',
  number: 'number',
  'yes-no': 'checkbox',
  choice: 'radio',
  choices: 'checklist',
};

function details(field: FormField): Record<string, unknown> {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return { values: field.options.map(({ value, label }) => ({ label, value })) };
    case 'number':
      return {
        decimalDigits: field.decimals,
        ...(field.unit === undefined ? {} : { appearance: { suffixAdorner: field.unit } }),
      };
    case 'date':
      return field.notBeforeToday ? { disallowPassedDates: true } : {};
    default:
      return {};
  }
}

function validation(field: FormField): Record<string, unknown> {
  const rules = {
    ...(field.required ? { required: true } : {}),
    ...(field.type === 'text' || field.type === 'long' ? { maxLength: field.maxLength } : {}),
    ...(field.type === 'number' && field.min !== undefined ? { min: field.min } : {}),
    ...(field.type === 'number' && field.max !== undefined ? { max: field.max } : {}),
    ...(field.type === 'link' ? LINK_PATTERN : {}),
  };
  return Object.keys(rules).length === 0 ? {} : { validate: rules };
}

function conditional(hideIf: string | undefined): Record<string, unknown> {
  return hideIf === undefined ? {} : { conditional: { hide: hideIf } };
}
