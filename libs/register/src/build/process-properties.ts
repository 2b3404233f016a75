import type { Sheet, SheetRole, SheetTerm } from '../sheet/sheet.schema.ts';
import { conventionText, type Sources } from './sources.ts';

/** What the process itself carries of its sheet, as `zeebe:property` entries (see sheet-from-bpmn.ts). */
export function processProperties(sheet: Sheet, sources: Sources): [name: string, value: string][] {
  const document = sources.documents[sheet.document];
  if (document === undefined) {
    throw new Error(`Expected a document of documents.yaml, but '${sheet.document}' is none`);
  }
  const entries: [name: string, value: string | undefined][] = [
    ['iter:code', sheet.code],
    ['iter:further-codes', sheet.furtherCodes.length === 0 ? undefined : JSON.stringify(sheet.furtherCodes)],
    ['iter:variant', sheet.variant],
    ['iter:shared', sheet.shared],
    ['iter:title', sheet.title],
    ['iter:macro', sheet.code?.slice(0, 2)],
    ['iter:triggers', JSON.stringify(sheet.triggers)],
    ['iter:outputs', JSON.stringify(sheet.outputs)],
    ['iter:roles', JSON.stringify(rolesOf(sheet, sources))],
    ['iter:starters', JSON.stringify(startersOf(sheet))],
    ...sheet.terms.map((term): [string, string] => ['iter:term', JSON.stringify(termRecordOf(term))]),
    ['iter:term-lines', termLines(sheet)],
    ['iter:source', JSON.stringify({ ...document, lines: sheet.lines })],
    ['iter:uncertain', sheet.uncertain.length === 0 ? undefined : JSON.stringify(sheet.uncertain)],
  ];
  return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function rolesOf(sheet: Sheet, sources: Sources): Record<string, unknown>[] {
  return Object.entries(sheet.roles).map(([key, { role, label, at, answersFor, lines, convention }]) => ({
    role,
    label,
    lane: `corsia-${key}`,
    at: placeOf(at),
    answersFor,
    ...(lines === undefined ? {} : { lines }),
    ...(convention === undefined ? {} : { convention: conventionText(convention, sources) }),
  }));
}

/** `office`, `body`, the id of an office, or the FEEL expression of a group. */
function placeOf(at: SheetRole['at']): string {
  if (typeof at === 'string') return at;
  return 'office' in at ? at.office : at.group;
}

/** Roles whose holders may start a case by hand: `{role, at}`. */
function startersOf(sheet: Sheet): Record<string, unknown>[] {
  const keys = sheet.start.by ?? Object.keys(sheet.roles);
  return keys.flatMap((key) => {
    const role = sheet.roles[key];
    if (role === undefined) return [];
    return [{ role: role.role, at: placeOf(role.at) }];
  });
}

/** Where the document names the terms, by their ids: the calendar's own records have no place for it. */
function termLines(sheet: Sheet): string | undefined {
  const named = sheet.terms.flatMap(({ id, lines }) => (lines === undefined ? [] : [[id, lines] as const]));
  return named.length === 0 ? undefined : JSON.stringify(Object.fromEntries(named));
}

/** A term as the calendar reads it: without what only the drawing of its watch needs. */
function termRecordOf(term: SheetTerm): unknown {
  const own: readonly string[] = ['remind', 'escalate', 'lines', 'convention'];
  return Object.fromEntries(Object.entries(term).filter(([name]) => !own.includes(name)));
}
