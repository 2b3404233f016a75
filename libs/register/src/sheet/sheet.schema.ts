import { termRecordSchema } from '@iter/calendar';
import { z } from 'zod';
import { actSchema, mappingsOfAct } from './act.ts';
import { decisionSchema } from './decision.schema.ts';
import { formSchema } from './form.schema.ts';
import { linesSchema } from './lines.schema.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Expected lower-case letters, digits and hyphens')
  .max(64);
const text = z.string().trim().min(1).max(500);
const feel = z.string().regex(/^=\s*\S/, 'Expected a FEEL expression that starts with "="');
const duration = z.string().regex(/^P(\d+D|\d+W|\d+M)$/, 'Expected a duration like "P10D"');

/** A statement of the document: what it says (mended), and where. */
const statement = z.strictObject({ text, lines: linesSchema });

/** Either the document says it, or a convention of the register put it there. */
const origin = { lines: linesSchema.optional(), convention: id.optional() };
const hasOrigin = (value: { lines?: unknown; convention?: unknown }): boolean =>
  (value.lines === undefined) !== (value.convention === undefined);
const originMessage = { error: 'Expected either "lines" or "convention"' };

const role = z
  .strictObject({
    /** Role of the organisation; several roles of the documents may be the same one. */
    role: id,
    /** Name of the lane. */
    label: text,
    /**
     * `office`: of the office that runs the case; `body`: of the whole body; one office by its id; or, on shared
     * processes, the group that a FEEL expression names.
     */
    at: z
      .union([z.literal(['office', 'body']), z.strictObject({ office: id }), z.strictObject({ group: feel })])
      .default('office'),
    answersFor: z.array(text).default([]),
    ...origin,
  })
  .refine(hasOrigin, originMessage);

const outside = z.strictObject({ label: text, at: z.enum(['above', 'below']).default('above') });

const term = z.intersection(
  termRecordSchema,
  z.object({
    ...origin,
    /** Keys of roles that are reminded, and told when the term has passed. */
    remind: z.array(id).min(1),
    /** Role of the level above, told when the term has passed. */
    escalate: z.strictObject({ role: id, at: z.enum(['office', 'body']).default('body') }),
  }),
);

const start = z.strictObject({
  name: text,
  form: id.optional(),
  /** Keys of the roles whose holders may start a case; all roles of the sheet where it is missing. */
  by: z.array(id).optional(),
});

const setVariables = z.record(z.string().regex(/^[a-z]\w*$/i), feel).default({});
const timerStart = z.strictObject({
  kind: z.literal('timer'),
  id,
  name: text,
  /** Cron expression with seconds: `0 0 8 3 11 *`. */
  cron: z.string().regex(/^(\S+\s){5}\S+$/, 'Expected six fields like "0 0 8 3 11 *"'),
  set: setVariables,
  ...origin,
});
const messageStart = z.strictObject({
  kind: z.literal('message'),
  id,
  name: text,
  message: id,
  set: setVariables,
  ...origin,
});
const signalStart = z.strictObject({
  kind: z.literal('signal'),
  id,
  name: text,
  /** Thrown by the process whose act starts this one. */
  signal: id,
  set: setVariables,
  ...origin,
});
const conditionStart = z.strictObject({
  kind: z.literal('condition'),
  id,
  name: text,
  /** FEEL over the variables that are handed in when circumstances have changed. */
  condition: feel,
  set: setVariables,
  ...origin,
});

const due = z.union([
  z.strictObject({ before: duration, of: id.optional() }),
  z.strictObject({ after: duration }),
  z.strictObject({ at: feel }),
  z.literal('none'),
]);

const stepSettings = z.strictObject({
  form: id.optional(),
  /** Of a call of a shared process that adopts an act: instead of `inputs` and `outputs`. */
  act: actSchema.optional(),
  /** When the step is due: counted back from a term (the main one by default), on from its start, or by FEEL. */
  due: due.optional(),
  documentation: text.optional(),
  inputs: setVariables,
  outputs: setVariables,
  headers: z.record(z.string(), z.string()).default({}),
  sends: z.array(id).default([]),
  receives: z.array(id).default([]),
  /** FEEL that names the case a message belongs to. */
  correlation: feel.optional(),
});

const step = stepSettings.transform(({ act, ...settings }) => {
  if (act === undefined) return settings;
  const { inputs, outputs } = mappingsOfAct(act);
  return {
    ...settings,
    inputs: { ...inputs, ...settings.inputs },
    outputs: { ...outputs, ...settings.outputs },
  };
});

const uncertain = z.strictObject({ text, lines: linesSchema, reason: text });

const code = z.string().regex(/^[A-F]\d(\.\d+[a-z]?)*$/, 'Expected a code like "A1.2.1.1"');

/** One row of the register: what the document says of a procedure, and the flow that came of it. */
export const sheetSchema = z
  .strictObject({
    /** Code of the taxonomy; missing on the shared processes, which belong to no row. */
    code: code.optional(),
    /** Other codes of the taxonomy that the same row of the document answers for. */
    furtherCodes: z.array(code).default([]),
    variant: id.optional(),
    /** File name of a shared process. */
    shared: id.optional(),
    title: text,
    process: z.string().regex(/^[A-Za-z][\w-]*$/, 'Expected an id of letters, digits, "-" and "_"'),
    document: id,
    lines: linesSchema,
    triggers: z.array(statement).default([]),
    outputs: z.array(statement).default([]),
    roles: z.record(id, role),
    outside: z.record(id, outside).default({}),
    terms: z.array(term).default([]),
    /** On shared processes: steps are due by the variable `termine` that the calling process hands over. */
    inheritsTerm: z.boolean().default(false),
    start,
    starts: z
      .array(z.discriminatedUnion('kind', [timerStart, messageStart, signalStart, conditionStart]))
      .default([]),
    flow: z.string().min(1),
    steps: z.record(id, step).default({}),
    forms: z.record(id, formSchema).default({}),
    decisions: z.record(id, decisionSchema).default({}),
    uncertain: z.array(uncertain).default([]),
  })
  .refine((sheet) => (sheet.code === undefined) !== (sheet.shared === undefined), {
    error: 'Expected either "code" or "shared"',
  });

export type Sheet = z.output<typeof sheetSchema>;
export type SheetRole = Sheet['roles'][string];
export type SheetTerm = Sheet['terms'][number];
export type SheetStep = Sheet['steps'][string];
