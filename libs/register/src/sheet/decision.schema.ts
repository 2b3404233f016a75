import { z } from 'zod';
import { linesSchema } from './lines.schema.ts';

const text = z.string().trim().min(1).max(300);
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'Expected a name in camel case like "procedura"');
const type = z.enum(['string', 'number', 'boolean', 'date']);

/** A cell: FEEL unary tests of an input (`< 5000`, `"si"`, `-`), or FEEL of an output (`"gara"`). */
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const rule = z.strictObject({
  when: z.array(cell).min(1),
  give: z.array(cell).min(1),
  /** Why the rule stands there: the norm or the threshold. */
  note: text.optional(),
});

/** How the rules that match make the answer (DMN 1.5 §8.2.10). */
export const HIT_POLICIES = {
  unica: 'UNIQUE',
  prima: 'FIRST',
  concorde: 'ANY',
  tutte: 'COLLECT',
} as const;

/** A decision table (DMN) that a step "(regola name)" asks; its answer is the variable `result`. */
export const decisionSchema = z
  .strictObject({
    title: text,
    result: name,
    hit: z.enum(['unica', 'prima', 'concorde', 'tutte']).default('unica'),
    inputs: z.array(z.strictObject({ label: text, value: z.string().min(1), type })).min(1),
    outputs: z.array(z.strictObject({ label: text, name, type })).min(1),
    rules: z.array(rule).min(1),
    lines: linesSchema.optional(),
    convention: z.string().optional(),
  })
  .superRefine((decision, context) => {
    decision.rules.forEach(({ when, give }, index) => {
      const fits = when.length === decision.inputs.length && give.length === decision.outputs.length;
      if (fits) return;
      context.addIssue({
        code: 'custom',
        path: ['rules', index],
        message: `Expected ${decision.inputs.length} cells under "when" and ${decision.outputs.length} under "give", but found ${when.length} and ${give.length}`,
      });
    });
    if ((decision.lines === undefined) === (decision.convention === undefined))
      context.addIssue({ code: 'custom', message: 'Expected either "lines" or "convention"' });
  });

export type SheetDecision = z.output<typeof decisionSchema>;
