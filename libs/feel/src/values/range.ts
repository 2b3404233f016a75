import type { FeelValue } from './value.ts';

/**
 * A range (DMN 1.5 §10.3.2.7). An end that is `undefined` is not limited, as in the range `(> 5)`; such an end is
 * never included. An end that is null is a null value given as an end point.
 */
export class FeelRange {
  readonly kind = 'range' as const;

  constructor(
    readonly start: FeelValue | undefined,
    readonly startIncluded: boolean,
    readonly end: FeelValue | undefined,
    readonly endIncluded: boolean,
  ) {}
}
