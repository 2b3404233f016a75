import { describe, expect, it } from '@jest/globals';
import { json, run } from '../../test/feel.ts';
import { compileExpression } from '../compile/expression.ts';
import { FUNCTIONS } from './functions.ts';
import { BUILTINS } from './table.ts';

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  text: [
    ['substring("redwood", 3)', '"dwood"'],
    ['substring("redwood", -2, 1)', '"o"'],
    ['substring("\\U01F600abc", 2)', '"abc"'],
    ['substring("abc", 0)', 'null'],
    ['string length("\\U01F600à")', '2'],
    ['upper case("città")', '"CITTÀ"'],
    ['substring before("redwood", "wood")', '"red"'],
    ['substring before("redwood", "xyz")', '""'],
    ['substring after("redwood", "red")', '"wood"'],
    ['contains("redwood", "dw")', 'true'],
    ['contains(["redwood"], "dw")', 'true'],
    ['contains(1, "dw")', 'null'],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '"[1=ab][2=]cd"'],
    ['replace("0123456789", "(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3")', '"(012) 345-6789"'],
    ['replace("abc", "b", "$")', 'null'],
    ['split("John Doe", "\\s")', '["John","Doe"]'],
    ['split("a;b;c;;", ";")', '["a","b","c","",""]'],
    ['extract("references are 1234, 1256, 1378", "12[0-9]*")', '["1234","1256"]'],
    ['string join(["a", null, "c"], "-")', '"a-c"'],
    ['string join(["a", "b"], ", ", "[", "]")', '"[a, b]"'],
    ['string join([1, 2])', 'null'],
    ['trim("  x y ")', '"x y"'],
    ['is blank(" ")', 'true'],
    ['to base64("FEEL")', '"RkVFTA=="'],
    ['from base64(to base64("perché 😀"))', '"perché 😀"'],
    ['from base64("%%%%")', 'null'],
    ['uuid()', '"88888888-8888-4888-8888-888888888888"'],
  ],
  lists: [
    ['list contains([1, null], null)', 'true'],
    ['min(3, 1, 2)', '1'],
    ['max(["a", "c", "b"])', '"c"'],
    ['min(1, "a")', 'null'],
    ['min([])', 'null'],
    ['sum([1, 2.5])', '3.5'],
    ['sum([])', 'null'],
    ['mean([1, 2, 3, 4])', '2.5'],
    ['median(8, 2, 5, 3, 4)', '4'],
    ['stddev(2, 4, 7, 5)', '2.081665999466132735282297706979931'],
    ['mode([6, 1, 9, 6, 1])', '[1,6]'],
    ['all([true, null])', 'null'],
    ['any(false, true)', 'true'],
    ['sublist([4, 5, 6], 2, 1)', '[5]'],
    ['append([1], 2, 3)', '[1,2,3]'],
    ['concatenate([1, 2], [3])', '[1,2,3]'],
    ['insert before([1, 3], 2, 2)', '[1,2,3]'],
    ['remove([1, 2, 3], -1)', '[1,2]'],
    ['reverse([1, 2, 3])', '[3,2,1]'],
    ['index of([1, 2, 3, 2], 2)', '[2,4]'],
    ['union([1, 2], [2, 3])', '[1,2,3]'],
    ['distinct values([1, 2.0, 2, {a: 1}, {a: 1}, null, null])', '[1,2,{"a":1},null]'],
    ['duplicate values([1, 2, 3, 2, 1])', '[1,2]'],
    ['flatten([1, [2, [3]]])', '[1,2,3]'],
    ['list replace([2, 4], 2, 6)', '[2,6]'],
    ['list replace([2, 4, 7], function(item, newItem) item < newItem, 5)', '[5,5,7]'],
    ['partition([1, 2, 3], 2)', '[[1,2],[3]]'],
    ['is empty([])', 'true'],
  ],
  numbers: [
    ['decimal(2.5, 0)', '2'],
    ['decimal(1/3, 2)', '0.33'],
    ['decimal(1234.567, -2)', '1200'],
    ['floor(-1.56, 1)', '-1.6'],
    ['ceiling(1.5)', '2'],
    ['round half up(-1.126, 2)', '-1.13'],
    ['round half down(5.5, 0)', '5'],
    ['modulo(-12, 5)', '3'],
    ['modulo(12, -5)', '-3'],
    ['modulo(10.1, 4.5)', '1.1'],
    ['abs(@"-P1D")', '"P1D"'],
    ['sqrt(-1)', 'null'],
    ['log(0)', 'null'],
    ['odd(5.5)', 'null'],
    ['even(-2)', 'true'],
    ['number("1.000.000,01", ".", ",")', '1000000.01'],
    ['number("12a")', 'null'],
    ['random number()', '0.5'],
  ],
  contexts: [
    ['get value({a: 1}, "a")', '1'],
    ['get value({x: {y: 2}}, ["x", "y"])', '2'],
    ['get entries({a: 1})', '[{"key":"a","value":1}]'],
    ['context put({x: 1}, ["y", "z"], 2)', '{"x":1,"y":{"z":2}}'],
    ['context merge([{x: 1, y: 0}, {y: 2}])', '{"x":1,"y":2}'],
    ['context([{key: "a", value: 1}])', '{"a":1}'],
    ['is defined(missing)', 'false'],
    ['get or else(null, 3)', '3'],
    ['from json("{\\"a\\": [1, 2.50]}").a', '[1,2.50]'],
    ['from json("{")', 'null'],
    ['to json({a: @"2026-01-31"})', '"{\\"a\\":\\"2026-01-31\\"}"'],
    ['string({a: "x", b: [1, 2.50]})', '"{a: \\"x\\", b: [1, 2.5]}"'],
  ],
  ranges: [
    ['before([1..5], (5..8])', 'true'],
    ['after(12, [1..10])', 'true'],
    ['meets([1..5], [5..8])', 'true'],
    ['overlaps after((1..5], [1..5])', 'true'],
    ['includes([1..10], [4..6])', 'true'],
    ['during(5, [1..10])', 'true'],
    ['starts([1..5], [1..10])', 'true'],
    ['coincides([1..5], [1..5))', 'false'],
    ['finished by([1..10], 10)', 'true'],
    ['before(1, "a")', 'null'],
    ['range("[18..21)").end included', 'false'],
    ['range("[1+1..21)")', 'null'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%s is %s', (source, expected) => {
    expect(json(source, {}, { random: () => 0.5 })).toBe(expected);
  });
});

describe('the table', () => {
  it('can be shown', () => {
    const substring = FUNCTIONS.find(({ name }) => name === 'substring');
    expect(substring).toEqual({
      name: 'substring',
      signatures: [['string', 'start position', 'length?']],
      result: 'string',
      origin: 'standard and camunda',
    });
    expect(FUNCTIONS.find(({ name }) => name === 'concatenate')?.signatures).toEqual([['list…']]);
  });

  it('says of each function where it is known', () => {
    const portable = [...BUILTINS.values()].filter(({ origin }) => !origin.includes('camunda'));
    expect(portable.map(({ name }) => name).sort()).toEqual(['is', 'list replace', 'range']);
  });

  it('gives a value or null for arguments of any kind', () => {
    const kinds = [
      'null',
      '1',
      '"x"',
      '[]',
      '[1]',
      '{}',
      '@"2026-01-01"',
      '[1..2]',
      'function(a) a',
      'true',
      '@"P1D"',
    ];
    const values = kinds.map((kind) => {
      const result = run(kind);
      return result.ok ? result.value : null;
    });
    for (const name of BUILTINS.keys()) {
      if (name === 'assert') continue;
      for (const source of [`${name}(a)`, `${name}(a, b)`, `${name}(a, b, a)`]) {
        const compiled = compileExpression(source);
        if (!compiled.ok) throw new Error(source);
        for (const a of values) {
          for (const b of values) {
            const result = compiled.expression.evaluate(
              new Map([
                ['a', a],
                ['b', b],
              ]),
              { now: 0 },
            );
            if (!result.ok) throw new Error(`${source}: ${result.failure.message}`);
          }
        }
      }
    }
    expect(BUILTINS.size).toBeGreaterThan(90);
  });
});
