import { describe, expect, it } from '@jest/globals';
import { NOW } from '../test/feel.ts';
import { CONSTRUCTORS } from '../test/standard/constructors.ts';
import { CONTEXTS } from '../test/standard/contexts.ts';
import { CONVERSIONS } from '../test/standard/conversions.ts';
import { EXPRESSIONS } from '../test/standard/expressions.ts';
import { FUNCTIONS } from '../test/standard/functions.ts';
import { ITERATIONS } from '../test/standard/iterations.ts';
import { LISTS } from '../test/standard/lists.ts';
import { NUMBERS } from '../test/standard/numbers.ts';
import { RANGES } from '../test/standard/ranges.ts';
import { STATISTICS } from '../test/standard/statistics.ts';
import { TESTS } from '../test/standard/tests.ts';
import { TEXTS } from '../test/standard/texts.ts';
import { TIMES } from '../test/standard/times.ts';
import { TYPES } from '../test/standard/types.ts';
import { compileExpression, toJson } from './index.ts';

/** Each line is an expression and the JSON of its value; `SYNTAX` where it is no FEEL at all. */
const TABLES = {
  constructors: CONSTRUCTORS,
  contexts: CONTEXTS,
  conversions: CONVERSIONS,
  expressions: EXPRESSIONS,
  functions: FUNCTIONS,
  iterations: ITERATIONS,
  lists: LISTS,
  numbers: NUMBERS,
  ranges: RANGES,
  statistics: STATISTICS,
  tests: TESTS,
  texts: TEXTS,
  times: TIMES,
  types: TYPES,
};

interface Case {
  readonly source: string;
  readonly expected: string;
}

function casesOf(table: string): readonly Case[] {
  const lines = table.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [source = '', expected = ''] = line.split(' ==> ');
    return { source, expected };
  });
}

function valueOf(source: string): string {
  const compiled = compileExpression(source);
  if (!compiled.ok) return 'SYNTAX';
  const result = compiled.expression.evaluate(new Map(), { now: NOW });
  return result.ok ? toJson(result.value) : result.failure.code;
}

describe('FEEL as the standard has it', () => {
  it.each(Object.entries(TABLES))('%s', (_, table) => {
    const cases = casesOf(table);
    const got = cases.map(({ source }) => ({ source, expected: valueOf(source) }));
    expect(got).toEqual(cases);
    expect(cases.length).toBeGreaterThan(10);
  });
});
