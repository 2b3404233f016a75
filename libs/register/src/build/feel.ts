import type { Sheet, SheetRole, SheetStep } from '../sheet/sheet.schema.ts';

/** A FEEL string literal. */
export function feelText(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

type Group = Pick<SheetRole, 'role' | 'at'>;

/** The group of a role as a FEEL string: `"rpct"`, `"po-settore@" + ufficio`, `"po-settore@ragioneria"`. */
export function groupExpression({ role, at }: Group): string {
  if (at === 'body') return feelText(role);
  if (at === 'office') return `${feelText(`${role}@`)} + ufficio`;
  return 'office' in at ? feelText(`${role}@${at.office}`) : at.group.slice(1).trim();
}

/** A FEEL list of groups, with its `=`. */
export function groupsExpression(groups: readonly Group[]): string {
  return `=[${groups.map(groupExpression).join(', ')}]`;
}

/** FEEL of a term's end or reminder (text with offset): the main term has variables of its own. */
export function termVariable(sheet: Sheet, term: string, part: 'termine' | 'promemoria'): string {
  return sheet.terms[0]?.id === term ? part : `get value(termini, ${feelText(term)}).${part}`;
}

/**
 * Due date of a step, with its `=`. A date counted back from a term holds while it lies ahead; a case that
 * started later than that has the term itself.
 */
export function dueExpression(sheet: Sheet, step: SheetStep | undefined): string | undefined {
  const main = sheet.terms[0]?.id;
  const due = step?.due;
  if (due === 'none') return undefined;
  if (due === undefined) return main === undefined && !sheet.inheritsTerm ? undefined : '=termine';
  if ('at' in due) return due.at;
  if ('after' in due) return `=now() + duration("${due.after}")`;
  const end = `date and time(${termVariable(sheet, due.of ?? main ?? '', 'termine')})`;
  const early = `${end} - duration("${due.before}")`;
  return `=if ${early} > now() then ${early} else ${end}`;
}

/** FEEL of a term's day as Italians write it, `31/1/2027`. */
export function dayText(variable: string): string {
  const end = `date and time(${variable})`;
  return `string(${end}.day) + "/" + string(${end}.month) + "/" + string(${end}.year)`;
}
