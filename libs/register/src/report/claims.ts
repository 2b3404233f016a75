import type { LineRange } from '../notation/flow.ts';
import type { DiagramSheet } from '../sheet-from-bpmn.ts';

/** A passage of the document that a sheet answers for: in which field, and what it became in the diagram. */
export interface Claim {
  readonly sheet: string;
  /** `riga` is the row as a whole: its code and title, and what no other field takes up. */
  readonly field: 'riga' | 'ingresso' | 'risultato' | 'ruolo' | 'termine' | 'passo' | 'incertezza';
  readonly text: string;
  readonly lines: readonly LineRange[];
  readonly elements: readonly string[];
}

/** Code and variant: how a sheet is called in the report. */
export function nameOf({ code, variant, shared, processId }: DiagramSheet): string {
  return [code ?? shared ?? processId, variant].filter((part) => part !== undefined).join(' ');
}

/** All that a sheet says of the lines of its document. */
export function claimsOf(sheet: DiagramSheet): Claim[] {
  const name = nameOf(sheet);
  const claim = (
    field: Claim['field'],
    text: string,
    lines: readonly LineRange[] | undefined,
    elements: readonly string[],
  ): Claim[] => (lines === undefined ? [] : [{ sheet: name, field, text, lines, elements }]);
  const steps = (lines: readonly LineRange[]): string[] =>
    sheet.steps.filter((step) => overlap(step.lines ?? [], lines)).map(({ elementId }) => elementId);
  return [
    ...claim('riga', sheet.title, sheet.source?.lines, []),
    ...sheet.triggers.flatMap(({ text, lines }) =>
      claim('ingresso', text, lines, startsFor(sheet, steps(lines))),
    ),
    ...sheet.outputs.flatMap(({ text, lines }) =>
      claim('risultato', text, lines, endsFor(sheet, steps(lines))),
    ),
    ...sheet.roles.flatMap(({ label, lines, lane }) =>
      claim('ruolo', label, lines, lane === undefined ? [] : [lane]),
    ),
    ...sheet.terms.flatMap(({ id, label }) =>
      claim('termine', label ?? id, sheet.termLines[id], watchesOf(sheet, id)),
    ),
    ...sheet.steps.flatMap(({ name: step, lines, elementId }) => claim('passo', step, lines, [elementId])),
    ...sheet.uncertain.flatMap(({ text, lines }) => claim('incertezza', text, lines, [])),
  ];
}

/** What sets the process off became its starts; those that share no line with it are started by hand. */
function startsFor({ steps }: DiagramSheet, sharing: readonly string[]): readonly string[] {
  const starts = steps.filter(({ type }) => type === 'bpmn:StartEvent').map(({ elementId }) => elementId);
  const own = starts.filter((id) => sharing.includes(id));
  return own.length > 0 ? own : [...new Set([...sharing, ...starts.slice(0, 1)])];
}

/** A result became the ends that name it; else the steps that it shares lines with. */
function endsFor({ steps }: DiagramSheet, sharing: readonly string[]): readonly string[] {
  const ends = steps.filter(({ type, elementId }) => type === 'bpmn:EndEvent' && sharing.includes(elementId));
  return ends.length > 0 ? ends.map(({ elementId }) => elementId) : sharing;
}

function watchesOf({ steps }: DiagramSheet, term: string): readonly string[] {
  const wanted = [`promemoria-${term}`, `scadenza-${term}`];
  return steps.map(({ elementId }) => elementId).filter((id) => wanted.includes(id));
}

export function overlap(one: readonly LineRange[], other: readonly LineRange[]): boolean {
  return one.some(([from, to]) => other.some(([first, last]) => from <= last && first <= to));
}

export function* linesOf(ranges: readonly LineRange[]): Generator<number> {
  for (const [from, to] of ranges) for (let line = from; line <= to; line += 1) yield line;
}
