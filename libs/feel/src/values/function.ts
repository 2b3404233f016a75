import type { Run } from '../run.ts';
import type { FeelType } from '../types/type.ts';
import type { FeelValue } from './value.ts';

export interface FeelParameter {
  readonly name: string;
  /** The declared type; null where none was declared. */
  readonly type: FeelType | null;
}

/** The arguments of an invocation: by position, or by name with one name for each value. */
export interface FeelArguments {
  readonly values: readonly FeelValue[];
  readonly names: readonly string[] | null;
}

/**
 * A function value: a user's `function(…) …`, a built-in, or one made by the host (a business knowledge model,
 * a decision service).
 */
export class FeelFunction {
  readonly kind = 'function' as const;

  /**
   * @param name for messages
   * @param parameters in order, for `instance of` and for editors
   * @param call checks the arguments and answers; null where they do not fit
   * @param result the declared type of the result; null where none was declared
   */
  constructor(
    readonly name: string,
    readonly parameters: readonly FeelParameter[],
    readonly call: (args: FeelArguments, run: Run) => FeelValue,
    readonly result: FeelType | null = null,
  ) {}

  /** Calls with positional arguments. */
  callWith(run: Run, ...values: readonly FeelValue[]): FeelValue {
    return this.call({ values, names: null }, run);
  }
}
