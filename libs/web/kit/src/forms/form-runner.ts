import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import flatpickr from 'flatpickr';
import { Italian } from 'flatpickr/dist/l10n/it.js';
import { english } from 'flatpickr/dist/l10n/default.js';

export type FormValues = Record<string, unknown>;
/** Messages by the key (or id) of the field. */
export type FormErrors = Record<string, string[]>;

export interface FormRunner {
  show(schema: Record<string, unknown>, values: FormValues): Promise<void>;
  /** Validates everything. The values are there only without errors. */
  submit(): { values: FormValues; errors: FormErrors };
  /** What is filled in, valid or not. */
  values(): FormValues;
  showErrors(errors: FormErrors): void;
  setReadOnly(readOnly: boolean): void;
  destroy(): void;
}

interface Field {
  id: string;
  key?: string;
}

/** The parts of form-js that its types hide. */
interface FormInside {
  _getState(): { data: FormValues; errors: FormErrors };
  _setState(state: { errors: FormErrors }): void;
  get(name: 'formFieldRegistry'): { getAll(): Field[] };
}

/** Puts a form-js form into `container`. Loaded on demand: it brings form-js. */
export function openFormRunner(
  container: HTMLElement,
  options: {
    dictionary: Readonly<Record<string, string>>;
    locale: 'it' | 'en';
    readOnly: boolean;
    onSubmit: () => void;
    onChanged: () => void;
  },
): FormRunner {
  flatpickr.localize(options.locale === 'it' ? Italian : english);
  const form = new Form({
    container,
    properties: { readOnly: options.readOnly },
    additionalModules: [{ translate: ['value', translator(options.dictionary)] }],
  });
  const inside = form as unknown as FormInside;
  form.on('changed', options.onChanged);
  // A button of the schema's own and the Enter key end here; the page decides what to do.
  form.on('submit', options.onSubmit);

  return {
    async show(schema, values) {
      await form.importSchema(schema, values);
    },
    submit() {
      const { data, errors } = silently(() => form.submit());
      return { values: data, errors };
    },
    values: () => inside._getState().data,
    showErrors(errors) {
      const fields = inside.get('formFieldRegistry').getAll();
      const byId = Object.fromEntries(
        Object.entries(errors).map(([name, messages]) => [
          fields.find((field) => field.key === name || field.id === name)?.id ?? name,
          messages,
        ]),
      );
      inside._setState({ errors: { ...inside._getState().errors, ...byId } });
    },
    setReadOnly(readOnly) {
      form.setProperty('readOnly', readOnly);
    },
    destroy() {
      form.destroy();
    },
  };

  /** Runs without telling `onSubmit`, which is for the form's own buttons. */
  function silently<T>(run: () => T): T {
    form.off('submit', options.onSubmit);
    try {
      return run();
    } finally {
      form.on('submit', options.onSubmit);
    }
  }
}

function translator(dictionary: Readonly<Record<string, string>>) {
  return (template: string, replacements: Record<string, unknown> = {}): string =>
    (dictionary[template] ?? template).replace(/\{([^}]+)\}/g, (whole, name: string) =>
      name in replacements ? String(replacements[name]) : whole,
    );
}
