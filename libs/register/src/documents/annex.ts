import type { DiagramSheet, StepOfSheet } from '../sheet-from-bpmn.ts';
import { compareCodes, type Taxonomy } from '../taxonomy.ts';

/** A row of the annex, in the six columns of the document; lists are one statement a line. */
export interface AnnexRow {
  /** Code and official title. */
  readonly code: string;
  readonly name: string;
  readonly triggers: readonly string[];
  readonly outputs: readonly string[];
  readonly sequence: readonly string[];
  readonly roles: readonly string[];
}

export type AnnexLine =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | ({ readonly kind: 'row' } & AnnexRow);

/** Texts of the annex that are the language's, not the register's. */
export interface AnnexTexts {
  readonly title: string;
  /** Titles of the six columns, in their order. */
  readonly columns: readonly [string, string, string, string, string, string];
}

/** The cells of a row in the order of the columns. */
export function cellsOf({ code, name, triggers, outputs, sequence, roles }: AnnexRow): readonly string[] {
  return [code, name, ...[triggers, outputs, sequence, roles].map((lines) => lines.join('\n'))];
}

/** The annex as the published diagrams have it: by code, under the titles of the levels above. */
export function annexOf(sheets: readonly DiagramSheet[], taxonomy: Taxonomy): AnnexLine[] {
  const lines: AnnexLine[] = [];
  const shown = new Set<string>();
  const rows = sheets
    .flatMap((sheet) => (sheet.code === undefined ? [] : [{ ...sheet, code: sheet.code }]))
    .sort(
      (one, other) =>
        compareCodes(one.code, other.code) || (one.variant ?? '').localeCompare(other.variant ?? '', 'it'),
    );
  for (const sheet of rows) {
    taxonomy.above(sheet.code).forEach(({ code, title }, level) => {
      if (shown.has(code)) return;
      shown.add(code);
      lines.push({ kind: 'heading', level, text: `${code} ${title}` });
    });
    lines.push({ kind: 'row', ...rowOf(sheet, sheet.code, taxonomy) });
  }
  return lines;
}

function rowOf(sheet: DiagramSheet, code: string, taxonomy: Taxonomy): AnnexRow {
  const codes = [code, ...sheet.furtherCodes].map((own) => `${own} ${taxonomy.titleOf(own) ?? ''}`.trim());
  const answering = sheet.roles.filter(
    ({ answersFor, lines }) => lines !== undefined && answersFor.length > 0,
  );
  return {
    code: codes.join('\n'),
    name: sheet.title,
    triggers: sheet.triggers.map(({ text }) => text),
    outputs: sheet.outputs.map(({ text }) => text),
    sequence: sequenceOf(sheet),
    roles: (answering.length > 0 ? answering : sheet.roles).map(({ label }) => label),
  };
}

const WORK = /(Task|CallActivity)$/;

/** The work in reading order, numbered; decisions stand between with what they can lead to. */
function sequenceOf({ steps, terms }: DiagramSheet): string[] {
  const isWatch = ({ elementId }: StepOfSheet): boolean =>
    terms.some(({ id }) =>
      [`promemoria-${id}`, `scadenza-${id}`].some((watch) => elementId.startsWith(watch)),
    );
  let number = 0;
  return steps.flatMap((step) => {
    if (isWatch(step)) return [];
    if (step.outcomes.length > 1) {
      const outcomes = step.outcomes.map(({ label, leadsTo }) =>
        leadsTo === '' ? label : `${label}: ${leadsTo}`,
      );
      return [`- ${step.name} ${outcomes.join('; ')}`];
    }
    if (!WORK.test(step.type)) return [];
    number += 1;
    return [`${number}. ${step.name}`];
  });
}
