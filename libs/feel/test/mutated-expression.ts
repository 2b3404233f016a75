import { fromJson } from '../src/index.ts';
import type { FeelValue } from '../src/index.ts';

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
  'context put({a: {b: 1}}, ["a", "b"], lista).a.b[1].n',
  'context merge([{a: 1}, from json(to json({b: lista}))])',
  'list replace(for i in 1..50 return i, function(item, newItem) item < newItem, 5)',
  'count(distinct values(for i in 1..400 return {n: modulo(i, 7)}))',
  'index of(duplicate values(concatenate(lista, lista)), {n: 1})',
  'mode(for i in 1..200 return modulo(i * i, 17)) = [0]',
  'stddev(for i in 1..100 return i / 3) + median([1.5, 2, 3]) - product([0.1, 7e30])',
  'range("[@\\"2026-01-01\\"..@\\"2026-12-31\\"]").end - today()',
  'overlaps before([1..5), (>= 3)) or includes([1..10], [4..6]) and starts(1, [1..5])',
  'string length(substring(to base64(esito), -4, 3)) in [1..3]',
  'split("a;b;c;;", ";")[item != ""] = extract("a b", "[a-z]")',
  'date("2026-02-28") + duration("P1M") * 3 > date and time(2026, 1, 1)',
  'years and months duration(@"2020-02-29", date and time("2026-03-01T00:00:00@Europe/Rome")).years',
  'number("1.234,56", ".", ",") ** 2 / exp(log(sqrt(abs(-2))))',
  'get or else(lista[n = 3][1], assert(esito, esito != null, "manca"))',
  'every x in (some y in lista satisfies y.n > 1) satisfies is(x, true)',
  'function(a: list<number>, b: range<date>) external {java: {class: "a.B", method signature: "c()"}}',
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
  let state = seed * 7_919;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The expression of a number: one of the texts above, broken a few times. */
export function mutatedExpression(seed: number): string {
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

/** What mutated expressions read. */
export const VARIABLES: ReadonlyMap<string, FeelValue> = new Map([
  ['importo', fromJson('1500.50')],
  ['esito', 'positivo'],
  ['lista', fromJson('[{"n":2},{"n":1}]')],
]);
