import type { DiagramSheet } from '../sheet-from-bpmn.ts';
import type { Taxonomy } from '../taxonomy.ts';
import { type Claim, claimsOf, linesOf, nameOf } from './claims.ts';
import type { Counts, DiagramCounts } from './counts.ts';
import type { CoveragePlan } from './plan.ts';

export interface ReadDiagram {
  readonly path: string;
  readonly sheet: DiagramSheet;
  readonly counts: DiagramCounts;
}

export interface CoverageProblem {
  readonly kind:
    | 'unclaimed-line'
    | 'unclaimed-code'
    | 'phrase-without-element'
    | 'element-without-origin'
    | 'another-text';
  /** Letter of the family; undefined where the problem belongs to none. */
  readonly family: string | undefined;
  readonly text: string;
}

export interface FamilyCounts extends Counts {
  readonly family: string;
  readonly rows: number;
  readonly roles: number;
  readonly terms: number;
}

export interface Coverage {
  readonly claims: readonly Claim[];
  readonly problems: readonly CoverageProblem[];
  /** Lines that only the row as a whole claims: codes, titles, and what might have been overlooked. */
  readonly onlyByRow: readonly number[];
  readonly families: readonly FamilyCounts[];
}

interface Sources {
  readonly lines: readonly string[];
  readonly sha256: string;
  readonly taxonomy: Taxonomy;
  readonly plan: CoveragePlan;
}

/** Compares the diagrams with the document they come from: every line, every code, every phrase. */
export function coverageOf(diagrams: readonly ReadDiagram[], sources: Sources): Coverage {
  const claims = diagrams.flatMap(({ sheet }) => claimsOf(sheet));
  const byLine = claimsByLine(claims);
  const declared = new Set(
    [...sources.plan.headings, ...sources.plan.furniture].flatMap(({ lines }) => [...linesOf(lines)]),
  );
  const familyOf = (line: number): string | undefined =>
    Object.entries(sources.plan.families).find(([, lines]) => [...linesOf(lines)].includes(line))?.[0];
  const numbers = sources.lines.flatMap((text, index) => (text.trim() === '' ? [] : [index + 1]));
  const problems: CoverageProblem[] = [
    ...otherTexts(diagrams, sources.sha256),
    ...numbers
      .filter((line) => !declared.has(line) && !byLine.has(line))
      .map((line): CoverageProblem => ({
        kind: 'unclaimed-line',
        family: familyOf(line),
        text: `${line}: ${sources.lines[line - 1]?.trim() ?? ''}`,
      })),
    ...unclaimedCodes(diagrams, sources),
    ...phrases(claims),
    ...withoutOrigin(diagrams),
  ];
  const onlyByRow = numbers.filter(
    (line) =>
      !declared.has(line) && byLine.has(line) && byLine.get(line)?.every(({ field }) => field === 'riga'),
  );
  return { claims, problems, onlyByRow, families: familyCounts(diagrams) };
}

export function claimsByLine(claims: readonly Claim[]): Map<number, Claim[]> {
  const byLine = new Map<number, Claim[]>();
  for (const claim of claims) {
    for (const line of linesOf(claim.lines)) byLine.set(line, [...(byLine.get(line) ?? []), claim]);
  }
  return byLine;
}

/** Line numbers hold for one text only. */
function otherTexts(diagrams: readonly ReadDiagram[], sha256: string): CoverageProblem[] {
  return diagrams
    .filter(({ sheet }) => sheet.source !== undefined && sheet.source.sha256 !== sha256)
    .map(({ path, sheet }) => ({
      kind: 'another-text',
      family: sheet.code?.slice(0, 1),
      text: `${path}: its lines belong to a text with another checksum`,
    }));
}

function unclaimedCodes(diagrams: readonly ReadDiagram[], { taxonomy, plan }: Sources): CoverageProblem[] {
  const codes = [
    ...diagrams.flatMap(({ sheet }) => [
      ...(sheet.code === undefined ? [] : [sheet.code]),
      ...sheet.furtherCodes,
    ]),
    ...plan.codes.map(({ code }) => code),
  ];
  return taxonomy.levels
    .filter(({ code }) => !codes.some((claimed) => isWithin(claimed, code)))
    .map(({ code, title }) => ({
      kind: 'unclaimed-code',
      family: code.slice(0, 1),
      text: `${code} ${title}`,
    }));
}

/** The code itself, or a level below it. */
function isWithin(code: string, level: string): boolean {
  return code === level || code.startsWith(level.length <= 1 ? level : `${level}.`);
}

/** Every statement of the document became something in the diagram; what is uncertain, and the row itself, need not. */
function phrases(claims: readonly Claim[]): CoverageProblem[] {
  return claims
    .filter(({ field, elements }) => field !== 'riga' && field !== 'incertezza' && elements.length === 0)
    .map(({ sheet, field, text, lines }) => ({
      kind: 'phrase-without-element',
      // Shared processes belong to no family.
      family: /^[A-Z]\d/.exec(sheet)?.[0].slice(0, 1),
      text: `${sheet}: ${field} "${text}" (${rangesText(lines)})`,
    }));
}

function withoutOrigin(diagrams: readonly ReadDiagram[]): CoverageProblem[] {
  return diagrams.flatMap(({ sheet, counts }) =>
    counts.withoutOrigin.map((id) => ({
      kind: 'element-without-origin' as const,
      family: sheet.code?.slice(0, 1),
      text: `${nameOf(sheet)}: ${id}`,
    })),
  );
}

export function rangesText(ranges: Claim['lines']): string {
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

function familyCounts(diagrams: readonly ReadDiagram[]): FamilyCounts[] {
  const families = [...new Set(diagrams.flatMap(({ sheet }) => sheet.code?.slice(0, 1) ?? []))].sort();
  return families.map((family) => {
    const own = diagrams.filter(({ sheet }) => sheet.code?.startsWith(family));
    const sum = (of: (diagram: ReadDiagram) => number): number =>
      own.reduce((total, one) => total + of(one), 0);
    return {
      family,
      rows: own.length,
      steps: sum(({ counts }) => counts.steps),
      outcomes: sum(({ counts }) => counts.outcomes),
      conditions: sum(({ counts }) => counts.conditions),
      tracks: sum(({ counts }) => counts.tracks),
      roles: sum(({ sheet }) => sheet.roles.length),
      terms: sum(({ sheet }) => sheet.terms.length),
    };
  });
}
