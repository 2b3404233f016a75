import type { Locator, Page } from '@playwright/test';

/** Tells the wanted value of a field by its key; absent where anything valid will do. */
export interface Wishes {
  next(field: string): string | undefined;
}

interface Component {
  readonly type: string;
  readonly id: string;
  readonly key?: string;
  readonly readonly?: boolean;
  readonly values?: readonly { readonly label: string; readonly value: string }[];
  /** Shown only under a condition, which other fields decide. */
  readonly conditional?: { readonly hide?: string };
  readonly validate?: { readonly required?: boolean; readonly min?: number; readonly pattern?: string };
}

/** A form-js schema as far as filling it in needs it. */
export interface FormSchema {
  readonly components: readonly Component[];
}

/** Fills in every required field of the form on the page, and those that are wished for. */
export async function fillForm(page: Page, schema: FormSchema | undefined, wishes: Wishes): Promise<void> {
  if (!schema) return;
  const form = page.locator('.fjs-container').first();
  await form.waitFor();
  // what decides about other fields comes first
  const ordered = [...schema.components].sort(
    (a, b) => Number(Boolean(a.conditional)) - Number(Boolean(b.conditional)),
  );
  for (const component of ordered) {
    if (!component.key || component.readonly) continue;
    if (component.conditional && !(await fieldOf(form, component).isVisible())) continue;
    const wish = wishes.next(component.key);
    if (wish === undefined && !component.validate?.required) continue;
    await fillField(form, component, wish);
  }
}

/** The field of a component: form-js ends the ids of its inputs with the component's. */
const fieldOf = (form: Locator, { id }: Component) =>
  form.locator('.fjs-form-field', { has: form.page().locator(`[id$="-${id}"], [id*="-${id}-"]`) }).first();

async function fillField(form: Locator, component: Component, wish: string | undefined): Promise<void> {
  const field = fieldOf(form, component);
  switch (component.type) {
    case 'radio': {
      const option = component.values?.find(({ value }) => value === wish) ?? component.values?.[0];
      return field.getByLabel(option?.label ?? '', { exact: true }).check();
    }
    case 'checkbox':
      return field.getByRole('checkbox').check();
    case 'number':
      return field.getByRole('textbox').fill(wish ?? String(Math.max(1, component.validate?.min ?? 1)));
    case 'datetime':
      await field
        .getByRole('textbox')
        .first()
        .fill(wish ?? '15/01/2027');
      return field.getByRole('textbox').first().press('Escape');
    default:
      return field
        .getByRole('textbox')
        .fill(
          wish ??
            (component.validate?.pattern?.startsWith('^https') ? 'https://esempio.example/atto' : 'Prova'),
        );
  }
}
