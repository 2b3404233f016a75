import { describe, expect, it } from '@jest/globals';
import { checkExpression, compileExpression, compileUnaryTests, fromJson, toJson } from './index.ts';
import type { FeelValue } from './index.ts';

/** Mutated inputs; more of them with ITER_FUZZ=10000. A failing one is found again by its number. */
const COUNT = Number(
  (globalThis as { process?: { env: Record<string, string> } }).process?.env['ITER_FUZZ'] ?? 400,
);

const SEEDS = [
  'for i in 1..1000000 return i * 2',
  'some x in lista, y in 1..5 satisfies x.n > y',
  '{f: function(n) f(n + 1), r: f(1)}.r',
  'if importo > 40000 and esito = "positivo" then @"2026-01-31" + @"P30D" else null',
  'sort(lista, function(a, b) a.n < b.n)[n > 1].n',
  'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+\\1$")',
  'replace(esito, "(p)(o)", "$2$1")',
  'string join(for i in 1..3000 return string(i), ",")',
  'date and time("2026-03-29T02:30:00@Europe/Rome") - @"2026-01-01T00:00:00Z"',
  'flatten([[1], [[2]], partition([1, 2, 3], 2)])',
  'importo in ([1..5], > 10, not(3))',
  '2 ** 0.5 ** 33.3 / 1e-6000',
  'x instance of function<number, string> -> list<context<a: number>>',
  'for i in 1..40 return [partial, partial]',
  'from json("{\\"a\\": [1, 2, {}]}").a[1] + decimal(1 / 3, 2)',
  '`a b`.c[item.d = ?][-1] between 1 and 2',
];
const PIECES = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  ',',
  '..',
  '.',
  '-',
  '**',
  ' in ',
  ' and ',
  '1e9',
  'null',
  '@"',
  '?',
]
  .concat([
    'function(a) ',
    'if ',
    ' then ',
    ' else ',
    'for x in ',
    ' return ',
    '\\',
    '😀',
    'partial',
    'sum(',
    'string(',
  ])
  .concat(['0', '-1', ' instance of ', 'list<', '>', ':', '/*', '//', '\n', '`', "'", '\u0000', '\ud83d']);

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function mutated(seed: number): string {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  let text = pick(SEEDS);
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(text.length + 1);
    const other = pick(SEEDS);
    const choice = below(5);
    if (choice === 0) text = text.slice(0, at) + pick(PIECES) + text.slice(at);
    if (choice === 1) text = text.slice(0, at) + text.slice(at + 1 + below(6));
    if (choice === 2) text = text.slice(0, at) + other.slice(below(other.length)) + text.slice(at);
    if (choice === 3) text = `(${text}) ${pick(['+', '=', '*', 'in', '<', 'or'])} (${other})`;
    if (choice === 4)
      text = text.slice(0, at) + text.slice(at, at + 20).repeat(1 + below(4)) + text.slice(at + 20);
  }
  return text.slice(0, 2_000);
}

const VARIABLES: ReadonlyMap<string, FeelValue> = new Map([
  ['importo', fromJson('1500.50')],
  ['esito', 'positivo'],
  ['lista', fromJson('[{"n":2},{"n":1}]')],
]);

describe('mutated expressions', () => {
  it('are never an unhandled error, and end', () => {
    const limits = { now: 0, random: () => 0.5 };
    const broken: unknown[] = [];
    let evaluated = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const source = mutated(seed * 7_919);
      const expression = compileExpression(source);
      const tests = compileUnaryTests(source);
      if (checkExpression(source).ok !== expression.ok) broken.push([seed, source, 'checked differently']);
      const results = [
        ...(expression.ok ? [expression.expression.evaluate(VARIABLES, limits)] : []),
        ...(tests.ok ? [tests.expression.evaluate(5, VARIABLES, limits)] : []),
      ];
      evaluated += results.length;
      for (const result of results) {
        const sound = result.ok
          ? typeof toJson(result.value) === 'string'
          : result.failure.code !== 'INTERNAL';
        if (!sound) broken.push([seed, source, result]);
      }
    }
    expect(broken).toEqual([]);
    expect(evaluated).toBeGreaterThan(COUNT / 5);
  });
});
