import { z } from 'zod';

/** Days before the end on which the people concerned are reminded: `P15D`, `P2W`. */
const reminder = z
  .string()
  .regex(/^P\d{1,3}[DW]$/, 'Expected a number of days or weeks like "P15D" or "P2W"');

const common = {
  /** Kebab-case name, unique among the terms of a process. */
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Expected a kebab-case name like "pubblicazione"')
    .max(64),
  /** What people read: "Approvazione e pubblicazione del piano". */
  label: z.string().min(1).max(200).optional(),
  /** The norm, as the documents give it, or `convenzione: …` for a target of the body's own. */
  basis: z.string().min(1).max(300),
  reminder: reminder.optional(),
};

/** What a term's length is counted in. Calendar days unless a norm says otherwise. */
export const TERM_UNITS = ['calendar-days', 'working-days', 'months', 'years'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

const fixedDate = z.strictObject({
  kind: z.literal('fixed-date'),
  ...common,
  /** Month and day: the first such day that is not before the start. */
  date: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Expected a day of the year like "01-31"'),
});

const duration = z.strictObject({
  kind: z.literal('duration'),
  ...common,
  amount: z.int().min(1).max(3660),
  unit: z.enum(TERM_UNITS).default('calendar-days'),
});

/** A term as a process carries it in a `zeebe:property` named `iter:term` (one JSON object each). */
export const termRecordSchema = z.discriminatedUnion('kind', [fixedDate, duration]);

export type TermRecord = z.output<typeof termRecordSchema>;
export type FixedDateTerm = Extract<TermRecord, { kind: 'fixed-date' }>;
export type DurationTerm = Extract<TermRecord, { kind: 'duration' }>;

/** A term that cannot be read; `reason` says what was expected. */
export interface TermRecordProblem {
  /** Position in the list that was given, from 0. */
  readonly index: number;
  readonly reason: string;
}

export type TermRecordsReading =
  | { readonly ok: true; readonly records: readonly TermRecord[] }
  | { readonly ok: false; readonly problems: readonly TermRecordProblem[] };

/** Reads the values of the `iter:term` properties of a process, in their order: the first is the main term. */
export function readTermRecords(values: readonly string[]): TermRecordsReading {
  const records: TermRecord[] = [];
  const problems: TermRecordProblem[] = [];
  values.forEach((value, index) => {
    const reading = termRecordSchema.safeParse(parseJson(value));
    if (reading.success) records.push(reading.data);
    else problems.push({ index, reason: z.prettifyError(reading.error) });
  });
  const ids = records.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) problems.push({ index, reason: `Expected the term '${id}' only once` });
  });
  return problems.length === 0 ? { ok: true, records } : { ok: false, problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
