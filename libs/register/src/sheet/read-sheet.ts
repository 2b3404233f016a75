import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Sources } from '../build/sources.ts';
import type { Block } from '../notation/flow.ts';
import { parseFlow } from '../notation/parse-flow.ts';
import { checkSheet } from './check-sheet.ts';
import { type Sheet, sheetSchema } from './sheet.schema.ts';

export interface SheetProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly reason: string;
}

export type SheetReading =
  | { readonly ok: true; readonly sheet: Sheet; readonly flow: Block }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] };

/**
 * Reads the YAML text of a sheet. Every problem is reported with the line of the file and what was expected.
 *
 * @param sources what all sheets share, where what the sheet names of it is to be checked too
 */
export function readSheet(text: string, sources?: Sources): SheetReading {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => ({
        line: counter.linePos(error.pos[0]).line,
        reason: error.message.split('\n')[0] ?? error.message,
      })),
    };
  }
  const reading = sheetSchema.safeParse(document.toJS());
  if (!reading.success) return { ok: false, problems: schemaProblems(reading.error, document, counter) };
  const flow = parseFlow(reading.data.flow);
  // The block of text starts on the line after its key.
  const firstLine = lineOf(document, counter, ['flow']);
  if (!flow.ok) {
    return {
      ok: false,
      problems: flow.problems.map(({ line, reason }) => ({ line: firstLine + line, reason })),
    };
  }
  const problems = checkSheet(reading.data, flow.flow, sources).map(({ path, flowLine, reason }) => ({
    line: flowLine === undefined ? lineOf(document, counter, path) : firstLine + flowLine,
    reason,
  }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, sheet: reading.data, flow: flow.flow };
}

function schemaProblems(error: z.ZodError, document: Document, counter: LineCounter): SheetProblem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    return {
      line: lineOf(document, counter, path),
      reason: `${path.length === 0 ? 'sheet' : path.join('.')}: ${issue.message}`,
    };
  });
}

/** The line of the deepest part of `path` that exists in the file. */
function lineOf(document: Document, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = rangeStart(node);
    if (start !== undefined) return counter.linePos(start).line;
  }
  return 1;
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return Array.isArray(node.range) && typeof node.range[0] === 'number' ? node.range[0] : undefined;
}
