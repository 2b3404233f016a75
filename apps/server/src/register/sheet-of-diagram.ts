import type { ProcedureRow, PublishedVersion, Sheet } from '@iter/contract';
import type { DiagramSheet } from '@iter/register';

interface Around {
  readonly procedure: ProcedureRow;
  readonly versions: readonly PublishedVersion[];
  readonly calls: Sheet['calls'];
  readonly calledBy: Sheet['calledBy'];
}

type Lines = readonly (readonly [number, number])[];

/** A procedure's sheet as pages show it, computed from its diagram and from what is around it. */
export function sheetOfDiagram(diagram: DiagramSheet | undefined, around: Around): Sheet {
  const file = diagram?.source?.file ?? '';
  return {
    procedure: around.procedure,
    documentation: diagram?.documentation ?? null,
    triggers: (diagram?.triggers ?? []).map(({ text }) => text),
    outputs: (diagram?.outputs ?? []).map(({ text }) => text),
    roles: (diagram?.roles ?? []).map(({ role, label, answersFor }) => ({
      role,
      label,
      answersFor: answersFor.length === 0 ? null : answersFor.join('; '),
    })),
    terms: (diagram?.terms ?? []).map(termOf),
    steps: (diagram?.steps ?? []).map((step) => ({
      elementId: step.elementId,
      name: step.name,
      type: step.type,
      lane: step.lane ?? null,
      roles: step.lane === undefined ? [] : [step.lane],
      source: sourceOf(file, step.lines),
      origin: step.origin ?? null,
    })),
    source: sourceOf(file, diagram?.source?.lines),
    uncertain: (diagram?.uncertain ?? []).map(({ text, reason }) => `${text}: ${reason}`),
    calls: around.calls,
    calledBy: around.calledBy,
    versions: [...around.versions],
  };
}

function termOf(term: DiagramSheet['terms'][number]): Sheet['terms'][number] {
  return {
    id: term.id,
    label: term.label ?? null,
    kind: term.kind,
    date: term.kind === 'fixed-date' ? term.date : null,
    amount: term.kind === 'duration' ? term.amount : null,
    unit: term.kind === 'duration' ? term.unit : null,
    basis: term.basis,
    reminder: term.reminder ?? null,
  };
}

function sourceOf(file: string, lines: Lines | undefined): Sheet['source'] {
  return lines === undefined ? null : { file, lines: lines.map(([first, last]) => [first, last]) };
}
