import type { Run } from '../run.ts';
import type { Iterator, Syntax } from '../syntax/syntax.ts';
import { fromEpochDay, toEpochDay } from '../values/date.ts';
import { isFeelNumber, isIntegral, toPlainNumber } from '../values/number.ts';
import { FeelRange } from '../values/range.ts';
import { isList, kindOf } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import { disjunction, conjunction } from '../operators/logic.ts';
import { Scope, StaticScope } from './scope.ts';
import type { Evaluate } from './scope.ts';
import type { Of, Site } from './site.ts';
import { partsOf, weightOf } from './weight.ts';

/** What an iterator runs through; null where it is nothing to run through. */
type Domain = (scope: Scope) => Iterable<FeelValue> | null;

interface Level {
  readonly domain: Domain;
}

/** Calls `visit` for each combination; false from it ends the walk. Gives false where a domain is none. */
function walk(
  levels: readonly Level[],
  depth: number,
  scope: Scope,
  weight: number,
  visit: (scope: Scope) => boolean,
): boolean | null {
  const level = levels[depth];
  if (level === undefined) {
    scope.run.step(weight);
    return visit(scope);
  }
  const domain = level.domain(scope);
  if (domain === null) return null;
  for (const value of domain) {
    scope.run.step(1);
    const goOn = walk(levels, depth + 1, new Scope(scope.run, scope, [value]), weight, visit);
    if (goOn !== true) return goOn;
  }
  return true;
}

/** Each iterator sees those before it. */
function compileLevels(
  iterators: readonly Iterator[],
  site: Site,
  start: StaticScope,
): { levels: Level[]; inner: StaticScope } {
  let inner = start;
  const levels = iterators.map((iterator) => {
    const domain = compileDomain(iterator, site, inner);
    inner = new StaticScope(inner);
    inner.declare(iterator.name);
    return { domain };
  });
  return { levels, inner };
}

function compileDomain(iterator: Iterator, site: Site, scope: StaticScope): Domain {
  const from = site.compile(iterator.from, scope);
  if (iterator.to === null) return (at) => collection(from(at), at.run);
  const to = site.compile(iterator.to, scope);
  return (at) => interval(from(at), to(at), at.run);
}

function collection(value: FeelValue, run: Run): Iterable<FeelValue> | null {
  if (isList(value)) return value;
  if (value instanceof FeelRange) return rangeDomain(value, run);
  if (value === null) return noDomain(value, run);
  return [value];
}

function rangeDomain(range: FeelRange, run: Run): Iterable<FeelValue> | null {
  const { start, end } = range;
  if (start === undefined || end === undefined || start === null || end === null) return noDomain(range, run);
  const all = interval(start, end, run);
  if (all === null || (range.startIncluded && range.endIncluded)) return all;
  return within(all, range, start, end);
}

function* within(
  all: Iterable<FeelValue>,
  range: FeelRange,
  start: FeelValue,
  end: FeelValue,
): Iterable<FeelValue> {
  const key = (value: FeelValue): string => JSON.stringify(value);
  const excluded = [range.startIncluded ? null : key(start), range.endIncluded ? null : key(end)];
  for (const value of all) if (!excluded.includes(key(value))) yield value;
}

function interval(from: FeelValue, to: FeelValue, run: Run): Iterable<FeelValue> | null {
  if (isFeelNumber(from) && isFeelNumber(to) && isIntegral(from) && isIntegral(to)) {
    return counting(toPlainNumber(from), toPlainNumber(to), (value) => value);
  }
  if (isDate(from) && isDate(to)) return counting(toEpochDay(from), toEpochDay(to), fromEpochDay);
  return noDomain(isFeelNumber(from) ? to : from, run);
}

function isDate(value: FeelValue): value is Extract<FeelValue, { kind: 'date' }> {
  return kindOf(value) === 'date';
}

/** Upwards or downwards, both ends included. */
function* counting(from: number, to: number, make: (value: number) => FeelValue): Iterable<FeelValue> {
  const step = from <= to ? 1 : -1;
  for (let value = from; step > 0 ? value <= to : value >= to; value += step) yield make(value);
}

function noDomain(value: FeelValue, run: Run): null {
  return run.warn('INVALID_TYPE', `Expected a list or a range to run through, but got ${kindOf(value)}.`);
}

/** `for`: the list of the results; `partial` is the list of those there are so far (DMN 1.5 table 51). */
export function compileFor(syntax: Of<'for'>, site: Site): Evaluate {
  const outer = new StaticScope(site.scope);
  outer.declare('partial');
  const { levels, inner } = compileLevels(syntax.iterators, site, outer);
  const body = site.compile(syntax.body, inner);
  const weight = 1 + weightOf(syntax.body);
  const escapes = partialEscapes(syntax.body);
  return (scope) => {
    const { run } = scope;
    const results: FeelValue[] = [];
    const within = new Scope(run, scope, [results]);
    const walked = walk(levels, 0, within, weight, (at) => {
      run.cell(1);
      if (escapes) within.values[0] = copyOf(results, run);
      results.push(body(at));
      return true;
    });
    return walked === null ? null : results;
  };
}

function copyOf(list: readonly FeelValue[], run: Run): FeelValue {
  run.step(list.length >> 3);
  run.cell(list.length);
  return [...list];
}

/** Built-ins that read a list and give nothing of it back. */
const READERS: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'product',
  'mean',
  'min',
  'max',
  'list contains',
  'is empty',
]);

/**
 * Whether `partial` may become part of a value. The list grows while the iteration runs; where it is only looked into
 * it need not be copied each time.
 */
function partialEscapes(syntax: Syntax): boolean {
  if (syntax.kind === 'name') return syntax.name === 'partial';
  if (syntax.kind === 'host') return true;
  const looksInto =
    syntax.kind === 'filter' ||
    syntax.kind === 'path' ||
    (syntax.kind === 'call' && syntax.callee.kind === 'name' && READERS.has(syntax.callee.name));
  return partsOf(syntax).some((part) => !(looksInto && isPartial(part)) && partialEscapes(part));
}

function isPartial(syntax: Syntax): boolean {
  return syntax.kind === 'name' && syntax.name === 'partial';
}

/** `some` and `every`: disjunction and conjunction over all combinations (DMN 1.5 table 49). */
export function compileQuantified(syntax: Of<'quantified'>, site: Site): Evaluate {
  const { levels, inner } = compileLevels(syntax.iterators, site, site.scope);
  const body = site.compile(syntax.body, inner);
  const weight = 1 + weightOf(syntax.body);
  const some = syntax.quantifier === 'some';
  const join = some ? disjunction : conjunction;
  return (scope) => {
    let result: boolean | null = !some;
    const walked = walk(levels, 0, scope, weight, (at) => {
      result = join(result, body(at));
      return result !== some;
    });
    return walked === null ? null : result;
  };
}
