import type { FeelProblem } from '@iter/feel';

export type DmnProblemCode =
  | 'XML'
  | 'NOT_DMN'
  | 'TOO_LARGE'
  | 'DUPLICATE_ID'
  | 'MISSING_REFERENCE'
  | 'MISSING_IMPORT'
  | 'CYCLE'
  | 'UNKNOWN_TYPE'
  | 'MISSING_LOGIC'
  | 'TABLE_SHAPE'
  | 'LANGUAGE'
  | 'FEEL';

/** A fault in a decision model. */
export interface DmnFault {
  readonly code: DmnProblemCode;
  readonly message: string;
  /** The name, id or text that is wrong; absent where the element as a whole is meant. */
  readonly what?: string;
  /** The fault within an expression. */
  readonly expression?: FeelProblem;
  /** The id of the element, or of the nearest one around it that has one. */
  readonly elementId: string | null;
}

/** A fault with its place. Lines and columns count from 1. */
export interface DmnProblem extends DmnFault {
  readonly line: number;
  readonly column: number;
}
