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
export function checkSize(value: FeelValue, run: Run): void {
  walk(value, run, 0, 0);
}

/** What it costs to write an element or entry out, in steps. */
const TEXT_STEPS = 4;

/** As `checkSize`, and spends the steps that writing the value out takes. */
export function payForText(value: FeelValue, run: Run): void {
  walk(value, run, TEXT_STEPS, 0);
}

function walk(value: FeelValue, run: Run, steps: number, depth: number): void {
  if (depth > MAX_NESTING) {
    throw new FeelAbort('DEPTH_LIMIT', `Expected a result that nests at most ${MAX_NESTING} deep.`);
  }
  if (isList(value)) {
    run.cell(value.length);
    run.step(value.length * steps);
    for (const item of value) if (typeof item === 'object') walk(item, run, steps, depth + 1);
  } else if (isContext(value)) {
    run.cell(value.size);
    run.step(value.size * steps);
    for (const item of value.values()) if (typeof item === 'object') walk(item, run, steps, depth + 1);
  } else if (value instanceof FeelRange) {
    walk(value.start ?? null, run, steps, depth + 1);
    walk(value.end ?? null, run, steps, depth + 1);
  }
}
