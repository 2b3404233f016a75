import type { Run } from '../run.ts';
import { NUMBER } from '../types/type.ts';
import type { FeelType } from '../types/type.ts';
import {
  add,
  compareNumbers,
  divide,
  fromDecimal,
  isFeelNumber,
  multiply,
  numbersEqual,
  subtract,
  toDecimal,
} from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import type { FeelList, FeelValue } from '../values/value.ts';
import { any, builtin, list, overload, variadic } from './define.ts';
import type { Builtin } from './define.ts';

type Numbers = readonly FeelNumber[];

/** A function over a list of numbers or over its arguments; null where one is no number. */
function over(name: string, result: FeelType, compute: (run: Run, numbers: Numbers) => FeelValue): Builtin {
  const checked = (run: Run, items: FeelList): FeelValue => {
    run.step(items.length * 3);
    if (items.every(isFeelNumber)) return compute(run, items as Numbers);
    return run.warn('INVALID_ARGUMENT', `Expected numbers for \`${name}\`.`);
  };
  return builtin(
    name,
    'standard and camunda',
    result,
    overload([list('list')], checked),
    overload([variadic(any('n'))], (run, items) => checked(run, items)),
  );
}

function fold(
  numbers: Numbers,
  join: (left: FeelNumber, right: FeelNumber) => FeelNumber | null,
): FeelNumber | null {
  const [first, ...rest] = numbers;
  return rest.reduce<FeelNumber | null>(
    (sum, each) => (sum === null ? null : join(sum, each)),
    first ?? null,
  );
}

function mean(numbers: Numbers): FeelNumber | null {
  const sum = fold(numbers, add);
  return sum === null ? null : divide(sum, numbers.length);
}

function sorted(run: Run, numbers: Numbers): FeelNumber[] {
  run.step(numbers.length * 4);
  return [...numbers].sort(compareNumbers);
}

function median(run: Run, numbers: Numbers): FeelNumber | null {
  const ordered = sorted(run, numbers);
  const middle = ordered.length >> 1;
  const high = ordered[middle];
  if (high === undefined) return null;
  if (ordered.length % 2 === 1) return high;
  const sum = add(ordered[middle - 1] ?? 0, high);
  return sum === null ? null : divide(sum, 2);
}

/** Of a sample: divided by one less than the count (DMN 1.5 table 77). */
function deviation(run: Run, numbers: Numbers): FeelNumber | null {
  if (numbers.length < 2) return null;
  run.step(numbers.length * 15 + 100);
  const middle = mean(numbers);
  if (middle === null) return null;
  const squares = numbers.map((each) => {
    const distance = subtract(each, middle) ?? 0;
    return multiply(distance, distance) ?? 0;
  });
  const variance = divide(fold(squares, add) ?? 0, numbers.length - 1);
  return variance === null ? null : fromDecimal(toDecimal(variance).sqrt());
}

/** The most frequent numbers, in ascending order. */
function mode(run: Run, numbers: Numbers): FeelValue {
  let best: FeelNumber[] = [];
  let most = 0;
  let count = 0;
  let previous: FeelNumber | null = null;
  for (const each of sorted(run, numbers)) {
    count = previous !== null && numbersEqual(previous, each) ? count + 1 : 1;
    previous = each;
    if (count > most) best = [];
    if (count >= most) best.push(each);
    most = Math.max(most, count);
  }
  return best;
}

export const STATISTICS_BUILTINS: readonly Builtin[] = [
  over('sum', NUMBER, (_, numbers) => fold(numbers, add)),
  over('product', NUMBER, (_, numbers) => fold(numbers, multiply)),
  over('mean', NUMBER, (_, numbers) => mean(numbers)),
  over('median', NUMBER, median),
  over('stddev', NUMBER, deviation),
  over('mode', { kind: 'list', of: NUMBER }, mode),
];
