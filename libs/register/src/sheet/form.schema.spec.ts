import { describe, expect, it } from '@jest/globals';
import { formOfSheet } from '../build/form-of-sheet.ts';
import { mappingsOfAct } from './act.ts';
import { formSchema } from './form.schema.ts';

const keys = (form: unknown): string[] =>
  formSchema.parse(form).fields.flatMap((field) => (field.type === 'show' ? [] : [field.key]));

describe('a form by its kind of work', () => {
  it.each([
    ['documento', ['linkPiano', 'note']],
    ['verifica', ['linkPiano', 'esitoVerificaPiano', 'rilievi', 'note']],
    ['raccolta', ['testoPiano', 'linkPiano', 'note']],
    ['incontro', ['dataPiano', 'partecipantiPiano', 'esitoPiano', 'note']],
    ['pubblicazione', ['linkPubblicazionePiano', 'dataPubblicazionePiano', 'note']],
    ['trasmissione', ['dataTrasmissionePiano', 'protocolloPiano', 'note']],
    ['rinvio', ['rilievi', 'linkPiano', 'note']],
  ])('%s asks for %j', (template, expected) => {
    expect(keys({ title: 'Piano', template, name: 'Piano', label: 'piano' })).toEqual(expected);
  });

  it('says what is wrong with it, and where', () => {
    const reading = formSchema.safeParse({
      title: 'Piano',
      template: 'poesia',
      name: 'Piano',
      label: 'piano',
    });
    expect(reading.success ? [] : reading.error.issues.map(({ path }) => path)).toEqual([['template']]);
  });
});

describe('a form of a sheet', () => {
  it('becomes the JSON of form-js, with the right types', () => {
    const form = formSchema.parse({
      title: 'Ordine',
      fields: [
        { type: 'show', text: 'Attenzione' },
        { type: 'number', key: 'importo', label: 'Importo', decimals: 2, min: 0, unit: '€', required: true },
        { type: 'date', key: 'dataOrdine', label: 'Data' },
        { type: 'link', key: 'linkOrdine', label: 'Collegamento', readonly: true, hideIf: '=importo = null' },
        {
          type: 'choice',
          key: 'esito',
          label: 'Esito',
          options: [
            { value: 'si', label: 'Sì' },
            { value: 'no', label: 'No' },
          ],
        },
      ],
    });
    expect(formOfSheet('ordine', form)).toMatchObject({
      id: 'ordine',
      components: [
        { type: 'text', text: 'Attenzione' },
        {
          type: 'number',
          key: 'importo',
          decimalDigits: 2,
          appearance: { suffixAdorner: '€' },
          validate: { required: true, min: 0 },
        },
        { type: 'datetime', subtype: 'date', dateLabel: 'Data' },
        { type: 'textfield', readonly: true, conditional: { hide: '=importo = null' } },
        {
          type: 'radio',
          values: [
            { label: 'Sì', value: 'si' },
            { label: 'No', value: 'no' },
          ],
        },
      ],
    });
  });
});

describe('an act in one line', () => {
  it('gives the shared process what it needs and names what comes back', () => {
    const { inputs, outputs } = mappingsOfAct({
      name: 'Piano',
      subject: 'Piano "triennale"',
      draft: 'linkPiano',
      body: 'Giunta camerale',
      spends: true,
    });
    expect(inputs).toMatchObject({
      organo: '="Giunta camerale"',
      oggetto: '="Piano \\"triennale\\""',
      linkProposta: '=linkPiano',
      spesa: '="si"',
    });
    expect(inputs).not.toHaveProperty('proponente');
    expect(outputs).toMatchObject({
      esitoPiano: '=esito',
      numeroPiano: '=numeroAtto',
      rilievi: '=motivazione',
    });
  });
});
