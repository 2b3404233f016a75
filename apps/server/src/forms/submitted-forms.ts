import type { FormResult, Locale } from '@iter/contract';
import type { Engine, Variables } from '@iter/engine-runtime';
import type { Viewer } from '@iter/identity';
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '../http/refusal.ts';
import { ENGINE } from '../tokens.ts';
import { checkFormValues } from './check-form-values.ts';
import { readFormSchema, type FormSchema } from './form-schema.ts';

interface Submitted {
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** Absent: there is no form, and anything may be given. */
  readonly form: FormResult | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the form's expressions may read beside the data. */
  readonly variables: Variables;
}

/** Forms that were read once; a version never changes. */
const maxKept = 500;

/** Checks what is given at a start or a completion against the form as it was deployed. */
@Injectable()
export class SubmittedForms {
  private readonly schemas = new Map<string, FormSchema | undefined>();

  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  /**
   * @returns the values to keep
   * @throws Refusal FORM_VALUE_INVALID with every field that is wrong
   */
  check({ viewer, locale, form, data, variables }: Submitted): Readonly<Record<string, unknown>> {
    const schema = form && this.schemaOf(form);
    if (!schema) return data;
    const now = this.engine.now(viewer.tenantId);
    const checked = checkFormValues({ schema, data, variables, now, locale });
    if (checked.ok) return checked.values;
    // A program may set variables that no form shows; what the form does show must be right for it, too.
    const machine = viewer.abilities.includes('machine-client');
    const fields = checked.fields.filter(({ rule }) => !machine || rule !== 'unknown');
    if (fields.length > 0) throw new Refusal('FORM_VALUE_INVALID', { fields });
    return data;
  }

  private schemaOf({ formKey, schema }: FormResult): FormSchema | undefined {
    if (this.schemas.has(formKey)) return this.schemas.get(formKey);
    const read = readFormSchema(schema);
    const known = 'schema' in read ? read.schema : undefined;
    if (this.schemas.size >= maxKept) this.schemas.clear();
    this.schemas.set(formKey, known);
    return known;
  }
}
