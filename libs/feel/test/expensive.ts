import { compileExpression, fromJson } from '../src/index.ts';
import type { FeelValue } from '../src/index.ts';
import { Slowest } from './slowest.ts';

/** Expressions that aim at what a step or a cell does not pay for: long texts, wide lists, many digits, zones. */
const SOURCES = String.raw`
for i in 1..100000 return exp(i / 1000)
for i in 1..100000 return 1.1 ** (i / 7)
for i in 1..100000 return log(i)
7 ** -1e9
0.9999999 ** 123456789.5
for i in 1..100000 return modulo(1e6000 + i, 7.3)
for i in 1..100000 return round up(i / 7, -3000)
for i in 1..100000 return date and time("2020-01-01T10:00:00@Europe/Rome")
for i in 1..100000 return string(now())
for i in 1..100000 return @"2020-01-31" + @"P1M" * i
for i in 1..100000 return @"P1D" * 1e30
for i in 1..20 return if i = 1 then long else partial[-1] + partial[-1]
matches(long, "(a|b)*c")
matches(long, "^(?=(a+)+$)b")
replace(long, "(a)(a)(a)", "$3$2$1")
split(long, "a")
for i in 1..100000 return matches("abc" + string(i), "a" + string(i) + "*")
for i in 1..10000 return starts with(long, long)
for i in 1..10000 return substring before(long, "b")
for i in 1..10000 return long = other
for i in 1..10000 return long < other
for i in 1..10000 return other in [long..other]
for i in 1..10000 return upper case(long)
for i in 1..10000 return to base64(long)
sort(numbers, function(a, b) a > b)
distinct values(numbers)
product(numbers)
concatenate(numbers, numbers, numbers, numbers, numbers, numbers, numbers, numbers, numbers, numbers, numbers)
for i in 1..1000 return remove(numbers, 2)
for i in 1..1000 return string(numbers)
for i in 1..1000 return numbers = numbers
for i in 1..10 return string(rows)
to json(rows)
from json(to json(rows))
rows[n > 5 and s != "x"].s
union(rows, rows)
for i in 1..1000 return rows instance of list<context<n: number, s: string>>
for i in 1..100000 return uuid()
for i in 1..5000 return range("[1.." + string(i) + "]")
for i in @"0001-01-01"..@"9999-12-31" return i
for i in 1..40 return [partial, partial]
`;

const LONG = 500_000;
const many = (count: number, text: (index: number) => string): FeelValue =>
  fromJson(`[${Array.from({ length: count }, (_, index) => text(index)).join(',')}]`);

/** The expression that takes the longest of all, within the limits that hold unless others are told. */
export function slowestOfExpensive(): Slowest {
  const variables = new Map<string, FeelValue>([
    ['long', 'a'.repeat(LONG)],
    ['other', `${'a'.repeat(LONG - 1)}b`],
    ['numbers', many(100_000, (index) => String(index / 7))],
    ['rows', many(50_000, (index) => `{"n":${index},"s":"${'x'.repeat(20)}${index}"}`)],
  ]);
  const slowest = new Slowest();
  for (const source of SOURCES.split('\n').filter((line) => line !== '')) {
    const compiled = compileExpression(source);
    if (!compiled.ok) throw new Error(`${source}: ${compiled.problems[0]?.message}`);
    slowest.run(source, () => compiled.expression.evaluate(variables, { now: 1e12, random: () => 0.5 }));
  }
  return slowest;
}
