import { inflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDiagrams } from '../../test/diagrams.ts';
import { sheetFromBpmn } from '../sheet-from-bpmn.ts';
import { readTaxonomy } from '../taxonomy.ts';
import { annexDocx } from './annex-docx.ts';
import { annexXlsx } from './annex-xlsx.ts';
import { type AnnexLine, annexOf, type AnnexTexts } from './annex.ts';

const seeds = join(import.meta.dirname, '..', '..', '..', '..', 'seeds', 'register');
const taxonomy = readTaxonomy(readFileSync(join(seeds, 'taxonomy.yaml'), 'utf8'));
const texts: AnnexTexts = {
  title: 'Mappatura',
  columns: ['Codice', 'Nome', 'Input', 'Output', 'Sequenza', 'Ruolo'],
};
const wanted = ['A1/A1.2.1.1.bpmn', 'B2/B2.1.1.3.bpmn', 'shared/determinazione.bpmn'];

const annex = async (change: (xml: string) => string = (xml) => xml): Promise<AnnexLine[]> => {
  const files = readDiagrams().filter(({ path }) => wanted.includes(path));
  const sheets = await Promise.all(files.map(({ xml }) => sheetFromBpmn(change(xml))));
  return annexOf(
    sheets.flatMap((sheet) => sheet ?? []),
    taxonomy,
  );
};

/** The texts of an archive by their paths, read from the headers of the files themselves. */
const unzip = (archive: Uint8Array): Map<string, string> => {
  const bytes = Buffer.from(archive);
  const found = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, name] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    found.set(
      bytes.toString('utf8', at + 30, start),
      inflateRawSync(bytes.subarray(start, start + size)).toString('utf8'),
    );
    at = start + size;
  }
  return found;
};

describe('the annex of the published diagrams', () => {
  it('has the rows by code under the titles of their levels, without the shared processes', async () => {
    expect((await annex()).map((line) => (line.kind === 'heading' ? line.text : line.code))).toEqual([
      expect.stringMatching(/^A1 /),
      expect.stringMatching(/^A1\.2 /),
      expect.stringMatching(/^A1\.2\.1 /),
      expect.stringMatching(/^A1\.2\.1\.1 /),
      expect.stringMatching(/^B2 /),
      expect.stringMatching(/^B2\.1 /),
      expect.stringMatching(/^B2\.1\.1 /),
      expect.stringMatching(/^B2\.1\.1\.3 /),
    ]);
  });

  it('says the work in reading order, decisions with their outcomes, without the watches of terms', async () => {
    const row = (await annex()).find((line) => line.kind === 'row');
    expect(row?.kind === 'row' && row.sequence.slice(0, 6)).toEqual([
      "1. Esaminare gli atti dell'ANAC",
      '2. Intervistare gli uffici',
      '3. Aggiornare il PTPC',
      '4. Redigere la delibera di approvazione',
      '5. Verificare il PTPC e la delibera',
      '- PTPC e delibera conformi? Conformi: Adottare la delibera di approvazione; Da rivedere: Aggiornare il PTPC',
    ]);
    expect(row?.kind === 'row' && row.roles).toEqual(['RPCT (Segretario Generale)']);
    expect(JSON.stringify(row)).not.toContain('Ricordare la scadenza');
  });

  it('shows what an owner changed in the diagram', async () => {
    const lines = await annex((xml) => xml.replaceAll('Intervistare gli uffici', 'Sentire i responsabili'));
    expect(JSON.stringify(lines)).toContain('2. Sentire i responsabili');
  });

  it('is a workbook with a row for each line and its texts escaped', () => {
    const lines: AnnexLine[] = [
      { kind: 'heading', level: 0, text: 'A1 "Guida" & <norme>' },
      {
        kind: 'row',
        code: 'A1.1',
        name: 'N',
        triggers: ['uno', 'due'],
        outputs: [],
        sequence: [],
        roles: [],
      },
    ];
    const files = unzip(annexXlsx(lines, texts));
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect([...files.keys()]).toContain('[Content_Types].xml');
    expect(sheet.match(/<row /g)).toHaveLength(3);
    expect(sheet).toContain('A1 &quot;Guida&quot; &amp; &lt;norme&gt;');
    expect(sheet).toContain('<t xml:space="preserve">uno\ndue</t>');
  });

  it('is a text document with one table of six columns', async () => {
    const document = unzip(annexDocx(await annex(), texts)).get('word/document.xml') ?? '';
    expect(document.match(/<w:gridCol /g)).toHaveLength(6);
    expect(document.match(/<w:tr>/g)).toHaveLength(9);
    expect(document).toContain('Intervistare gli uffici');
  });

  it('makes the same bytes of the same register', async () => {
    const lines = await annex();
    expect(Buffer.from(annexXlsx(lines, texts)).equals(annexXlsx(lines, texts))).toBe(true);
  });
});
