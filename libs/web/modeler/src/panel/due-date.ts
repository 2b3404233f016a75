/** "By when" of a task, in the words of the panel. Days are calendar days. */
export type Due =
  | { kind: 'none' }
  | { kind: 'term' }
  | { kind: 'before-term'; days: number }
  | { kind: 'reminder' }
  | { kind: 'after-start'; days: number }
  | { kind: 'date'; date: string }
  | { kind: 'expression'; source: string };

const DAYS = String.raw`duration\(\s*"P(\d{1,4})D"\s*\)`;
const VARIABLE = (name: string) => String.raw`(?:date and time\(\s*${name}\s*\)|${name})`;
const TERM = new RegExp(`^=\\s*${VARIABLE('termine')}$`);
const REMINDER = new RegExp(`^=\\s*${VARIABLE('promemoria')}$`);
const BEFORE = String.raw`date and time\(\s*termine\s*\)\s*-\s*${DAYS}`;
const BEFORE_TERM = new RegExp(`^=\\s*${BEFORE}$`);
/** The same, unless that day has passed when the task begins: then the term itself. */
const BEFORE_TERM_GUARDED = new RegExp(
  String.raw`^=\s*if ${BEFORE}\s*>\s*now\(\)\s*then ${BEFORE}\s*else ${VARIABLE('termine')}$`,
);
const AFTER_START = new RegExp(`^=\\s*now\\(\\)\\s*\\+\\s*${DAYS}$`);
const FIXED = /^=\s*date and time\(\s*"(\d{4}-\d{2}-\d{2})T23:59:59@Europe\/Rome"\s*\)$/;

/** Reads `zeebe:taskSchedule/@dueDate`; what the panel has no words for stays an expression. */
export function readDue(source: string | undefined): Due {
  const text = (source ?? '').trim();
  if (text === '') return { kind: 'none' };
  if (TERM.test(text)) return { kind: 'term' };
  if (REMINDER.test(text)) return { kind: 'reminder' };
  const before = daysBeforeTerm(text);
  if (before) return { kind: 'before-term', days: before };
  const after = AFTER_START.exec(text)?.[1];
  if (after) return { kind: 'after-start', days: Number(after) };
  const date = FIXED.exec(text)?.[1];
  return date ? { kind: 'date', date } : { kind: 'expression', source: text };
}

function daysBeforeTerm(text: string): number | undefined {
  const plain = BEFORE_TERM.exec(text)?.[1];
  const [, asked, given] = BEFORE_TERM_GUARDED.exec(text) ?? [];
  return Number(plain ?? (asked === given ? asked : undefined)) || undefined;
}

/** The FEEL expression for `dueDate`; `undefined` leaves the attribute out. */
export function writeDue(due: Due): string | undefined {
  switch (due.kind) {
    case 'none':
      return undefined;
    case 'term':
      return '=termine';
    case 'reminder':
      return '=promemoria';
    case 'before-term':
      return guardedBefore(`date and time(termine) - duration("P${due.days}D")`);
    case 'after-start':
      return `=now() + duration("P${due.days}D")`;
    case 'date':
      return `=date and time("${due.date}T23:59:59@Europe/Rome")`;
    case 'expression':
      return due.source;
  }
}

/** A case that begins late keeps its term: a task is never due before it exists. */
function guardedBefore(moment: string): string {
  return `=if ${moment} > now() then ${moment} else date and time(termine)`;
}

/** A whole number of days the panel accepts (1 to 3650), or `undefined`. */
export function daysOf(text: string | undefined): number | undefined {
  const days = /^\s*\d{1,4}\s*$/.test(text ?? '') ? Number(text) : 0;
  return days >= 1 && days <= 3650 ? days : undefined;
}
