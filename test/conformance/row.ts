import type { WorldOptions } from '@iter/engine-core/test';

/** One rule of the execution semantics with the drawing that shows it and what must be seen. */
export interface Row {
  /** Ids of the rules it shows. */
  readonly rules: string;
  readonly says: string;
  readonly drawing: string;
  /** Steps with what is seen after each (`step -> seen`), see `play`. */
  readonly play?: string;
  /** For a wrong or doubtful model: the rules it breaks, with their elements. */
  readonly problems?: readonly string[];
  readonly options?: WorldOptions;
  /** `engine`: what the core alone cannot show is played on the whole engine and PostgreSQL. */
  readonly on?: 'engine';
  /** The next version of the drawing, for the step `deploy`. */
  readonly next?: string;
}
