export type FeelProblemCode = 'SYNTAX' | 'UNKNOWN_TYPE' | 'TOO_LONG' | 'TOO_DEEP' | 'BAD_LITERAL';

/** A fault in a source text. Lines and columns count from 1, the offset from 0. */
export interface FeelProblem {
  readonly code: FeelProblemCode;
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** The piece of the source that does not belong there; empty where the text just ends, or as a whole is meant. */
  readonly found: string;
}

/** Leaves the parser at the first fault. */
export class SyntaxFault extends Error {
  constructor(
    readonly code: FeelProblemCode,
    readonly offset: number,
    message: string,
    readonly found: string = '',
  ) {
    super(message);
  }
}

/** The fault with its place in the source. */
export function problemAt(source: string, fault: SyntaxFault): FeelProblem {
  const before = source.slice(0, fault.offset);
  const line = before.split('\n').length;
  const column = fault.offset - (before.lastIndexOf('\n') + 1) + 1;
  const { code, message, offset, found } = fault;
  return { code, message, offset, line, column, found };
}
