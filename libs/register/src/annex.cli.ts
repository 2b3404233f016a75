import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annexDocx } from './documents/annex-docx.ts';
import { annexXlsx } from './documents/annex-xlsx.ts';
import { annexOf, type AnnexTexts } from './documents/annex.ts';
import { sheetFromBpmn } from './sheet-from-bpmn.ts';
import { readTaxonomy } from './taxonomy.ts';

/** The titles of the columns as the document has them. */
const TEXTS: AnnexTexts = {
  title: 'Mappatura dei processi',
  columns: [
    'Codifica Unioncamere',
    'Nome del processo - attività',
    'Elementi in ingresso che innescano il processo (input)',
    'Risultato atteso del processo (output)',
    "Sequenza di attività che consente di raggiungere l'output",
    "Responsabile dell'output (ruolo)",
  ],
};

/** `npm run register:annex [-- folder]`: the annex of the diagrams in the project, as a workbook and a text document. */
async function main(root: string, folder: string): Promise<void> {
  const diagrams = join(root, 'diagrams');
  const paths = (await readdir(diagrams, { recursive: true })).filter((path) => path.endsWith('.bpmn'));
  const sheets = await Promise.all(
    paths.map(async (path) => sheetFromBpmn(await readFile(join(diagrams, path)))),
  );
  const taxonomy = readTaxonomy(await readFile(join(root, 'seeds', 'register', 'taxonomy.yaml'), 'utf8'));
  const lines = annexOf(
    sheets.flatMap((sheet) => sheet ?? []),
    taxonomy,
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'annex.xlsx'), annexXlsx(lines, TEXTS));
  await writeFile(join(folder, 'annex.docx'), annexDocx(lines, TEXTS));
  console.log(`${lines.filter(({ kind }) => kind === 'row').length} rows in ${folder}`);
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
await main(root, resolve(process.argv[2] ?? join(root, 'tmp')));
