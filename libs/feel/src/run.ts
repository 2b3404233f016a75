import type { FeelValue } from './values/value.ts';

/** Where the free variables of an expression come from. `undefined` means that there is no such variable. */
export interface VariableSource {
  get(name: string): FeelValue | undefined;
}

/** What an evaluation may use. The same limits with the same variables always give the same answer. */
export interface FeelLimits {
  /** The only clock of `now()` and `today()`: milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** Evaluated syntax nodes and elements visited by built-ins; 250,000 unless told. */
  readonly maxSteps?: number;
  /** List elements, context entries and pieces of text made; 1,000,000 unless told. */
  readonly maxCells?: number;
  /** IANA zone in which `today()` and `now()` are meant; `Europe/Rome` unless told. */
  readonly zone?: string;
  /** A number in [0, 1) for `random number()` and `uuid()`; without it both give null and a warning. */
  readonly random?: () => number;
}

export type FeelWarningCode =
  | 'VARIABLE_NOT_FOUND'
  | 'PROPERTY_NOT_FOUND'
  | 'FUNCTION_NOT_FOUND'
  | 'INVALID_TYPE'
  | 'INVALID_ARGUMENT'
  | 'NO_RESULT';

/** Something that made a value null without failing the evaluation. */
export interface FeelWarning {
  readonly code: FeelWarningCode;
  readonly message: string;
}

export type FeelFailureCode = 'STEP_LIMIT' | 'CELL_LIMIT' | 'DEPTH_LIMIT' | 'ASSERTION' | 'INTERNAL';

export interface FeelFailure {
  readonly code: FeelFailureCode;
  readonly message: string;
}

/** Leaves an evaluation at once; caught at its border only. */
export class FeelAbort extends Error {
  constructor(
    readonly code: FeelFailureCode,
    message: string,
  ) {
    super(message);
  }
}

const DEFAULT_STEPS = 250_000;
const DEFAULT_CELLS = 1_000_000;
const MAX_WARNINGS = 32;
const MAX_DEPTH = 1_500;

/** The state of one evaluation: budgets, warnings, clock. Handed to every built-in. */
export class Run {
  readonly now: number;
  readonly zone: string;
  readonly random: (() => number) | null;
  readonly warnings: FeelWarning[] = [];
  private steps: number;
  private cells: number;
  private depth = 0;

  constructor(
    readonly variables: VariableSource,
    limits: FeelLimits,
  ) {
    this.now = limits.now;
    this.zone = limits.zone ?? 'Europe/Rome';
    this.random = limits.random ?? null;
    this.steps = limits.maxSteps ?? DEFAULT_STEPS;
    this.cells = limits.maxCells ?? DEFAULT_CELLS;
  }

  /** Spends `count` steps. */
  step(count: number): void {
    if ((this.steps -= count) < 0) {
      throw new FeelAbort('STEP_LIMIT', 'Expected the expression to end within its steps, but it did not.');
    }
  }

  /** Spends `count` cells of memory. */
  cell(count: number): void {
    if ((this.cells -= count) < 0) {
      throw new FeelAbort('CELL_LIMIT', 'Expected the expression to stay within its memory, but it did not.');
    }
  }

  /** Enters a function body that nests `levels` deep; `leave` must follow. */
  enter(levels: number): void {
    if ((this.depth += levels) > MAX_DEPTH) {
      throw new FeelAbort('DEPTH_LIMIT', 'Expected functions to call one another less deeply.');
    }
  }

  leave(levels: number): void {
    this.depth -= levels;
  }

  /** Notes why a value is null, and gives that null. */
  warn(code: FeelWarningCode, message: string): null {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ code, message });
    return null;
  }
}
