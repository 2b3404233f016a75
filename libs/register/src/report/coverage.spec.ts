import { describe, expect, it } from '@jest/globals';
import { readDiagrams } from '../../test/diagrams.ts';
import { sheetFromBpmn } from '../sheet-from-bpmn.ts';
import { readTaxonomy } from '../taxonomy.ts';
import { countsOfBpmn } from './counts.ts';
import { type CoverageProblem, coverageOf, type ReadDiagram } from './coverage.ts';
import { readCoveragePlan } from './plan.ts';
import { coverageText } from './print.ts';

const taxonomy = readTaxonomy(
  'functions: { A: Governo }\ntitles: { A1: Guida, A1.2: Norme, A1.2.1: Trasparenza, A1.2.1.1: Piano, A1.2.1.9: Altro }\n',
);
const planText = `document: annex
families: { A: 1-400 }
complete: [A]
headings: [{ lines: 300, reason: titolo }]
furniture: []
codes: [{ code: A1.2.1.9, reason: nessuna riga }]
`;
const sha256 = '510a96a9638ef8b333e93291f7b4f35ef110cb7e942c160c04a095b4fb40286e';
/** Blank lines, but for those from `first` to `last`. */
const linesFrom = (first: number, last: number): string[] =>
  Array.from({ length: 400 }, (_, index) => (index + 1 >= first && index + 1 <= last ? 'parole' : ''));

const read = async (change: (xml: string) => string = (xml) => xml): Promise<ReadDiagram> => {
  const path = 'A1/A1.2.1.1.bpmn';
  const xml = change(readDiagrams().find((diagram) => diagram.path === path)?.xml ?? '');
  const [sheet, counts] = [await sheetFromBpmn(xml), await countsOfBpmn(xml)];
  if (sheet === undefined || counts === undefined) throw new Error('Expected BPMN');
  return { path, sheet, counts };
};
const problems = (diagram: ReadDiagram, lines: readonly string[], plan = planText): string[] =>
  coverageOf([diagram], { lines, sha256, taxonomy, plan: readCoveragePlan(plan) }).problems.map(
    ({ kind, text }: CoverageProblem) => `${kind} ${text}`,
  );

describe('the comparison of the diagrams with their document', () => {
  it('finds nothing where every line, code and phrase is claimed', async () => {
    expect(problems(await read(), linesFrom(300, 329))).toEqual([]);
  });

  it('names each line that no sheet claims and that is no heading', async () => {
    expect(problems(await read(), linesFrom(300, 331))).toEqual([
      'unclaimed-line 330: parole',
      'unclaimed-line 331: parole',
    ]);
  });

  it('names each code without a row', async () => {
    const plan = planText.replace('codes: [{ code: A1.2.1.9, reason: nessuna riga }]', 'codes: []');
    expect(problems(await read(), linesFrom(301, 329), plan)).toEqual(['unclaimed-code A1.2.1.9 Altro']);
  });

  it('names a phrase that no element of the diagram shares lines with', async () => {
    const other = await read((xml) => xml.replaceAll('value="[[316,317]]"', 'value="[[326,326]]"'));
    expect(problems(other, linesFrom(301, 329))).toEqual([
      'phrase-without-element A1.2.1.1: risultato "Approvazione e pubblicazione del PTPC annuale aggiornato" (316-317)',
    ]);
  });

  it('names an element that carries neither lines nor a convention', async () => {
    const other = await read((xml) =>
      xml.replace(/name="iter:source" value="\[\[326,326\]\]"/, 'name="x" value="y"'),
    );
    expect(problems(other, linesFrom(301, 329))).toEqual(['element-without-origin A1.2.1.1: pubblicazione']);
  });

  it('refuses line numbers of another text', async () => {
    const other = await read((xml) => xml.replaceAll(sha256, 'f'.repeat(64)));
    expect(problems(other, linesFrom(301, 329))).toEqual([
      'another-text A1/A1.2.1.1.bpmn: its lines belong to a text with another checksum',
    ]);
  });

  it('counts what the rows of a family became, without the watches of their terms', async () => {
    const lines = linesFrom(301, 329);
    const coverage = coverageOf([await read()], {
      lines,
      sha256,
      taxonomy,
      plan: readCoveragePlan(planText),
    });
    expect(coverage.families).toEqual([
      { family: 'A', rows: 1, steps: 11, outcomes: 2, conditions: 7, tracks: 0, roles: 2, terms: 1 },
    ]);
    expect(coverageText(coverage, [await read()], { phrases: true, lines })).toContain(
      'A1.2.1.1 termine (313-314) "Approvazione e pubblicazione del PTPC" -> promemoria-pubblicazione, scadenza-pubblicazione',
    );
  });
});
