import type { Decimal } from 'decimal.js';
import type { Run } from '../run.ts';
import { BOOLEAN, NUMBER, ANY } from '../types/type.ts';
import { FeelDaysDuration, FeelMonthsDuration } from '../values/duration.ts';
import {
  compareNumbers,
  FeelDecimal,
  fromDecimal,
  isIntegral,
  negate,
  toDecimal,
  toPlainNumber,
} from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import type { FeelValue } from '../values/value.ts';
import { builtin, daysDuration, monthsDuration, number, optional, overload } from './define.ts';

const MIN_SCALE = -6111;
const MAX_SCALE = 6176;
/** What a function of 34 digits costs, in steps. */
const SERIES_STEPS = 1_000;

/** What rounding, and a remainder of numbers far apart, cost at the most. */
const DECIMAL_STEPS = 80;

function round(run: Run, value: FeelNumber, scale: FeelNumber, mode: Decimal.Rounding): FeelValue {
  const digits = toPlainNumber(scale);
  if (!isIntegral(scale) || digits < MIN_SCALE || digits > MAX_SCALE) {
    return run.warn('INVALID_ARGUMENT', `Expected a whole scale from ${MIN_SCALE} to ${MAX_SCALE}.`);
  }
  if (typeof value === 'number' && digits >= 0) return value;
  run.step(DECIMAL_STEPS);
  return fromDecimal(roundAt(toDecimal(value), digits, mode));
}

/** decimal.js rounds to places after the point only; tens and above by shifting. */
function roundAt(value: Decimal, digits: number, mode: Decimal.Rounding): Decimal {
  if (digits >= 0) return value.toDecimalPlaces(Math.min(digits, 6200), mode);
  const kept = value.e + 1 + digits;
  if (kept > 0) return value.toSignificantDigits(kept, mode);
  const unit = new FeelDecimal(10).pow(-digits);
  return value.div(unit).toDecimalPlaces(0, mode).times(unit);
}

function rounding(name: string, mode: Decimal.Rounding, scaled: 'scale optional' | 'scale needed') {
  const scale = scaled === 'scale optional' ? optional(number('scale')) : number('scale');
  return builtin(
    name,
    'standard and camunda',
    NUMBER,
    overload([number('n'), scale], (run, value, digits) => round(run, value, digits ?? 0, mode)),
  );
}

/** The sign of the divisor, as a remainder of flooring division has it (DMN 1.5 table 76). */
function modulo(run: Run, dividend: FeelNumber, divisor: FeelNumber): FeelValue {
  const by = toDecimal(divisor);
  if (by.isZero()) return run.warn('INVALID_ARGUMENT', 'Expected a divisor other than 0.');
  if (typeof dividend === 'number' && typeof divisor === 'number') {
    return dividend - divisor * Math.floor(dividend / divisor);
  }
  run.step(DECIMAL_STEPS);
  const wide = WIDE.sub(dividend, WIDE.mul(by, WIDE.floor(WIDE.div(dividend, by))));
  return fromDecimal(new FeelDecimal(wide.toString()).plus(0));
}

/** Remainders of numbers far apart need the digits between. */
const WIDE = FeelDecimal.clone({ precision: 80 });

function parity(run: Run, value: FeelNumber, wanted: 0 | 1): FeelValue {
  if (!isIntegral(value)) return run.warn('INVALID_ARGUMENT', 'Expected a whole number.');
  return Math.abs(toDecimal(value).mod(2).toNumber()) === wanted;
}

function series(run: Run, value: Decimal, compute: (value: Decimal) => Decimal): FeelValue {
  run.step(SERIES_STEPS);
  return (
    fromDecimal(compute(value)) ?? run.warn('NO_RESULT', 'Expected a number in range, but there is none.')
  );
}

export const NUMBER_BUILTINS = [
  builtin(
    'decimal',
    'standard and camunda',
    NUMBER,
    overload([number('n'), number('scale')], (run, value, scale) =>
      round(run, value, scale, FeelDecimal.ROUND_HALF_EVEN),
    ),
  ),
  rounding('floor', FeelDecimal.ROUND_FLOOR, 'scale optional'),
  rounding('ceiling', FeelDecimal.ROUND_CEIL, 'scale optional'),
  rounding('round up', FeelDecimal.ROUND_UP, 'scale needed'),
  rounding('round down', FeelDecimal.ROUND_DOWN, 'scale needed'),
  rounding('round half up', FeelDecimal.ROUND_HALF_UP, 'scale needed'),
  rounding('round half down', FeelDecimal.ROUND_HALF_DOWN, 'scale needed'),
  builtin(
    'abs',
    'standard and camunda',
    ANY,
    overload([number('n')], (_, value) => (compareNumbers(value, 0) < 0 ? negate(value) : value)),
    overload([daysDuration('n')], (_, value) =>
      value.nanos < 0n ? new FeelDaysDuration(-value.nanos) : value,
    ),
    overload([monthsDuration('n')], (_, value) => new FeelMonthsDuration(Math.abs(value.months))),
  ),
  builtin(
    'modulo',
    'standard and camunda',
    NUMBER,
    overload([number('dividend'), number('divisor')], modulo),
  ),
  builtin(
    'sqrt',
    'standard and camunda',
    NUMBER,
    overload([number('number')], (run, value) => series(run, toDecimal(value), (each) => each.sqrt())),
  ),
  builtin(
    'log',
    'standard and camunda',
    NUMBER,
    overload([number('number')], (run, value) => series(run, toDecimal(value), (each) => each.ln())),
  ),
  builtin(
    'exp',
    'standard and camunda',
    NUMBER,
    overload([number('number')], (run, value) => series(run, toDecimal(value), (each) => each.exp())),
  ),
  builtin(
    'odd',
    'standard and camunda',
    BOOLEAN,
    overload([number('number')], (run, value) => parity(run, value, 1)),
  ),
  builtin(
    'even',
    'standard and camunda',
    BOOLEAN,
    overload([number('number')], (run, value) => parity(run, value, 0)),
  ),
  builtin(
    'random number',
    'camunda',
    NUMBER,
    overload([], (run) =>
      run.random === null
        ? run.warn('NO_RESULT', 'Expected a source of random numbers, but there is none.')
        : fromDecimal(new FeelDecimal(run.random())),
    ),
  ),
];
