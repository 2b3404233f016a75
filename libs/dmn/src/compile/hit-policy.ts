import { add, equal, isFeelNumber, order } from '@iter/feel';
import type { FeelValue, Scope } from '@iter/feel';
import type { Aggregation, DmnTable } from '../model/dmn-model.ts';
import type { CompiledOutput, MatchedRule } from './table.ts';

/** A rule that matched, with the values of its outputs in the order of the columns. */
export interface Match {
  readonly values: readonly FeelValue[];
  readonly rule: MatchedRule;
}

export interface PolicyResult {
  readonly value: FeelValue;
  /** The rules that made the value, in the order of the result. */
  readonly kept: readonly Match[];
}

type Table = Pick<DmnTable, 'hitPolicy' | 'aggregation'>;

/** What the matches of a table come to (DMN 1.5 §8.2.8). */
export function applyHitPolicy(
  table: Table,
  outputs: readonly CompiledOutput[],
  matches: readonly Match[],
  scope: Scope,
): PolicyResult {
  const [first] = matches;
  if (first === undefined) return { value: noMatch(table, outputs, scope), kept: [] };
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return matches.length === 1 ? one(first, outputs) : severalMatched(matches, scope);
    case 'ANY':
      return allSame(matches, scope) ? one(first, outputs) : severalMatched(matches, scope);
    case 'FIRST':
      return one(first, outputs);
    case 'PRIORITY':
      return one(byPriority(matches, outputs, scope)[0] ?? first, outputs);
    case 'OUTPUT ORDER':
      return many(byPriority(matches, outputs, scope), outputs);
    case 'RULE ORDER':
      return many(matches, outputs);
    case 'COLLECT':
      return table.aggregation === null
        ? many(matches, outputs)
        : { value: aggregate(table.aggregation, matches, outputs, scope), kept: matches };
  }
}

/** The defaults where there are any. */
function noMatch(table: Table, outputs: readonly CompiledOutput[], scope: Scope): FeelValue {
  if (outputs.every((output) => output.otherwise === null)) return null;
  const values = outputs.map((output) => output.otherwise?.(scope) ?? null);
  const value = valueOf(values, outputs);
  const several = table.hitPolicy === 'COLLECT' || table.hitPolicy.endsWith('ORDER');
  return several && table.aggregation === null ? [value] : value;
}

/** A single output is its value, several are a context by their names. */
function valueOf(values: readonly FeelValue[], outputs: readonly CompiledOutput[]): FeelValue {
  if (outputs.length === 1) return values[0] ?? null;
  return new Map(outputs.map(({ clause }, index) => [clause.name || clause.label, values[index] ?? null]));
}

function one(match: Match, outputs: readonly CompiledOutput[]): PolicyResult {
  return { value: valueOf(match.values, outputs), kept: [match] };
}

function many(matches: readonly Match[], outputs: readonly CompiledOutput[]): PolicyResult {
  return { value: matches.map((match) => valueOf(match.values, outputs)), kept: matches };
}

function severalMatched(matches: readonly Match[], scope: Scope): PolicyResult {
  const rules = matches.map((match) => match.rule.index).join(', ');
  return { value: scope.run.warn('NO_RESULT', `Expected one result, but rules ${rules} matched.`), kept: [] };
}

function allSame(matches: readonly Match[], scope: Scope): boolean {
  const [first, ...rest] = matches;
  return rest.every((match) => equal(match.values, first?.values ?? [], scope.run) === true);
}

/** By the place of each output value among those allowed, the first column first; others come last. */
function byPriority(matches: readonly Match[], outputs: readonly CompiledOutput[], scope: Scope): Match[] {
  const ranked = matches.map((match) => ({
    match,
    ranks: outputs.map(({ priorities }, column) => rankOf(match.values[column] ?? null, priorities, scope)),
  }));
  ranked.sort((left, right) => {
    const column = left.ranks.findIndex((rank, index) => rank !== right.ranks[index]);
    return column < 0 ? 0 : (left.ranks[column] ?? 0) - (right.ranks[column] ?? 0);
  });
  return ranked.map(({ match }) => match);
}

function rankOf(value: FeelValue, priorities: CompiledOutput['priorities'], scope: Scope): number {
  const rank = priorities.findIndex((test) => test(value, scope) === true);
  return rank < 0 ? priorities.length : rank;
}

function aggregate(
  aggregation: Aggregation,
  matches: readonly Match[],
  outputs: readonly CompiledOutput[],
  scope: Scope,
): FeelValue {
  if (aggregation === 'COUNT') return matches.length;
  if (outputs.length !== 1) return scope.run.warn('NO_RESULT', 'Expected a single output to aggregate.');
  return matches
    .map((match) => match.values[0] ?? null)
    .reduce((result, value) => join(aggregation, result, value, scope));
}

function join(aggregation: Aggregation, left: FeelValue, right: FeelValue, scope: Scope): FeelValue {
  if (aggregation === 'SUM') {
    if (isFeelNumber(left) && isFeelNumber(right)) return add(left, right);
    return scope.run.warn('INVALID_TYPE', 'Expected numbers to sum up.');
  }
  const sign = order(left, right);
  if (sign === null) return scope.run.warn('INVALID_TYPE', 'Expected outputs that compare with one another.');
  return sign <= 0 === (aggregation === 'MIN') ? left : right;
}
