import { describe, expect, it } from '@jest/globals';
import { json, NOW, passes, run, variables } from '../../test/feel.ts';
import { compileExpression } from './expression.ts';

describe('numbers', () => {
  it.each([
    ['0.1 + 0.2 = 0.3', 'true'],
    ['12345678901234567890 + 1', '12345678901234567891'],
    ['9007199254740991 + 1', '9007199254740992'],
    ['9007199254740993 * 3', '27021597764222979'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['1 / 0', 'null'],
    ['10 / 4', '2.5'],
    ['-(2) ** 2', '4'],
    ['2 ** 3 ** 2', '64'],
    ['2 ** -1', '0.5'],
    ['1.10 = 1.1', 'true'],
    ['1.10', '1.1'],
    ['3 - -2', '5'],
    ['(1e6000 * 1e6000) = null', 'true'],
    ['5 * -0', '0'],
  ])('%s is %s', (source, expected) => {
    expect(json(source)).toBe(expected);
  });
});

describe('types', () => {
  it('never converts one kind into another', () => {
    expect(json('x > 5', { x: '"6"' })).toBe('null');
    expect(json('x = 6', { x: '"6"' })).toBe('null');
    expect(json('x + 1', { x: '"6"' })).toBe('null');
    expect(json('1 = null')).toBe('false');
    expect(json('null = null')).toBe('true');
  });

  it('says why a value is null', () => {
    const result = run('importo > 5');
    expect(result.ok && result.value).toBeNull();
    expect(result.warnings.map((warning) => warning.code)).toEqual(['VARIABLE_NOT_FOUND', 'INVALID_TYPE']);
    expect(result.warnings[0]?.message).toContain('importo');
  });

  it('is not fooled by names of JavaScript', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(json(name)).toBe('null');
      expect(json(`x.${name}`, { x: '{}' })).toBe('null');
      expect(json(`"a".${name}`)).toBe('null');
    }
  });
});

describe('logic', () => {
  it.each([
    ['true and null', 'null'],
    ['false and null', 'false'],
    ['null or true', 'true'],
    ['"x" or false', 'null'],
    ['if null then 1 else 2', '2'],
    ['if "x" then 1 else 2', '2'],
    ['some x in [1, 2] satisfies x > 1', 'true'],
    ['every x in [] satisfies false', 'true'],
    ['some x in [null, 2] satisfies x > 3', 'null'],
    ['5 between 1 and 5', 'true'],
    ['5 in (1, [4..6))', 'true'],
    ['6 in ([4..6))', 'false'],
    ['"b" in ["a", "b"]', 'true'],
    ['3 in (> 5, < 4)', 'true'],
  ])('%s is %s', (source, expected) => {
    expect(json(source)).toBe(expected);
  });
});

describe('data', () => {
  const k = { c: '{"a b":1,"k":[{"n":1},{"n":2}],"item":7}', l: '[3,1,2]' };

  it.each([
    ['c.k[n > 1].n', '[2]'],
    ['c.k.n', '[1,2]'],
    ['c.k[1].n', '1'],
    ['c.k[-1].n', '2'],
    ['c.k[3]', 'null'],
    ['l[item > 1]', '[3,2]'],
    ['c.missing', 'null'],
    ['c.`a b`', '1'],
    ['[1, [2]][2][1]', '2'],
    ['{a: 1, b: a + 1}.b', '2'],
    ['{a: 1, a: 2}', 'null'],
    ['for x in l return x * 2', '[6,2,4]'],
    ['for x in 1..3, y in [10, 20] return x + y', '[11,21,12,22,13,23]'],
    ['for x in 3..1 return x', '[3,2,1]'],
    ['for x in [1..3) return x', '[1,2]'],
    ['for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]', '[1,1,2,3,5]'],
    ['for i in 1..3 return partial', '[[],[[]],[[],[[]]]]'],
    ['for i in 1..3 return [count(partial), partial[-1]]', '[[0,null],[1,[0,null]],[2,[1,[0,null]]]]'],
    ['for d in @"2026-02-27"..@"2026-03-01" return d', '["2026-02-27","2026-02-28","2026-03-01"]'],
    ['(for f in (for i in 1..3 return function() i) return f())', '[1,2,3]'],
  ])('%s is %s', (source, expected) => {
    expect(json(source, k)).toBe(expected);
  });

  it('sees a variable behind the entries of an item', () => {
    expect(json('l[n > limit].n', { l: '[{"n":1},{"n":5}]', limit: '2' })).toBe('[5]');
    expect(json('l[limit > 1].n', { l: '[{"n":1,"limit":1},{"n":5,"limit":2}]', limit: '9' })).toBe('[5]');
  });
});

describe('functions', () => {
  it.each([
    ['{f: function(a, b) a - b, r: f(b: 1, a: 5)}.r', '4'],
    ['(function(a: number) a)("x")', 'null'],
    ['(function(a: list<number>) count(a))(5)', '1'],
    ['{f: function(n) if n < 2 then 1 else n * f(n - 1), r: 1}.r', '1'],
    ['{sum: function(a) "mine", r: sum(1)}.r', '"mine"'],
    ['substring(start position: 2, string: "abc")', '"bc"'],
    ['substring(string: "abc")', 'null'],
    ['sort([3, 1, 2], function(x, y) x > y)', '[3,2,1]'],
    ['foo(1)', 'null'],
  ])('%s is %s', (source, expected) => {
    expect(json(source)).toBe(expected);
  });

  it('calls a built-in although a variable is called the same', () => {
    expect(json('count([1, 2]) > count', { count: '1' })).toBe('true');
  });
});

describe('unary tests', () => {
  it.each([
    ['-', '1', true],
    ['> 5, < 2', '1', true],
    ['not(1, 2)', '3', true],
    ['not(1, 2)', '1', false],
    ['"a", "b"', '"b"', true],
    ['[1..3]', '3', true],
    ['? > 1 and ? < 3', '2', true],
    ['contains(?, "x")', '"axe"', true],
    ['x', '1', true],
    ['x + 1', '1', false],
    ['> 5', '"6"', null],
    ['null', 'null', true],
  ])('%s on %s is %s', (tests, input, expected) => {
    expect(passes(tests, input, { x: '1' })).toBe(expected);
  });
});

describe('what is known after compiling', () => {
  const dependsOn = (source: string): readonly string[] | null => {
    const compiled = compileExpression(source);
    return compiled.ok ? compiled.expression.dependsOn : null;
  };

  it('names the free variables, without what the expression declares and without built-ins', () => {
    expect(dependsOn('for i in lista return i + importo')).toEqual(['lista', 'importo']);
    expect(dependsOn('{a: x, b: a}.b + count(y)')).toEqual(['x', 'y']);
    expect(dependsOn('function(p) p + q')).toEqual(['q']);
  });

  it('reads names with blanks and symbols where they are declared', () => {
    const options = {
      variables: new Map([
        ['data di nascita', null],
        ['a-b', null],
      ]),
    };
    const compiled = compileExpression('data di nascita + a - b', options);
    expect(compiled.ok && compiled.expression.dependsOn).toEqual(['data di nascita', 'a-b']);
  });

  it('gives the place of a fault', () => {
    const compiled = compileExpression('1 +\n  * 2');
    expect(compiled).toMatchObject({
      ok: false,
      problems: [{ code: 'SYNTAX', line: 2, column: 3, offset: 6 }],
    });
    expect(compileExpression('')).toMatchObject({ ok: false, problems: [{ code: 'SYNTAX', offset: 0 }] });
    expect(compileExpression('x instance of foo')).toMatchObject({
      ok: false,
      problems: [{ code: 'UNKNOWN_TYPE' }],
    });
  });
});

describe('texts of any size', () => {
  it('reads wide lists and contexts', () => {
    const numbers = Array.from({ length: 5_000 }, (_, index) => index);
    expect(json(`sum([${numbers.join(',')}])`)).toBe('12497500');
    const entries = numbers
      .slice(0, 1_000)
      .map((index) => `k${index}: ${index === 0 ? 1 : `k${index - 1} + 1`}`);
    expect(json(`{${entries.join(',')}}.k999`)).toBe('1000');
  });

  it.each([
    ['(', 'SYNTAX'],
    ['{a:', 'SYNTAX'],
    ['a ', 'TOO_LONG'],
    ['1 + ', 'TOO_LONG'],
    ['not(', 'SYNTAX'],
  ])('refuses a long row of %j without breaking', (piece, code) => {
    const compiled = compileExpression(piece.repeat(5_000));
    expect(compiled).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('refuses what is too long altogether', () => {
    expect(compileExpression('1'.repeat(100_000))).toMatchObject({
      ok: false,
      problems: [{ code: 'TOO_LONG' }],
    });
  });
});

describe('limits', () => {
  const failure = (source: string, limits = {}): string | null => {
    const result = run(source, {}, limits);
    return result.ok ? null : result.failure.code;
  };

  it.each([
    ['count(for i in 1..3000000 return i)', 'STEP_LIMIT'],
    ['some i in 1..100000, j in 1..100000 satisfies i = -j', 'STEP_LIMIT'],
    ['{f: function(g, n) g(g, n + 1), r: f(f, 1)}.r', 'DEPTH_LIMIT'],
    ['for i in 1..60 return if i = 1 then "aaaaaaaa" else partial[-1] + partial[-1]', 'CELL_LIMIT'],
    ['for i in 1..60 return [partial, partial]', 'CELL_LIMIT'],
  ])('%s ends with %s', (source, code) => {
    expect(failure(source)).toBe(code);
  });

  it('takes the limits that are handed in', () => {
    expect(failure('for i in 1..100 return i', { maxSteps: 50 })).toBe('STEP_LIMIT');
    expect(failure('for i in 1..100 return i', { maxCells: 50 })).toBe('CELL_LIMIT');
    expect(failure('for i in 1..100 return i')).toBeNull();
  });

  it('fails where an assertion does, with its cause', () => {
    expect(run('assert(x, x != null, "manca x")')).toMatchObject({
      ok: false,
      failure: { code: 'ASSERTION', message: 'manca x' },
    });
  });

  it('reads the clock that is handed in, in Rome unless told', () => {
    expect(json('now()')).toBe('"2026-11-21T23:30:00+01:00"');
    expect(json('today()', {}, { now: NOW + 3_600_000 })).toBe('"2026-11-22"');
    expect(json('today()', {}, { now: NOW + 3_600_000, zone: 'UTC' })).toBe('"2026-11-21"');
  });

  it('passes a failure of the variables on as a failure', () => {
    const compiled = compileExpression('x');
    const broken = {
      get: () => {
        throw new Error('no such row');
      },
    };
    expect(compiled.ok && compiled.expression.evaluate(broken, { now: 0 })).toMatchObject({
      ok: false,
      failure: { code: 'INTERNAL' },
    });
    expect(variables().size).toBe(0);
  });
});
