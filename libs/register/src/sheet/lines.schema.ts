import { z } from 'zod';
import { readRanges } from '../notation/read-head.ts';

/** Lines of the source document: `303`, `"303-305, 310"`. */
export const linesSchema = z.union([z.int().positive(), z.string()]).transform((value, context) => {
  const ranges = readRanges(String(value));
  if (ranges !== undefined) return ranges;
  context.addIssue({ code: 'custom', message: 'Expected lines like "303-305, 310"' });
  return z.NEVER;
});
