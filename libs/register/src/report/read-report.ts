import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSources } from '../generate/read-sources.ts';
import { sheetFromBpmn } from '../sheet-from-bpmn.ts';
import { readTaxonomy } from '../taxonomy.ts';
import { countsOfBpmn } from './counts.ts';
import { type Coverage, coverageOf, type ReadDiagram } from './coverage.ts';
import { type CoveragePlan, readCoveragePlan } from './plan.ts';

export interface RegisterReport {
  readonly coverage: Coverage;
  readonly diagrams: readonly ReadDiagram[];
  readonly lines: readonly string[];
  readonly plan: CoveragePlan;
}

/**
 * Compares the diagrams of the project with the document they come from.
 *
 * @param root the project's folder
 * @param documents folder of the source documents, which are no part of the project
 * @returns a reason instead, where the document is not there
 */
export async function readReport(
  root: string,
  documents: string,
): Promise<RegisterReport | { reason: string }> {
  const register = join(root, 'seeds', 'register');
  const plan = readCoveragePlan(await readFile(join(register, 'coverage.yaml'), 'utf8'));
  const file = (await readSources(register)).documents[plan.document]?.file;
  if (file === undefined) throw new Error(`Expected a key of documents.yaml, but '${plan.document}' is none`);
  const content = await readFile(join(documents, file)).catch(() => undefined);
  if (content === undefined) return { reason: `${join(documents, file)} is not there` };
  const taxonomy = readTaxonomy(await readFile(join(register, 'taxonomy.yaml'), 'utf8'));
  const diagrams = await readDiagrams(join(root, 'diagrams'), file);
  const lines = content.toString('utf8').split('\n');
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { coverage: coverageOf(diagrams, { lines, sha256, taxonomy, plan }), diagrams, lines, plan };
}

async function readDiagrams(folder: string, file: string): Promise<ReadDiagram[]> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.bpmn')).sort();
  const read = await Promise.all(
    paths.map(async (path): Promise<ReadDiagram[]> => {
      const xml = await readFile(join(folder, path), 'utf8');
      const [sheet, counts] = [await sheetFromBpmn(xml), await countsOfBpmn(xml)];
      if (sheet === undefined || counts === undefined) throw new Error(`Expected BPMN in ${path}`);
      return sheet.source?.file === file ? [{ path, sheet, counts }] : [];
    }),
  );
  return read.flat();
}
