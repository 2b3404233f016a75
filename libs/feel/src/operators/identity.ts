import type { Run } from '../run.ts';
import type { FeelTime } from '../values/time.ts';
import { kindOf } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import { equal } from './equality.ts';

/** `is`: the same element of the semantic domain, zones included (DMN 1.5 §10.3.4.9). Never null. */
export function identical(left: FeelValue, right: FeelValue, run: Run): boolean {
  if (kindOf(left) !== kindOf(right)) return false;
  const [one, other] = [timeOf(left), timeOf(right)];
  if (one !== null && other !== null && !sameZone(one, other)) return false;
  return equal(left, right, run) === true;
}

function timeOf(value: FeelValue): FeelTime | null {
  if (value === null || typeof value !== 'object' || !('kind' in value)) return null;
  if (value.kind === 'time') return value;
  return value.kind === 'date and time' ? value.time : null;
}

function sameZone(left: FeelTime, right: FeelTime): boolean {
  if (left.zone === null || right.zone === null) return left.zone === right.zone;
  return left.zone.id === right.zone.id && left.zone.offset === right.zone.offset;
}
