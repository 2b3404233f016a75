import { FeelAbort } from '../run.ts';
import type { Run } from '../run.ts';
import { FeelRange } from '../values/range.ts';
import { isContext, isList } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';

const MAX_NESTING = 400;

/**
 * Spends the cells a result has when it is written out. A list may hold one and the same list many times, each of
 * which again does: small in memory, endless as text.
 */
export function checkSize(value: FeelValue, run: Run, depth = 0): void {
  if (depth > MAX_NESTING) {
    throw new FeelAbort('DEPTH_LIMIT', `Expected a result that nests at most ${MAX_NESTING} deep.`);
  }
  if (isList(value)) {
    run.cell(value.length);
    for (const item of value) if (typeof item === 'object') checkSize(item, run, depth + 1);
  } else if (isContext(value)) {
    run.cell(value.size);
    for (const item of value.values()) if (typeof item === 'object') checkSize(item, run, depth + 1);
  } else if (value instanceof FeelRange) {
    checkSize(value.start ?? null, run, depth + 1);
    checkSize(value.end ?? null, run, depth + 1);
  }
}
