import { describe, expect, it } from '@jest/globals';
import { ask, decision, model, output, table, value } from '../../test/dmn.ts';

const RULES = [
  ['> 10', '"a"', '"basso"'],
  ['> 5', '-', '"medio"'],
  ['> 1', '"a", "b"', '"alto"'],
] as const;

function policy(hitPolicy: string, allowed = '', otherwise = ''): string {
  return model(
    decision('d', table(['x', 'y'], [output('o', allowed, otherwise)], RULES, `hitPolicy="${hitPolicy}"`)),
  );
}

describe('hit policies', () => {
  const all = { x: '11', y: '"a"' };

  it.each([
    ['UNIQUE', '', all, 'null'],
    ['UNIQUE', '', { x: '2', y: '"b"' }, '"alto"'],
    ['FIRST', '', all, '"basso"'],
    ['ANY', '', all, 'null'],
    ['ANY', '', { x: '7', y: '"c"' }, '"medio"'],
    ['PRIORITY', '"alto", "medio", "basso"', all, '"alto"'],
    ['OUTPUT ORDER', '"alto", "medio", "basso"', all, '["alto","medio","basso"]'],
    ['RULE ORDER', '', all, '["basso","medio","alto"]'],
    ['COLLECT', '', all, '["basso","medio","alto"]'],
    ['COLLECT" aggregation="COUNT', '', all, '3'],
    ['COLLECT" aggregation="MAX', '', all, '"medio"'],
    ['COLLECT" aggregation="SUM', '', all, 'null'],
    ['UNIQUE', '', { x: '0', y: '"a"' }, 'null'],
    ['FIRST', '', { x: '"11"', y: '"a"' }, 'null'],
  ])('%s with outputs (%s) on %j is %s', (hitPolicy, allowed, variables, expected) => {
    expect(value(policy(hitPolicy, allowed), 'd', variables)).toBe(expected);
  });

  it('gives the default where no rule matches', () => {
    expect(value(policy('UNIQUE', '', '"nessuno"'), 'd', { x: '0', y: '"a"' })).toBe('"nessuno"');
    expect(value(policy('COLLECT', '', '"nessuno"'), 'd', { x: '0', y: '"a"' })).toBe('["nessuno"]');
  });

  it.each([
    ['UNIQUE', '{"o":"alto","g":1}', { x: '2' }],
    ['UNIQUE', 'null', { x: '20' }],
    ['ANY', 'null', { x: '20' }],
    ['FIRST', '{"o":"basso","g":2}', { x: '20' }],
    ['PRIORITY', '{"o":"alto","g":1}', { x: '20' }],
    ['OUTPUT ORDER', '[{"o":"alto","g":1},{"o":"alto","g":3},{"o":"basso","g":2}]', { x: '20' }],
    ['RULE ORDER', '[{"o":"basso","g":2},{"o":"alto","g":3},{"o":"alto","g":1}]', { x: '20' }],
    ['COLLECT', '[{"o":"basso","g":2},{"o":"alto","g":3},{"o":"alto","g":1}]', { x: '20' }],
    ['COLLECT" aggregation="COUNT', '3', { x: '20' }],
    ['COLLECT" aggregation="SUM', 'null', { x: '20' }],
    ['UNIQUE', '{"o":"nullo","g":0}', { x: '0' }],
    ['RULE ORDER', '[{"o":"nullo","g":0}]', { x: '0' }],
  ])('%s of several outputs is %s', (hitPolicy, expected, variables) => {
    const outputs = [output('o', '"alto", "basso", "nullo"', '"nullo"'), output('g', '1, 2, 3', '0')];
    const rules = [
      ['> 10', '"basso"', '2'],
      ['> 10', '"alto"', '3'],
      ['> 1', '"alto"', '1'],
    ];
    const xml = model(decision('d', table(['x'], outputs, rules, `hitPolicy="${hitPolicy}"`)));
    expect(value(xml, 'd', variables)).toBe(expected);
  });

  it.each([
    ['SUM', '6', '0'],
    ['MIN', '1', '0'],
    ['MAX', '3', '0'],
    ['COUNT', '3', '0'],
  ])('%s over what matched is %s, and the default where nothing did', (aggregation, matched, unmatched) => {
    const rules = [
      ['> 10', '2'],
      ['> 5', '3'],
      ['> 1', '1'],
    ];
    const attributes = `hitPolicy="COLLECT" aggregation="${aggregation}"`;
    const xml = model(decision('d', table(['x'], [output('o', '', '0')], rules, attributes)));
    expect(value(xml, 'd', { x: '20' })).toBe(matched);
    expect(value(xml, 'd', { x: '0' })).toBe(unmatched);
  });

  it('sums and compares numbers exactly', () => {
    const sum = table(
      ['x'],
      [output('o')],
      [
        ['> 0', '0.1'],
        ['> 1', '0.2'],
      ],
      'hitPolicy="COLLECT" aggregation="SUM"',
    );
    expect(value(model(decision('d', sum)), 'd', { x: '5' })).toBe('0.3');
  });
});

describe('a decision table', () => {
  it('gives a context for several outputs', () => {
    const rules = [
      ['< 100', '"ufficio"', 'x * 2'],
      ['>= 100', '"giunta"', 'x'],
    ];
    const xml = model(decision('d', table(['x'], [output('organo'), output('soglia')], rules)));
    expect(value(xml, 'd', { x: '50' })).toBe('{"organo":"ufficio","soglia":100}');
  });

  it('says how it came about', () => {
    const result = ask(policy('RULE ORDER'), 'd', { x: '11', y: '"a"' });
    expect(result.evaluated).toMatchObject([
      {
        id: 'd',
        kind: 'table',
        inputs: [
          { id: 'i1', name: 'x', value: 11 },
          { id: 'i2', name: 'y', value: 'a' },
        ],
        matchedRules: [
          { id: 'r1', index: 1, outputs: [{ id: 'o-o', name: 'o', value: 'basso' }] },
          { id: 'r2', index: 2 },
          { id: 'r3', index: 3 },
        ],
      },
    ]);
  });

  it('takes an empty cell as any value, and an empty output as null', () => {
    const xml = model(decision('d', table(['x'], [output('o')], [['', '']], 'hitPolicy="FIRST"')));
    const result = ask(xml, 'd', { x: '1' });
    expect(result).toMatchObject({ ok: true, value: null });
    expect(result.evaluated[0]?.matchedRules).toHaveLength(1);
  });

  it('tests with expressions over the input and other variables', () => {
    const rules = [
      ['> soglia', '"sopra"'],
      ['? = soglia', '"pari"'],
      ['not(> soglia)', '"sotto"'],
    ];
    const xml = model(decision('d', table(['x'], [output('o')], rules, 'hitPolicy="FIRST"')));
    expect(value(xml, 'd', { x: '5', soglia: '4' })).toBe('"sopra"');
    expect(value(xml, 'd', { x: '4', soglia: '4' })).toBe('"pari"');
    expect(value(xml, 'd', { x: '3', soglia: '4' })).toBe('"sotto"');
  });
});
