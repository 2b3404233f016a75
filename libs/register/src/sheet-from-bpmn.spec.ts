import { describe, expect, it } from '@jest/globals';
import { readDiagrams } from '../test/diagrams.ts';
import { sheetFromBpmn } from './sheet-from-bpmn.ts';

const xmlOf = (path: string): string => {
  const found = readDiagrams().find((diagram) => diagram.path === path);
  if (found === undefined) throw new Error(`Expected the diagram ${path}`);
  return found.xml;
};

describe('the sheet that a diagram carries', () => {
  it('says what the row of the document says', async () => {
    const sheet = await sheetFromBpmn(xmlOf('A1/A1.2.1.1.bpmn'));
    expect(sheet).toMatchObject({
      processId: 'A1-2-1-1',
      code: 'A1.2.1.1',
      macro: 'A1',
      shared: undefined,
      title: 'Piano triennale di prevenzione della corruzione e della trasparenza',
      outputs: [{ text: 'Approvazione e pubblicazione del PTPC annuale aggiornato', lines: [[316, 317]] }],
      terms: [{ kind: 'fixed-date', id: 'pubblicazione', date: '01-31', reminder: 'P15D' }],
      termLines: { pubblicazione: [[313, 314]] },
      source: { file: 'annex-process-mapping-2022-2024.txt', lines: [[301, 329]] },
      calls: ['deliberazione-organo-collegiale'],
      unreadable: [],
    });
    expect(sheet?.roles[0]).toMatchObject({
      role: 'rpct',
      at: 'body',
      lines: [[329, 329]],
      convention: undefined,
    });
    expect(sheet?.roles[1]?.convention).toBeDefined();
  });

  it('lists the steps in reading order, with their source or the rule that put them there', async () => {
    const steps = (await sheetFromBpmn(xmlOf('A1/A1.2.1.1.bpmn')))?.steps ?? [];
    expect(steps.map(({ elementId }) => elementId)).toEqual([
      'avvio',
      'avvio-annuale',
      'esame-atti',
      'interviste',
      'aggiornamento',
      'delibera',
      'verifica',
      'conformi',
      'adozione',
      'esito-delibera',
      'pubblicazione',
      'annotazione',
      'portale-anac',
      'pubblicato',
      'nuova-trattazione',
      'rigetto',
      'ripresentare',
      'non-approvato',
      'promemoria-pubblicazione',
      'promemoria-pubblicazione-scatta',
      'promemoria-pubblicazione-avviso',
      'promemoria-pubblicazione-fatto',
      'scadenza-pubblicazione',
      'scadenza-pubblicazione-scatta',
      'scadenza-pubblicazione-avviso',
      'scadenza-pubblicazione-fatto',
    ]);
    expect(steps.every(({ lines, origin }) => (lines === undefined) !== (origin === undefined))).toBe(true);
    const decision = steps.find(({ elementId }) => elementId === 'conformi');
    expect(decision).toMatchObject({
      lane: 'RPCT (Segretario Generale)',
      outcomes: [
        { label: 'Conformi', leadsTo: 'Adottare la delibera di approvazione' },
        { label: 'Da rivedere', leadsTo: 'Aggiornare il PTPC' },
      ],
    });
  });

  it('names a shared process as such', async () => {
    const sheet = await sheetFromBpmn(xmlOf('shared/determinazione.bpmn'));
    expect(sheet).toMatchObject({ shared: 'determinazione', code: undefined, macro: undefined });
  });

  it('names properties an editor left unreadable, and goes on without them', async () => {
    const xml = xmlOf('A1/A1.2.1.1.bpmn').replace(
      /name="iter:triggers" value="[^"]*"/,
      'name="iter:triggers" value="oops"',
    );
    const sheet = await sheetFromBpmn(xml);
    expect(sheet?.unreadable).toEqual(['iter:triggers']);
    expect(sheet?.triggers).toEqual([]);
    expect(sheet?.outputs).toHaveLength(1);
  });

  it('is none for a text that is no BPMN', async () => {
    expect(await sheetFromBpmn('not xml')).toBeUndefined();
  });
});
