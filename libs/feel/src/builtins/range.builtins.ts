import { order } from '../operators/order.ts';
import type { Run } from '../run.ts';
import { BOOLEAN } from '../types/type.ts';
import { FeelRange } from '../values/range.ts';
import { isContext, isList } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import { builtin, overload, present, range } from './define.ts';
import type { Builtin, Overload } from './define.ts';

type Point = NonNullable<FeelValue>;
type Relation = (left: FeelRange, right: FeelRange, run: Run) => boolean | null;

/** One end of a range, with what makes ends comparable: an open start is before everything, an open end after. */
interface End {
  readonly value: FeelValue | undefined;
  readonly included: boolean;
  readonly infinite: 1 | -1;
}

function startOf(range: FeelRange): End {
  return { value: range.start, included: range.startIncluded, infinite: -1 };
}

function endOf(range: FeelRange): End {
  return { value: range.end, included: range.endIncluded, infinite: 1 };
}

/** Leaves a relation whose values do not compare. */
class Incomparable extends Error {}

function compareEnds(left: End, right: End): number {
  if (left.value === undefined || right.value === undefined) {
    const one = left.value === undefined ? left.infinite : 0;
    return one - (right.value === undefined ? right.infinite : 0);
  }
  const sign = order(left.value, right.value);
  if (sign === null) throw new Incomparable();
  return sign;
}

/** A point is the range of itself. */
function pointRange(point: Point): FeelRange {
  return new FeelRange(point, true, point, true);
}

/** `left` ends before `right` begins. */
function before(left: FeelRange, right: FeelRange): boolean {
  const sign = compareEnds(endOf(left), startOf(right));
  return sign < 0 || (sign === 0 && !(left.endIncluded && right.startIncluded));
}

function meets(left: FeelRange, right: FeelRange): boolean {
  return left.endIncluded && right.startIncluded && compareEnds(endOf(left), startOf(right)) === 0;
}

function overlaps(left: FeelRange, right: FeelRange): boolean {
  return !before(left, right) && !before(right, left);
}

/** The start of `left` is before that of `right`: earlier, or the same and included in `left` only. */
function startsEarlier(left: FeelRange, right: FeelRange): boolean {
  const sign = compareEnds(startOf(left), startOf(right));
  return sign < 0 || (sign === 0 && left.startIncluded && !right.startIncluded);
}

function endsEarlier(left: FeelRange, right: FeelRange): boolean {
  const sign = compareEnds(endOf(left), endOf(right));
  return sign < 0 || (sign === 0 && !left.endIncluded && right.endIncluded);
}

function overlapsBefore(left: FeelRange, right: FeelRange): boolean {
  return startsEarlier(left, right) && overlaps(left, right) && !endsEarlier(right, left);
}

function sameStart(left: FeelRange, right: FeelRange): boolean {
  return left.startIncluded === right.startIncluded && compareEnds(startOf(left), startOf(right)) === 0;
}

function sameEnd(left: FeelRange, right: FeelRange): boolean {
  return left.endIncluded === right.endIncluded && compareEnds(endOf(left), endOf(right)) === 0;
}

function includes(outer: FeelRange, inner: FeelRange): boolean {
  return !startsEarlier(inner, outer) && !endsEarlier(outer, inner);
}

function finishes(inner: FeelRange, outer: FeelRange): boolean {
  return sameEnd(inner, outer) && includes(outer, inner);
}

function starts(inner: FeelRange, outer: FeelRange): boolean {
  return sameStart(inner, outer) && includes(outer, inner);
}

function guarded(relation: Relation, left: FeelRange, right: FeelRange, run: Run): FeelValue {
  try {
    return relation(left, right, run);
  } catch (error) {
    if (error instanceof Incomparable)
      return run.warn('INVALID_ARGUMENT', 'Expected values that compare with one another.');
    throw error;
  }
}

function isPoint(value: FeelValue): boolean {
  return !(value instanceof FeelRange) && !isList(value) && !isContext(value);
}

const POINTS = {
  ranges: (relation: Relation) =>
    overload([range('range1'), range('range2')], (run, left, right) => guarded(relation, left, right, run)),
  pointRange: (relation: Relation) =>
    overload([present('point'), range('range')], (run, point, outer) => {
      if (!isPoint(point)) return run.warn('INVALID_ARGUMENT', 'Expected a point and a range.');
      return guarded(relation, pointRange(point), outer, run);
    }),
  rangePoint: (relation: Relation) =>
    overload([range('range'), present('point')], (run, outer, point) => {
      if (!isPoint(point)) return run.warn('INVALID_ARGUMENT', 'Expected a range and a point.');
      return guarded(relation, outer, pointRange(point), run);
    }),
  points: (relation: Relation) =>
    overload([present('point1'), present('point2')], (run, left, right) => {
      if (!isPoint(left) || !isPoint(right)) return run.warn('INVALID_ARGUMENT', 'Expected two points.');
      return guarded(relation, pointRange(left), pointRange(right), run);
    }),
} satisfies Record<string, (relation: Relation) => Overload>;

function relation(name: string, test: Relation, ...shapes: (keyof typeof POINTS)[]): Builtin {
  return builtin(name, 'standard and camunda', BOOLEAN, ...shapes.map((shape) => POINTS[shape](test)));
}

/** Relations of Allen's interval algebra (DMN 1.5 table 80). */
export const RANGE_BUILTINS: readonly Builtin[] = [
  relation('before', before, 'ranges', 'pointRange', 'rangePoint', 'points'),
  relation('after', (left, right) => before(right, left), 'ranges', 'pointRange', 'rangePoint', 'points'),
  relation('meets', meets, 'ranges'),
  relation('met by', (left, right) => meets(right, left), 'ranges'),
  relation('overlaps', overlaps, 'ranges'),
  relation('overlaps before', overlapsBefore, 'ranges'),
  relation('overlaps after', (left, right) => overlapsBefore(right, left), 'ranges'),
  relation('finishes', finishes, 'ranges', 'pointRange'),
  relation('finished by', (left, right) => finishes(right, left), 'ranges', 'rangePoint'),
  relation('includes', includes, 'ranges', 'rangePoint'),
  relation('during', (left, right) => includes(right, left), 'ranges', 'pointRange'),
  relation('starts', starts, 'ranges', 'pointRange'),
  relation('started by', (left, right) => starts(right, left), 'ranges', 'rangePoint'),
  relation('coincides', (left, right) => sameStart(left, right) && sameEnd(left, right), 'ranges', 'points'),
];
