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

/** A fault in a decision model. Lines and columns count from 1. */
export interface DmnProblem {
  readonly code: DmnProblemCode;
  readonly message: string;
  /** The id of the element, or of the nearest one around it that has one. */
  readonly elementId: string | null;
  readonly line: number;
  readonly column: number;
}
