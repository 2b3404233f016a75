import { conjunction, disjunction } from '../operators/logic.ts';
import { equal } from '../operators/equality.ts';
import { order } from '../operators/order.ts';
import type { Run } from '../run.ts';
import { ANY, ANY_LIST, BOOLEAN, NUMBER } from '../types/type.ts';
import type { FeelFunction } from '../values/function.ts';
import { isIntegral, toPlainNumber } from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import { isList } from '../values/value.ts';
import type { FeelList, FeelValue } from '../values/value.ts';
import { any, builtin, callable, list, number, optional, nullable, overload, variadic } from './define.ts';
import type { Builtin } from './define.ts';

/** Pays for a list that was made. */
function made(run: Run, items: readonly FeelValue[]): FeelList {
  run.step(items.length >> 2);
  run.cell(items.length + 1);
  return items;
}

/** One list after the other; paid for before it is made, as one list may be given many times. */
function joined(run: Run, lists: readonly FeelList[]): FeelList {
  const length = lists.reduce((sum, each) => sum + each.length, 0);
  run.step(length >> 2);
  run.cell(length + 1);
  return lists.flat(1);
}

/** Equal, or both null. */
function same(left: FeelValue, right: FeelValue, run: Run): boolean {
  run.step(typeof left === 'object' ? 2 : 1);
  return equal(left, right, run) === true;
}

/** The place a position means, counting from 0; null where it is outside. */
function indexOf(position: FeelNumber, length: number, run: Run): number | null {
  const place = toPlainNumber(position);
  const index = place > 0 ? place - 1 : length + place;
  if (isIntegral(position) && place !== 0 && index >= 0 && index < length) return index;
  return run.warn('INVALID_ARGUMENT', `Expected a position within a list of ${length}.`);
}

/** The item that comes first in the order that `sign` gives: 1 for the greatest, −1 for the least. */
function extreme(run: Run, items: FeelList, sign: 1 | -1): FeelValue {
  run.step(items.length);
  let best: FeelValue = items[0] ?? null;
  for (const item of items) {
    if (typeof item === 'string') run.step(item.length >> 5);
    const compared = order(item, best);
    if (compared === null)
      return run.warn('INVALID_ARGUMENT', 'Expected items that compare with one another.');
    if (compared * sign > 0) best = item;
  }
  return best;
}

/** Three-valued, over a list or over the arguments. */
function logical(
  name: string,
  start: boolean,
  join: (left: FeelValue, right: FeelValue) => boolean | null,
): Builtin {
  const over = (run: Run, items: FeelList): FeelValue => {
    run.step(items.length);
    return items.reduce<boolean | null>((result, item) => join(result, item), start);
  };
  return builtin(
    name,
    'standard and camunda',
    BOOLEAN,
    overload([list('list')], over),
    overload([variadic(any('b'))], (run, items) => over(run, items)),
  );
}

function flatten(run: Run, items: FeelList, into: FeelValue[]): FeelValue[] {
  run.enter(1);
  run.step(items.length + 1);
  for (const item of items) {
    if (isList(item)) flatten(run, item, into);
    else {
      run.cell(1);
      into.push(item);
    }
  }
  run.leave(1);
  return into;
}

function distinct(run: Run, items: FeelList): FeelValue[] {
  const kept: FeelValue[] = [];
  const seen = new Set<FeelValue>();
  for (const item of items) {
    run.step(1);
    const plain = typeof item !== 'object' || item === null;
    if (plain ? seen.has(item) : kept.some((other) => same(other, item, run))) continue;
    if (plain) seen.add(item);
    kept.push(item);
  }
  return kept;
}

function duplicates(run: Run, items: FeelList): FeelValue[] {
  const repeated: FeelValue[] = [];
  for (const [index, item] of items.entries()) {
    if (repeated.some((other) => same(other, item, run))) continue;
    if (items.slice(index + 1).some((other) => same(other, item, run))) repeated.push(item);
    run.step(items.length >> 3);
  }
  return repeated;
}

/** A stable sort; null where the function does not say which of two comes first. */
function sort(run: Run, items: FeelList, precedes: FeelFunction): FeelValue {
  let decided = true;
  const before = (left: FeelValue, right: FeelValue): boolean => {
    const answer = precedes.callWith(run, left, right);
    if (typeof answer !== 'boolean') decided = false;
    return answer === true;
  };
  const sorted = [...items].sort((left, right) => (before(left, right) ? -1 : before(right, left) ? 1 : 0));
  if (!decided)
    return run.warn('INVALID_ARGUMENT', 'Expected a function that gives true or false for any two items.');
  return made(run, sorted);
}

function sublist(
  run: Run,
  items: FeelList,
  start: FeelNumber,
  length: FeelNumber | null | undefined,
): FeelValue {
  const from = indexOf(start, items.length, run);
  if (from === null) return null;
  if (length === null || length === undefined) return made(run, items.slice(from));
  const count = toPlainNumber(length);
  if (!isIntegral(length) || count < 0 || from + count > items.length) {
    return run.warn('INVALID_ARGUMENT', 'Expected a length within the list.');
  }
  return made(run, items.slice(from, from + count));
}

function replaceWhere(run: Run, items: FeelList, match: FeelFunction, newItem: FeelValue): FeelValue {
  const replaced: FeelValue[] = [];
  for (const item of items) {
    const answer = match.callWith(run, item, newItem);
    if (typeof answer !== 'boolean') {
      return run.warn('INVALID_ARGUMENT', 'Expected a function that gives true or false for any item.');
    }
    replaced.push(answer ? newItem : item);
  }
  return made(run, replaced);
}

function partition(run: Run, items: FeelList, size: FeelNumber): FeelValue {
  const width = toPlainNumber(size);
  if (!isIntegral(size) || width < 1) return run.warn('INVALID_ARGUMENT', 'Expected a size of at least 1.');
  const parts: FeelList[] = [];
  for (let at = 0; at < items.length; at += width) parts.push(made(run, items.slice(at, at + width)));
  return made(run, parts);
}

export const LIST_BUILTINS: readonly Builtin[] = [
  builtin(
    'list contains',
    'standard and camunda',
    BOOLEAN,
    overload([list('list'), any('element')], (run, items, element) =>
      items.some((item) => same(item, element, run)),
    ),
  ),
  builtin(
    'count',
    'standard and camunda',
    NUMBER,
    overload([list('list')], (_, items) => items.length),
  ),
  builtin(
    'min',
    'standard and camunda',
    ANY,
    overload([list('list')], (run, items) => extreme(run, items, -1)),
    overload([variadic(any('c'))], (run, items) => extreme(run, items, -1)),
  ),
  builtin(
    'max',
    'standard and camunda',
    ANY,
    overload([list('list')], (run, items) => extreme(run, items, 1)),
    overload([variadic(any('c'))], (run, items) => extreme(run, items, 1)),
  ),
  logical('all', true, conjunction),
  logical('any', false, disjunction),
  builtin(
    'sublist',
    'standard and camunda',
    ANY_LIST,
    overload(
      [list('list'), number('start position', 'start'), optional(nullable(number('length')))],
      sublist,
    ),
  ),
  builtin(
    'append',
    'standard and camunda',
    ANY_LIST,
    overload([list('list'), variadic(any('item', 'items'))], (run, items, more) =>
      made(run, [...items, ...more]),
    ),
  ),
  builtin(
    'concatenate',
    'standard and camunda',
    ANY_LIST,
    overload([variadic(list('list', 'lists'))], joined),
  ),
  builtin(
    'insert before',
    'standard and camunda',
    ANY_LIST,
    overload([list('list'), number('position'), any('newItem')], (run, items, position, newItem) => {
      const index = indexOf(position, items.length, run);
      return index === null ? null : made(run, [...items.slice(0, index), newItem, ...items.slice(index)]);
    }),
  ),
  builtin(
    'remove',
    'standard and camunda',
    ANY_LIST,
    overload([list('list'), number('position')], (run, items, position) => {
      const index = indexOf(position, items.length, run);
      return index === null ? null : made(run, [...items.slice(0, index), ...items.slice(index + 1)]);
    }),
  ),
  builtin(
    'list replace',
    'standard',
    ANY_LIST,
    overload([list('list'), number('position'), any('newItem')], (run, items, position, newItem) => {
      const index = indexOf(position, items.length, run);
      return index === null ? null : made(run, items.with(index, newItem));
    }),
    overload([list('list'), callable('match'), any('newItem')], replaceWhere),
  ),
  builtin(
    'reverse',
    'standard and camunda',
    ANY_LIST,
    overload([list('list')], (run, items) => made(run, items.toReversed())),
  ),
  builtin(
    'index of',
    'standard and camunda',
    { kind: 'list', of: NUMBER },
    overload([list('list'), any('match')], (run, items, match) =>
      made(
        run,
        items.flatMap((item, index) => (same(item, match, run) ? [index + 1] : [])),
      ),
    ),
  ),
  builtin(
    'union',
    'standard and camunda',
    ANY_LIST,
    overload([variadic(list('list', 'lists'))], (run, lists) => made(run, distinct(run, joined(run, lists)))),
  ),
  builtin(
    'distinct values',
    'standard and camunda',
    ANY_LIST,
    overload([list('list')], (run, items) => made(run, distinct(run, items))),
  ),
  builtin(
    'duplicate values',
    'camunda',
    ANY_LIST,
    overload([list('list')], (run, items) => made(run, duplicates(run, items))),
  ),
  builtin(
    'flatten',
    'standard and camunda',
    ANY_LIST,
    overload([list('list')], (run, items) => flatten(run, items, [])),
  ),
  builtin('sort', 'standard and camunda', ANY_LIST, overload([list('list'), callable('precedes')], sort)),
  builtin('partition', 'camunda', ANY_LIST, overload([list('list'), number('size')], partition)),
];
