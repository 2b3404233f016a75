import type { FeelValue } from './value.ts';

/**
 * A range (DMN 1.5 §10.3.2.7). An end that is `undefined` is not limited, as in the range `(> 5)`; such an end is
 * never included. An end that is null is a null value given as an end point.
 */
export class FeelRange {
  readonly kind = 'range' as const;

  /**
   * @param operator set for the unary tests `(= x)` and `(!= x)` as values: what equals `start`, or does not
   */
  constructor(
    readonly start: FeelValue | undefined,
    readonly startIncluded: boolean,
    readonly end: FeelValue | undefined,
    readonly endIncluded: boolean,
    readonly operator: '=' | '!=' | null = null,
  ) {}
}
