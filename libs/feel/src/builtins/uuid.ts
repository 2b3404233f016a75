import type { Run } from '../run.ts';
import type { FeelValue } from '../values/value.ts';

const UUID_STEPS = 25;

/** Version 4 of RFC 9562 from the random numbers of the host. */
export function uuid(run: Run): FeelValue {
  const { random } = run;
  if (random === null)
    return run.warn('NO_RESULT', 'Expected a source of random numbers, but there is none.');
  run.step(UUID_STEPS);
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] ?? 0) % 4);
  const hex = digits.map((digit) => digit.toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
