import { z } from 'zod';
import { fieldsOfTemplate, templateFormSchema } from './form-templates.ts';

const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'Expected a name in camel case like "dataAtto"');
const text = z.string().trim().min(1).max(500);
const feel = z.string().regex(/^=\s*\S/, 'Expected a FEEL expression that starts with "="');

const common = {
  key,
  label: text,
  required: z.boolean().default(false),
  help: text.optional(),
  /** FEEL; where it is true the field is not shown and gives no value. */
  hideIf: feel.optional(),
  /**
   * `case`: kept as a variable of the case. `task`: stays with this task, is empty at the next one (notes).
   * `answer`: kept, but empty whenever the task comes again (outcomes).
   */
  keep: z.enum(['case', 'task', 'answer']).default('case'),
  /** Shown, not to be changed. */
  readonly: z.boolean().default(false),
};

const option = z.strictObject({ value: z.string().min(1).max(100), label: text });

const columnSchemas = [
  z.strictObject({ type: z.literal('text'), ...common, maxLength: z.int().positive().default(300) }),
  z.strictObject({ type: z.literal('long'), ...common, maxLength: z.int().positive().default(4000) }),
  z.strictObject({ type: z.literal('link'), ...common }),
  z.strictObject({ type: z.literal('date'), ...common, notBeforeToday: z.boolean().default(false) }),
  z.strictObject({
    type: z.literal('number'),
    ...common,
    decimals: z.int().min(0).max(6).default(0),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: text.optional(),
  }),
  z.strictObject({ type: z.literal('yes-no'), ...common }),
  z.strictObject({ type: z.literal('choice'), ...common, options: z.array(option).min(2) }),
] as const;

export const fieldSchema = z.discriminatedUnion('type', [
  ...columnSchemas,
  /** Several of the options: a list of their values. */
  z.strictObject({ type: z.literal('choices'), ...common, options: z.array(option).min(2) }),
  /** A table that people fill in row by row: a list of contexts with the columns' keys. */
  z.strictObject({
    type: z.literal('list'),
    ...common,
    columns: z.array(z.discriminatedUnion('type', columnSchemas)).min(1),
  }),
]);

/** A passage of text above or between the fields; `{{variable}}` shows a value of the case. */
const passage = z.strictObject({
  type: z.literal('show'),
  text: z.string().trim().min(1).max(2000),
  hideIf: feel.optional(),
});

const formWithFields = z.strictObject({
  title: text,
  fields: z.array(z.union([fieldSchema, passage])).min(1),
});

const formOfTemplate = templateFormSchema.transform((form): SheetForm => ({
  title: form.title,
  fields: [...fieldsOfTemplate(form)],
}));

/** A form with its own fields, or that of a kind of work; read as the one that it looks like, for clear errors. */
export const formSchema = z.record(z.string(), z.unknown()).transform((value, context): SheetForm => {
  const reading = ('template' in value ? formOfTemplate : formWithFields).safeParse(value);
  if (reading.success) return reading.data;
  for (const { message, path } of reading.error.issues) {
    context.addIssue({ code: 'custom', message, path: [...path] });
  }
  return z.NEVER;
});

export type SheetForm = z.output<typeof formWithFields>;
export type FormField = z.output<typeof fieldSchema>;
export type FormPassage = z.output<typeof passage>;
