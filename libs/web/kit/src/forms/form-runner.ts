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
    /** How a day is typed, in words: "gg/mm/aaaa". */
    dayPattern: string;
    readOnly: boolean;
    onSubmit: () => void;
    onChanged: () => void;
  },
): FormRunner {
  setDatePicker(options);
  const form = new Form({
    container,
    properties: { readOnly: options.readOnly },
    additionalModules: [{ translate: ['value', translator(options.dictionary)] }],
  });
  const inside = form as unknown as FormInside;
  const naming = nameGroups(container);
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
      naming.disconnect();
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

/**
 * Days are shown and typed as in Italy whatever the language of the browser: form-js asks the browser, and its date
 * picker can be told otherwise only through the picker's own defaults.
 */
function setDatePicker({ locale, dayPattern }: { locale: 'it' | 'en'; dayPattern: string }): void {
  flatpickr.localize(locale === 'it' ? Italian : english);
  flatpickr.setDefaults({
    plugins: [
      (picker) => {
        picker.config.dateFormat = 'd/m/Y';
        picker.input.placeholder = dayPattern;
        return {};
      },
    ],
  });
}

/** form-js draws radio buttons and check lists with a label that belongs to nothing: makes it the group's name. */
function nameGroups(container: HTMLElement): MutationObserver {
  const name = () => {
    for (const group of container.querySelectorAll(
      '.fjs-form-field-radio:not([role]), .fjs-form-field-checklist:not([role])',
    )) {
      const label = group.querySelector(':scope > .fjs-form-field-label');
      if (!label?.textContent) continue;
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', label.textContent.replace(/\*$/, ''));
    }
  };
  const observer = new MutationObserver(name);
  observer.observe(container, { childList: true, subtree: true });
  return observer;
}

function translator(dictionary: Readonly<Record<string, string>>) {
  return (template: string, replacements: Record<string, unknown> = {}): string =>
    (dictionary[template] ?? template).replace(/\{([^}]+)\}/g, (whole, name: string) =>
      name in replacements ? String(replacements[name]) : whole,
    );
}
