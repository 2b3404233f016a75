import { describe, expect, it } from '@jest/globals';
import type { Dates } from '@iter/web-kit';
import { readableData, readableName } from './case-data.ts';

const dates = { date: (day) => `giorno ${String(day)}`, dateTime: (at) => `ora ${String(at)}` } as Dates;
const t = (key: string) => key;

describe('names of data', () => {
  it.each([
    ['dataPubblicazione', 'Data pubblicazione'],
    ['numeroCIG', 'Numero CIG'],
    ['esito', 'Esito'],
    ['note_avvio', 'Note avvio'],
    ['lotto2Importo', 'Lotto2 importo'],
  ])('%s reads "%s"', (name, readable) => {
    expect(readableName(name)).toBe(readable);
  });
});

describe('data of a case', () => {
  it('are read by kind, and left out where they are empty or shown elsewhere', () => {
    const variables = {
      ufficio: 'economato',
      pratica: 'ECO/2027/1',
      approvata: true,
      dataAtto: '2027-01-31',
      invio: '2027-01-31T10:00:00+01:00',
      importo: 1200.5,
      uffici: ['Legale', 'Personale'],
      note: '',
      vuoto: null,
      fornitore: { nome: 'Rossi' },
    };
    expect(readableData(variables, dates, t)).toEqual([
      { term: 'Approvata', value: 'data.yes' },
      { term: 'Data atto', value: 'giorno 2027-01-31' },
      { term: 'Invio', value: 'ora 2027-01-31T10:00:00+01:00' },
      { term: 'Importo', value: '1200.5' },
      { term: 'Uffici', value: 'Legale, Personale' },
      { term: 'Fornitore', value: '{"nome":"Rossi"}' },
    ]);
  });
});
