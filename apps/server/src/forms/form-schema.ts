import { z } from 'zod';

/**
 * What the server reads of a form-js schema. Everything else (looks, layout, texts) is the page's business and
 * is let through, so that forms made by newer editors keep working.
 */
const validate = z.looseObject({
  required: z.boolean().optional(),
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  minLength: z.union([z.number(), z.string()]).optional(),
  maxLength: z.union([z.number(), z.string()]).optional(),
  pattern: z.string().optional(),
  validationType: z.string().optional(),
});

const optionValue = z.union([z.string(), z.number(), z.boolean()]);

const componentBase = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  key: z.string().optional(),
  path: z.string().optional(),
  label: z.string().optional(),
  disabled: z.boolean().optional(),
  readonly: z.union([z.boolean(), z.string()]).optional(),
  validate: validate.optional(),
  conditional: z.looseObject({ hide: z.union([z.string(), z.boolean()]).optional() }).optional(),
  values: z.array(z.looseObject({ value: optionValue })).optional(),
  valuesKey: z.string().optional(),
  valuesExpression: z.string().optional(),
  decimalDigits: z.number().optional(),
  increment: z.union([z.number(), z.string()]).optional(),
  serializeToString: z.boolean().optional(),
  subtype: z.enum(['date', 'time', 'datetime']).optional(),
  disallowPassedDates: z.boolean().optional(),
  expression: z.string().optional(),
});

export type FormComponent = z.output<typeof componentBase> & {
  readonly components?: readonly FormComponent[] | undefined;
};

const component: z.ZodType<FormComponent> = z.lazy(() =>
  componentBase.extend({ components: z.array(component).optional() }),
) as z.ZodType<FormComponent>;

const formSchema = z.looseObject({ id: z.string().optional(), components: z.array(component) });
export type FormSchema = z.output<typeof formSchema>;

/**
 * Reads a form-js schema.
 *
 * @returns the schema, or the reason why it is none
 */
export function readFormSchema(
  source: string,
): { readonly schema: FormSchema } | { readonly reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const parsed = formSchema.safeParse(json);
  if (parsed.success) return { schema: parsed.data };
  const issue = parsed.error.issues[0];
  return { reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}
