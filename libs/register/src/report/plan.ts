import { parse } from 'yaml';
import { z } from 'zod';
import { linesSchema } from '../sheet/lines.schema.ts';

const declared = z.array(z.strictObject({ lines: linesSchema, reason: z.string().min(1) }));

/** The shape of `seeds/register/coverage.yaml`: what of the document belongs to no row, and which families are whole. */
const planSchema = z.strictObject({
  document: z.string().min(1),
  /** First and last line of each family of codes. */
  families: z.record(z.string().regex(/^[A-Z]$/), linesSchema),
  /** Families whose rows all have their sheets: there, nothing may be left over. */
  complete: z.array(z.string()),
  /** Titles of levels and of columns. */
  headings: declared,
  /** What the pages repeat: names of the body, of the annex. */
  furniture: declared,
  /** Codes of the taxonomy for which the document has no row. */
  codes: z.array(z.strictObject({ code: z.string().min(1), reason: z.string().min(1) })),
});

export type CoveragePlan = z.output<typeof planSchema>;

export function readCoveragePlan(text: string): CoveragePlan {
  return planSchema.parse(parse(text));
}
