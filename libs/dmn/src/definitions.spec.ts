import { describe, expect, it } from '@jest/globals';
import { ask, compiled, decision, literal, model, table, output, value } from '../test/dmn.ts';
import { compileDefinitions } from './definitions.ts';

describe('a requirements graph', () => {
  it('evaluates what a decision requires, once', () => {
    const xml = model(
      decision('a', literal('x + 1')) +
        decision('b', literal('a * 2'), ['#a']) +
        decision('c', literal('a + b'), ['#a', '#b']),
    );
    const result = ask(xml, 'c', { x: '1' });
    expect(result).toMatchObject({ ok: true, value: 6 });
    expect(result.evaluated.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('shows a decision to those that require it only', () => {
    const xml = model(decision('a', literal('1')) + decision('b', literal('a')));
    expect(value(xml, 'b', { a: '5' })).toBe('null');
  });

  it('reads input data by name, dates from their text', () => {
    const xml = model(
      `<inputData id="i" name="data inizio"><variable name="data inizio" typeRef="date"/></inputData>
       <decision id="d" name="d"><variable name="d"/>
         <informationRequirement><requiredInput href="#i"/></informationRequirement>
         ${literal('data inizio + @"P30D"')}
       </decision>`,
    );
    expect(value(xml, 'd', { 'data inizio': '"2026-01-31"' })).toBe('"2026-03-02"');
    expect(value(xml, 'd', { 'data inizio': '"domani"' })).toBe('null');
  });

  it('makes null of what is not of the declared type', () => {
    expect(value(model(decision('d', literal('"5"'), [], 'number')), 'd')).toBe('null');
    expect(value(model(decision('d', literal('[5]'), [], 'number')), 'd')).toBe('5');
  });

  it('checks allowed values of item definitions', () => {
    const xml = model(
      `<itemDefinition name="tEsito"><typeRef>string</typeRef><allowedValues><text>"si","no"</text></allowedValues></itemDefinition>
       <itemDefinition name="tEsiti" isCollection="true"><typeRef>tEsito</typeRef></itemDefinition>` +
        decision('d', literal('x'), [], 'tEsito') +
        decision('l', literal('x'), [], 'tEsiti'),
    );
    expect(value(xml, 'd', { x: '"si"' })).toBe('"si"');
    expect(value(xml, 'd', { x: '"forse"' })).toBe('null');
    expect(value(xml, 'l', { x: '["si","no"]' })).toBe('["si","no"]');
    expect(value(xml, 'l', { x: '["si","forse"]' })).toBe('null');
  });

  it('calls knowledge models and decision services', () => {
    const xml = model(
      `<businessKnowledgeModel id="k" name="doppio"><variable name="doppio"/>
         <encapsulatedLogic><formalParameter name="n" typeRef="number"/>${literal('n * 2')}</encapsulatedLogic>
       </businessKnowledgeModel>
       <decisionService id="s" name="s"><variable name="s"/><outputDecision href="#e"/><inputDecision href="#a"/></decisionService>
       <decision id="d" name="d"><variable name="d"/>
         <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
         <knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
         ${literal('[doppio(4), doppio("x"), s(10)]')}
       </decision>` +
        decision('a', literal('1')) +
        decision('e', literal('a + 1'), ['#a']),
    );
    expect(value(xml, 'd')).toBe('[8,null,11]');
    expect(value(xml, 's', { a: '5' })).toBe('6');
  });

  it('lets knowledge models call themselves', () => {
    const xml = model(
      `<businessKnowledgeModel id="f" name="fattoriale"><variable name="fattoriale"/>
         <encapsulatedLogic><formalParameter name="n"/>${literal('if n < 2 then 1 else n * fattoriale(n - 1)')}</encapsulatedLogic>
         <knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>
       </businessKnowledgeModel>
       <decision id="d" name="d"><variable name="d"/>
         <knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>
         ${literal('fattoriale(20)')}
       </decision>`,
    );
    expect(value(xml, 'd')).toBe('2432902008176640000');
  });

  it('carries the version tag of a decision, or of the whole file', () => {
    const tag = (value: string): string =>
      `<extensionElements><zeebe:versionTag xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" value="${value}"/></extensionElements>`;
    const tagged = decision('a', literal('1')).replace('<variable', `${tag('v2')}<variable`);
    const tags = (xml: string): unknown[] => compiled(xml).decisions.map(({ versionTag }) => versionTag);
    expect(tags(model(tagged + decision('b', literal('1'))))).toEqual(['v2', null]);
    expect(tags(model(tag('v1') + tagged + decision('b', literal('1'))))).toEqual(['v2', 'v1']);
  });

  it('is asked for a knowledge model by the names of its parameters', () => {
    const xml = model(
      `<businessKnowledgeModel id="k" name="k"><variable name="k"/><encapsulatedLogic>
         <formalParameter name="a" typeRef="number"/><formalParameter name="d" typeRef="date"/>
         ${literal('{differenza: a - 1, anno: d.year}')}</encapsulatedLogic></businessKnowledgeModel>`,
    );
    expect(value(xml, 'k', { a: '5', d: '"2027-01-31"' })).toBe('{"differenza":4,"anno":2027}');
  });

  it('reads imported models under their names', () => {
    const other = model(decision('saluto', literal('"ciao"')), 'namespace="urn:other"');
    const xml = model(
      `<import name="altro" namespace="urn:other" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
       <decision id="d" name="d"><variable name="d"/>
         <informationRequirement><requiredDecision href="urn:other#saluto"/></informationRequirement>
         ${literal('altro.saluto + "!"')}
       </decision>`,
    );
    expect(value(compiled(xml, { imports: [other] }), 'd')).toBe('"ciao!"');
    expect(compileDefinitions(xml)).toMatchObject({
      ok: false,
      problems: [{ code: 'MISSING_IMPORT' }, { code: 'MISSING_REFERENCE' }],
    });
  });
});

describe('boxed expressions', () => {
  const entry = (name: string, inner: string): string =>
    `<contextEntry><variable name="${name}"/>${inner}</contextEntry>`;

  it.each([
    [
      'a context',
      `<context>${entry('a', literal('1'))}${entry('b', literal('a + 1'))}</context>`,
      '{"a":1,"b":2}',
    ],
    [
      'its result',
      `<context>${entry('a', literal('2'))}<contextEntry>${literal('a * 3')}</contextEntry></context>`,
      '6',
    ],
    ['a list', `<list>${literal('1')}${literal('2')}</list>`, '[1,2]'],
    [
      'a relation',
      `<relation><column name="n"/><column name="m"/><row>${literal('1')}${literal('2')}</row></relation>`,
      '[{"n":1,"m":2}]',
    ],
    [
      'a function',
      `<context>${entry('f', `<functionDefinition><formalParameter name="x"/>${literal('x + 1')}</functionDefinition>`)}<contextEntry><invocation>${literal('f')}<binding><parameter name="x"/>${literal('4')}</binding></invocation></contextEntry></context>`,
      '5',
    ],
    [
      'a conditional',
      `<conditional><if>${literal('1 > 2')}</if><then>${literal('"a"')}</then><else>${literal('"b"')}</else></conditional>`,
      '"b"',
    ],
    [
      'for',
      `<for iteratorVariable="i"><in>${literal('[1, 2]')}</in><return>${literal('i * 2')}</return></for>`,
      '[2,4]',
    ],
    [
      'some',
      `<some iteratorVariable="i"><in>${literal('[1, 2]')}</in><satisfies>${literal('i > 1')}</satisfies></some>`,
      'true',
    ],
    [
      'every',
      `<every iteratorVariable="i"><in>${literal('[1, 2]')}</in><satisfies>${literal('i > 1')}</satisfies></every>`,
      'false',
    ],
    [
      'a filter',
      `<filter><in>${literal('[1, 2, 3]')}</in><match>${literal('item > 1')}</match></filter>`,
      '[2,3]',
    ],
  ])('%s', (_, logic, expected) => {
    expect(value(model(decision('d', logic)), 'd')).toBe(expected);
  });
});

describe('faults', () => {
  it('are given all at once, with their places', () => {
    const xml = model(
      `${decision('a', literal('1 +'), ['#missing'], 'tFoo')}
${decision('b', table(['x'], [output('o')], [['>', '1'], ['1']]))}
${decision('c', '')}
${decision('e', literal('f'), ['#f'])}
${decision('f', literal('e'), ['#e'])}`,
    );
    const compilation = compileDefinitions(xml);
    expect(compilation.ok).toBe(false);
    expect(compilation.problems.map(({ code, elementId, line }) => [code, elementId, line])).toEqual([
      ['UNKNOWN_TYPE', 'a', 3],
      ['MISSING_REFERENCE', 'a', 3],
      ['FEEL', 'a', 3],
      ['FEEL', 'b', 4],
      ['TABLE_SHAPE', 'r2', 4],
      ['MISSING_LOGIC', 'c', 5],
      ['CYCLE', 'e', 6],
    ]);
  });

  it.each([
    ['', 'XML'],
    ['<definitions', 'XML'],
    ['<a><b></a>', 'XML'],
    ['<definitions xmlns="urn:other"/>', 'NOT_DMN'],
    [`${'<a>'.repeat(5_000)}`, 'XML'],
  ])('case %# is refused as XML or DMN', (xml, code) => {
    expect(compileDefinitions(xml)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('are found where another language is meant', () => {
    const xml = model(
      decision('d', '<literalExpression expressionLanguage="juel"><text>x</text></literalExpression>'),
    );
    expect(compileDefinitions(xml)).toMatchObject({
      ok: false,
      problems: [{ code: 'LANGUAGE', elementId: 'd' }],
    });
  });

  it('reads no entity but those of XML', () => {
    const xml = `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY f "ff">]>${model(decision('d', '<literalExpression><text>"&e;&f;&amp;"</text></literalExpression>'))}`;
    const compilation = compileDefinitions(xml);
    const text = compilation.ok ? value(compilation.definitions, 'd') : '';
    expect(text).not.toContain('root');
    expect(text).not.toContain('ffff');
  });

  it('stops where a limit is reached', () => {
    const xml = model(decision('d', literal('count(for i in 1..1000000 return i)')));
    expect(ask(xml, 'd')).toMatchObject({ ok: false, failure: { code: 'STEP_LIMIT' } });
    const endless = model(
      decision('e', literal('for i in 1..60 return [partial, partial]')) +
        decision('f', literal('count(e)'), ['#e']),
    );
    expect(ask(endless, 'f')).toMatchObject({ ok: false, failure: { code: 'CELL_LIMIT' } });
    expect(ask(xml, 'nobody')).toMatchObject({ ok: false, failure: { code: 'DECISION_NOT_FOUND' } });
  });

  it('holds in a chain of any length', () => {
    const chain = Array.from({ length: 400 }, (_, index) =>
      decision(
        `d${index}`,
        literal(index === 0 ? '1' : `d${index - 1} + 1`),
        index === 0 ? [] : [`#d${index - 1}`],
      ),
    );
    const definitions = compiled(model(chain.join('\n')));
    expect(value(definitions, 'd100')).toBe('101');
    expect(ask(definitions, 'd399')).toMatchObject({ ok: false, failure: { code: 'DEPTH_LIMIT' } });
  });
});
