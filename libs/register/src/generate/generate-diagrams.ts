import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layoutDiagram } from '@iter/layout';
import { definitionsOfSheet, formIdOf } from '../build/bpmn-of-sheet.ts';
import { formOfSheet } from '../build/form-of-sheet.ts';
import { createModdle } from '../build/moddle.ts';
import { decisionIdOf, dmnOfDecision } from '../build/decision.ts';
import type { Sources } from '../build/sources.ts';
import type { Block } from '../notation/flow.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import type { Sheet } from '../sheet/sheet.schema.ts';

export interface GeneratedFile {
  /** Relative to the folder `diagrams`, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface SheetFileProblem {
  /** The sheet's file, relative to the folder of the sheets. */
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface Generation {
  readonly files: readonly GeneratedFile[];
  readonly problems: readonly SheetFileProblem[];
}

/**
 * Makes the diagrams, forms and decisions of the sheets below a folder. Sheets with problems make none.
 *
 * @param parts only sheets whose path contains one of these texts; all where there is none
 */
export async function generateDiagrams(
  sheets: string,
  sources: Sources,
  parts: readonly string[] = [],
): Promise<Generation> {
  const files: GeneratedFile[] = [];
  const problems: SheetFileProblem[] = [];
  const entries = await readdir(sheets, { recursive: true });
  const wanted = (path: string): boolean =>
    path.endsWith('.yaml') && (parts.length === 0 || parts.some((part) => path.includes(part)));
  for (const file of entries
    .map((entry) => entry.replaceAll('\\', '/'))
    .filter(wanted)
    .sort()) {
    const reading = readSheet(await readFile(join(sheets, file), 'utf8'), sources);
    if (reading.ok) files.push(...(await filesOfSheet(reading.sheet, reading.flow, sources)));
    else problems.push(...reading.problems.map((problem) => ({ file, ...problem })));
  }
  return { files, problems };
}

/** The diagram of one sheet, drawn, and its forms. */
export async function filesOfSheet(sheet: Sheet, flow: Block, sources: Sources): Promise<GeneratedFile[]> {
  const moddle = createModdle();
  const definitions = definitionsOfSheet(sheet, flow, sources);
  layoutDiagram(definitions, (type, properties) => moddle.create(type, properties));
  const { xml } = await moddle.toXML(definitions, { format: true });
  const folder = sheet.code?.slice(0, 2) ?? 'shared';
  const name = [sheet.code ?? sheet.shared, sheet.variant].filter((part) => part !== undefined).join('-');
  const forms = Object.entries(sheet.forms).map(([key, form]) => {
    const id = formIdOf(sheet, key);
    return { path: `${folder}/${id}.form`, text: `${JSON.stringify(formOfSheet(id, form), null, 2)}\n` };
  });
  const decisions = Object.entries(sheet.decisions).map(([key, decision]) => ({
    path: `${folder}/${decisionIdOf(sheet, key)}.dmn`,
    text: dmnOfDecision(sheet, key, decision, sources),
  }));
  return [{ path: `${folder}/${name}.bpmn`, text: xml }, ...forms, ...decisions];
}
