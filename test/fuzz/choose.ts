import { randomOf } from '@iter/engine-core/test';

/** What a mutation draws from; the same seed draws the same. */
export interface Choose {
  /** An integer from 0 below `limit`. */
  below(limit: number): number;
  /** @throws Error for an empty list */
  one<T>(items: readonly T[]): T;
  /** True once in so many times. */
  once(times: number): boolean;
  readonly random: () => number;
}

export function chooser(seed: number): Choose {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    random,
    below,
    one(items) {
      const [item] = items.slice(below(items.length));
      if (item === undefined) throw new Error('Expected something to choose from, but there is nothing');
      return item;
    },
    once: (times) => below(times) === 0,
  };
}
