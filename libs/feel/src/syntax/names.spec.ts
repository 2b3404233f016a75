import { describe, expect, it } from '@jest/globals';
import { compileExpression, toJson } from '../index.ts';
import { NOW, variables } from '../../test/feel.ts';
import { NUMBER } from '../types/type.ts';
import type { FeelType } from '../types/type.ts';

const PAYS: FeelType = { kind: 'list', of: { kind: 'context', entries: new Map([['Net Pay', NUMBER]]) } };

/** Names with blanks, symbols, keywords and words of functions, as decision models use them. */
const KNOWN: Readonly<Record<string, readonly [string, FeelType?]>> = {
  'Pre-bureau risk category': ['"LOW"'],
  "Applicant's age": ['5'],
  'date of birth': ['"x"'],
  'time to decide': ['3'],
  'Loan in process': ['true'],
  'for sale': ['1'],
  'if any': ['1'],
  'not sure': ['true'],
  'x or y': ['1'],
  'rate/year': ['2'],
  'a+b': ['7'],
  'function count': ['1'],
  'null value': ['1'],
  'between us': ['1'],
  'amount (EUR)': ['7'],
  'person.age': ['7'],
  '😀 face': ['1'],
  'è così': ['1'],
  date: ['5'],
  L: ['[{"Net Pay":3},{"Net Pay":4}]', PAYS],
};

function evaluate(source: string): string {
  const texts = Object.fromEntries(Object.entries(KNOWN).map(([name, [text]]) => [name, text]));
  const types = new Map(Object.entries(KNOWN).map(([name, [, type]]) => [name, type ?? null]));
  const compiled = compileExpression(source, { variables: types });
  if (!compiled.ok) return compiled.problems[0]?.message ?? '';
  const result = compiled.expression.evaluate(variables(texts), { now: NOW });
  return result.ok ? toJson(result.value) : result.failure.code;
}

describe('names', () => {
  it.each([
    ['Pre-bureau risk category = "LOW"', 'true'],
    ["Applicant's age + 1", '6'],
    ['date of birth', '"x"'],
    ['time to decide + 1', '4'],
    ['Loan in process', 'true'],
    ['for sale + if any', '2'],
    ['not sure', 'true'],
    ['x or y + 1', '2'],
    ['rate / year * 2', '4'],
    ['a + b', '7'],
    ['function count + null value + between us', '3'],
    ['`amount (EUR)` + 1', '8'],
    ['person.age', '7'],
    ['😀  face + è così', '2'],
    ['date + 1', '6'],
    ['L[Net Pay > 3].Net Pay', '[4]'],
    ['sum(L.Net Pay)', '7'],
    ['for p in L return p.Net Pay', '[3,4]'],
    ['sort(L, function(x, y) x.Net Pay > y.Net Pay)[1].Net Pay', '4'],
    ['{a b: 2, c: a b + 1}.c', '3'],
    ['(function(my arg, other) my arg - other)(other: 2, my arg: 3)', '1'],
    ['for my item in [1, 2] return my item * 2', '[2,4]'],
  ])('%s is %s', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  it.each(['\t', '\n', '\f', '\u0085', '\u00a0', '\u1680', '\u200b', '\u2028', '\u3000', '\ufeff'])(
    'white space of any kind parts words: %j',
    (space) => {
      const source = 'if_true_then_[1,_2_]_else_3_//"_'.replaceAll('_', space);
      expect(evaluate(space === '\n' ? source.replace('//"', '') : source)).toBe('[1,2]');
      expect(evaluate(`"a${space}b"`)).toBe(JSON.stringify(`a${space}b`));
    },
  );
});
