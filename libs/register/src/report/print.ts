import {
  claimsByLine,
  type Coverage,
  type CoverageProblem,
  type ReadDiagram,
  rangesText,
} from './coverage.ts';
import { nameOf } from './claims.ts';

const TITLES: Record<CoverageProblem['kind'], string> = {
  'another-text': 'Lines of another text',
  'unclaimed-line': 'Lines that nothing claims',
  'unclaimed-code': 'Codes of the taxonomy without a row',
  'phrase-without-element': 'Phrases that became nothing in the diagram',
  'element-without-origin': 'Elements without a line and without a convention',
};

/** The report as text: counts, what is uncertain, what is left over; with `phrases`, every phrase and line too. */
export function coverageText(
  coverage: Coverage,
  diagrams: readonly ReadDiagram[],
  options: { readonly phrases: boolean; readonly lines: readonly string[] },
): string {
  return [
    ...countsText(coverage),
    ...uncertainText(diagrams),
    ...(options.phrases ? [...phrasesText(coverage), ...linesText(coverage, options.lines)] : []),
    ...onlyByRowText(coverage, options),
    ...problemsText(coverage),
  ].join('\n');
}

function countsText({ families }: Coverage): string[] {
  const columns = ['rows', 'steps', 'outcomes', 'conditions', 'tracks', 'roles', 'terms'] as const;
  const row = (name: string, values: readonly (number | string)[]): string =>
    [name.padEnd(8), ...values.map((value) => String(value).padStart(11))].join('');
  const totals = columns.map((column) => families.reduce((sum, family) => sum + family[column], 0));
  return [
    row('family', columns),
    ...families.map((family) =>
      row(
        family.family,
        columns.map((column) => family[column]),
      ),
    ),
    row('all', totals),
  ];
}

function uncertainText(diagrams: readonly ReadDiagram[]): string[] {
  const all = diagrams.flatMap(({ sheet }) =>
    sheet.uncertain.map(
      ({ text, lines, reason }) => `  ${nameOf(sheet)} (${rangesText(lines)}): ${text} - ${reason}`,
    ),
  );
  return ['', `Uncertain: ${all.length}`, ...all];
}

function phrasesText({ claims }: Coverage): string[] {
  const shown = claims.filter(({ field }) => field !== 'riga');
  return [
    '',
    `Phrases: ${shown.length}`,
    ...shown.map(
      ({ sheet, field, text, lines, elements }) =>
        `  ${sheet} ${field} (${rangesText(lines)}) "${text}" -> ${elements.join(', ')}`,
    ),
  ];
}

function linesText({ claims }: Coverage, lines: readonly string[]): string[] {
  const byLine = claimsByLine(claims);
  const numbers = lines.flatMap((text, index) => (text.trim() === '' ? [] : [index + 1]));
  return [
    '',
    `Lines: ${numbers.length}`,
    ...numbers.map((line) => {
      const claimed = (byLine.get(line) ?? []).map(({ sheet, field, elements }) =>
        [`${sheet} ${field}`, ...elements].join(' '),
      );
      return `  ${line}: ${[...new Set(claimed)].join('; ')}`;
    }),
  ];
}

function onlyByRowText(
  { onlyByRow }: Coverage,
  { phrases, lines }: { phrases: boolean; lines: readonly string[] },
): string[] {
  return [
    '',
    `Lines that only their row claims (codes, titles, columns repeated): ${onlyByRow.length}`,
    ...(phrases ? onlyByRow.map((line) => `  ${line}: ${lines[line - 1]?.trim() ?? ''}`) : []),
  ];
}

function problemsText({ problems }: Coverage): string[] {
  return Object.entries(TITLES).flatMap(([kind, title]) => {
    const found = problems.filter((problem) => problem.kind === kind);
    return ['', `${title}: ${found.length}`, ...found.map(({ text }) => `  ${text}`)];
  });
}
