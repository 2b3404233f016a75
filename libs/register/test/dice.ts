/** Chance, the same in every run of the test. */
export interface Dice {
  /** A whole number from 0 to below `sides`. */
  roll(sides: number): number;
  pick<Value>(values: readonly Value[]): Value | undefined;
}

export function createDice(seed: number): Dice {
  let state = seed;
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  return { roll, pick: (values) => values[roll(values.length)] };
}
