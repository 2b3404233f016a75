import { describe, expect, it } from '@jest/globals';
import { formChoices } from './form-choices.ts';

const form = (id: string, text?: string) =>
  JSON.stringify({ id, type: 'default', components: text ? [{ type: 'text', text }] : [] });

describe('forms to choose from', () => {
  it('are named by their heading, else by their file, in alphabetical order', () => {
    expect(
      formChoices([
        { name: 'A1-2-1-1-invio-atti.form', content: form('A1-2-1-1-invio-atti') },
        { name: 'esito.form', content: form('esito', 'Leggi prima.\n## Esito dell’esame\nScegli.') },
      ]),
    ).toEqual([
      { formId: 'esito', label: 'Esito dell’esame' },
      { formId: 'A1-2-1-1-invio-atti', label: 'Invio atti' },
    ]);
  });

  it('leave out decisions and files that are no forms', () => {
    expect(
      formChoices([
        { name: 'soglie.dmn', content: '<definitions/>' },
        { name: 'rotto.form', content: '{' },
        { name: 'senza-id.form', content: '{}' },
        { name: 'nullo.form', content: 'null' },
      ]),
    ).toEqual([]);
  });
});
