import { z } from 'zod';
import type { FormField, FormPassage } from './form.schema.ts';

/** Kinds of work that return in many procedures, each with the form that fits it. */
const TEMPLATES = [
  'documento',
  'verifica',
  'raccolta',
  'incontro',
  'pubblicazione',
  'trasmissione',
  'rinvio',
] as const;

/**
 * A form by its kind of work: `name`, in capitals at the start of each word, tells its variables from those of
 * other forms (`linkPiano`, `esitoVerificaPiano`); `label` is what people read.
 */
export const templateFormSchema = z.strictObject({
  title: z.string().trim().min(1).max(500),
  template: z.enum(TEMPLATES),
  name: z.string().regex(/^[A-Z][A-Za-z0-9]*$/, 'Expected a name like "PianoTriennale"'),
  label: z.string().trim().min(1).max(120),
});

export type TemplateForm = z.output<typeof templateFormSchema>;

type Fields = readonly (FormField | FormPassage)[];

/** The fields of a kind of work. */
export function fieldsOfTemplate({ template, name, label }: TemplateForm): Fields {
  switch (template) {
    case 'documento':
      return [REMARKS, link(`link${name}`, `Collegamento: ${label}`), NOTE];
    case 'raccolta':
      return [
        long(`testo${name}`, label, true),
        { ...link(`link${name}`, 'Collegamento ai documenti'), required: false },
        NOTE,
      ];
    case 'incontro':
      return [
        date(`data${name}`, 'Data'),
        long(`partecipanti${name}`, 'Partecipanti', true),
        long(`esito${name}`, label, true),
        NOTE,
      ];
    case 'pubblicazione':
      return [
        link(`linkPubblicazione${name}`, `Pagina su cui è pubblicato: ${label}`),
        date(`dataPubblicazione${name}`, 'Data di pubblicazione'),
        NOTE,
      ];
    case 'trasmissione':
      return [
        date(`dataTrasmissione${name}`, `Data di trasmissione: ${label}`),
        { ...text(`protocollo${name}`, 'Numero di protocollo o ricevuta'), required: false },
        NOTE,
      ];
    case 'rinvio':
      return [
        { ...long('rilievi', "Osservazioni dell'organo", false), readonly: true },
        link(`link${name}`, `Collegamento: ${label}`),
        NOTE,
      ];
    case 'verifica':
      return [
        { ...link(`link${name}`, `Bozza: ${label}`), required: false, readonly: true },
        {
          ...common(`esitoVerifica${name}`, 'Esito della verifica'),
          type: 'choice',
          required: true,
          keep: 'answer',
          options: [
            { value: 'conforme', label: 'Conforme' },
            { value: 'da-rivedere', label: 'Da rivedere' },
          ],
        },
        {
          ...long('rilievi', 'Rilievi', true),
          keep: 'answer',
          hideIf: `=esitoVerifica${name} != "da-rivedere"`,
        },
        NOTE,
      ];
  }
}

const NOTE: FormField = { ...long('note', 'Note', false), keep: 'task' };

/** What was found wanting when the work comes back. */
const REMARKS: FormPassage = {
  type: 'show',
  text: '**Rilievi da recepire:** {{rilievi}}',
  hideIf: '=rilievi = null or rilievi = ""',
};

function common(
  key: string,
  label: string,
): Pick<FormField, 'key' | 'label' | 'required' | 'keep' | 'readonly'> & {
  help: undefined;
  hideIf: undefined;
} {
  return { key, label, required: false, keep: 'case', readonly: false, help: undefined, hideIf: undefined };
}

function text(key: string, label: string): FormField {
  return { ...common(key, label), type: 'text', required: true, maxLength: 80 };
}

function long(key: string, label: string, required: boolean): FormField {
  return { ...common(key, label), type: 'long', required, maxLength: 4000 };
}

function link(key: string, label: string): FormField {
  return { ...common(key, label), type: 'link', required: true };
}

function date(key: string, label: string): FormField {
  return { ...common(key, label), type: 'date', required: true, notBeforeToday: false };
}
