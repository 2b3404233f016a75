import { describe, expect, it } from '@jest/globals';
import { checkExpression, checkUnaryTests } from './check.ts';
import { NUMBER, typeToString } from './types/type.ts';

describe('checking an expression', () => {
  it.each([
    ['importo > 5', 'boolean'],
    ['if a then "x" else "y"', 'string'],
    ['if a then "x" else 1', null],
    ['if a then "x" else null', 'string'],
    ['[1, 2][1]', 'number'],
    ['[1, 2][item > 1]', 'list<number>'],
    ['[{a: 1}].a', 'list<number>'],
    ['{a: "x", b: [true]}', 'context<a: string, b: list<boolean>>'],
    ['for i in 1..3 return string(i)', 'list<string>'],
    ['date("2026-01-31") + duration("P30D")', 'date'],
    ['@"2026-01-31" - @"2026-01-01"', 'days and time duration'],
    ['now().year', 'number'],
    ['importo + 1', null],
    ['(function(x: number) x > 1)(2)', 'boolean'],
    ['[1..5]', 'range<number>'],
  ])('%s has the type %s', (source, expected) => {
    const { ok, type } = checkExpression(source);
    expect(ok).toBe(true);
    expect(type && typeToString(type)).toBe(expected);
  });

  it('uses the types of variables where they are known', () => {
    const { type } = checkExpression('importo * 2', { variables: new Map([['importo', NUMBER]]) });
    expect(type).toEqual(NUMBER);
  });

  it('lists free variables and the functions that are called', () => {
    const check = checkExpression('count(lista) > soglia and today() > scadenza');
    expect(check.dependsOn).toEqual(['lista', 'soglia', 'scadenza']);
    expect(check.functions).toEqual(['count', 'today']);
    expect(check.notPortable).toEqual([]);
  });

  it('names what Camunda 8.9 does not have, with its place', () => {
    const found = (source: string) =>
      checkExpression(source).notPortable.map(({ code, what, column }) => [code, what, column]);
    expect(found('1 + 1 = 2 and is(x, 1)')).toEqual([['FUNCTION', 'is', 15]]);
    expect(found('list replace(x, 1, 2)')).toEqual([['FUNCTION', 'list replace', 1]]);
    expect(found('data di nascita')).toEqual([['NAME_WITH_BLANK', 'data di nascita', 1]]);
    expect(found('`data di nascita`')).toEqual([]);
    expect(found('get or else(x, 1)')).toEqual([]);
    expect(found('x instance of list<number>')).toEqual([['TYPE', 'list', 1]]);
    expect(found('function(a) external {java: {class: "c", method signature: "m()"}}')).toContainEqual([
      'EXTERNAL_FUNCTION',
      'external',
      1,
    ]);
  });

  it.each([
    ['a', true],
    ['a > 5', true],
    ['a.b[c]', true],
    ['if a then b else 1', true],
    ['get or else(a, false)', true],
    ['null', false],
    ['"si"', false],
    ['a + 1', false],
    ['-a', false],
    ['if a then 1 else "x"', false],
    ['for i in a return i > 1', false],
    ['count(a)', false],
  ])('says of %s whether it may be a condition: %s', (source, expected) => {
    expect(checkExpression(source).mayBeBoolean).toBe(expected);
  });

  it('gives the faults of a text that is no FEEL', () => {
    expect(checkExpression('1 +')).toMatchObject({ ok: false, problems: [{ found: '' }], type: null });
    expect(checkExpression('a ) b')).toMatchObject({ problems: [{ code: 'SYNTAX', found: ')', column: 3 }] });
    expect(checkExpression('a instance of dato')).toMatchObject({ problems: [{ found: 'dato' }] });
    expect(checkUnaryTests('> 1, < ')).toMatchObject({ ok: false });
    expect(checkUnaryTests('> soglia')).toMatchObject({ ok: true, dependsOn: ['soglia'] });
  });
});
