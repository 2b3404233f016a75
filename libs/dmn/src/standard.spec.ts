import { describe, expect, it } from '@jest/globals';
import { compiled, decision, literal, model, table, output, value } from '../test/dmn.ts';

const TYPES = `<itemDefinition name="tNums" isCollection="true"><typeRef>number</typeRef></itemDefinition>
<itemDefinition name="tP"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="age"><typeRef>number</typeRef></itemComponent></itemDefinition>
<itemDefinition name="tPs" isCollection="true"><typeRef>tP</typeRef></itemDefinition>
<itemDefinition name="tFn"><functionItem outputTypeRef="number"><parameters name="x" typeRef="number"/></functionItem></itemDefinition>
<itemDefinition name="tPos"><typeRef>number</typeRef><allowedValues><text>&gt;= 0</text></allowedValues></itemDefinition>
<itemDefinition name="tFew" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>
<itemDefinition name="tSmall" isCollection="true"><typeRef>number</typeRef><allowedValues><text>&lt; 10</text></allowedValues></itemDefinition>
<itemDefinition name="tWhen"><typeRef>date and time</typeRef></itemDefinition>`;

describe('the declared type of a decision (DMN 1.5 §10.3.2.9.4)', () => {
  it.each([
    ['number', '"a"', 'null'],
    ['number', '[1]', '1'],
    ['number', '[1, 2]', 'null'],
    ['string', '1', 'null'],
    ['tNums', '[1, 2]', '[1,2]'],
    ['tNums', '1', '[1]'],
    ['tNums', '[1, "a"]', 'null'],
    ['tNums', '[]', '[]'],
    ['tP', '{name: "a", age: 1}', '{"name":"a","age":1}'],
    ['tP', '{name: "a", age: "1"}', 'null'],
    ['tP', '{name: "a"}', 'null'],
    ['tP', '{name: "a", age: 1, more: 2}', '{"name":"a","age":1,"more":2}'],
    ['tP', '[{name: "a", age: null}]', '{"name":"a","age":null}'],
    ['tPs', '{name: "a", age: 1}', '[{"name":"a","age":1}]'],
    ['tPs', '[{name: "a", age: 1}, {name: 1, age: 1}]', 'null'],
    ['tPos', '1', '1'],
    ['tPos', '-1', 'null'],
    ['tPos', 'null', 'null'],
    ['tFew', '[1, 2]', '[1,2]'],
    ['tFew', '[1, 2, 3]', 'null'],
    ['tSmall', '5', '[5]'],
    ['tSmall', '[1, 20]', 'null'],
    ['tWhen', '@"2020-01-01"', '"2020-01-01T00:00:00Z"'],
    ['date', '@"2020-01-01T10:00:00"', 'null'],
    ['dayTimeDuration', '@"P1D"', '"P1D"'],
    ['days and time duration', '@"P1Y"', 'null'],
    ['Any', '1', '1'],
  ])('%s takes %s as %s', (type, text, expected) => {
    expect(value(model(TYPES + decision('d', literal(text), [], type)), 'd')).toBe(expected);
  });

  it('a function must have that of its item definition', () => {
    const of = (text: string): string =>
      value(
        model(TYPES + decision('f', literal(text), [], 'tFn') + decision('d', literal('f(2)'), ['#f'])),
        'd',
      );
    expect(of('function(x: number) x + 1')).toBe('3');
    expect(of('function(x: string) x')).toBe('null');
  });
});

const knowledge = (name: string, parameters: readonly [string, string][], body: string, type = ''): string =>
  `<businessKnowledgeModel id="${name}" name="${name}"><variable name="${name}"${type && ` typeRef="${type}"`}/>
   <encapsulatedLogic>${parameters.map(([each, of]) => `<formalParameter name="${each}"${of && ` typeRef="${of}"`}/>`).join('')}${body}</encapsulatedLogic></businessKnowledgeModel>`;

const knowing = (logic: string, ...hrefs: readonly string[]): string =>
  `<decision id="d" name="d"><variable name="d"/>${hrefs.map((href) => `<knowledgeRequirement><requiredKnowledge href="${href}"/></knowledgeRequirement>`).join('')}${logic}</decision>`;

const binding = (name: string, text: string): string =>
  `<binding><parameter name="${name}"/>${literal(text)}</binding>`;

const MINUS = knowledge(
  'k',
  [
    ['a', 'number'],
    ['b', 'number'],
  ],
  literal('a - b'),
  'number',
);

describe('a knowledge model', () => {
  it.each([
    ['k(5, 3)', '2'],
    ['k(b: 5, a: 3)', '-2'],
    ['k([5], [3])', '2'],
    ['k(c: 5, a: 3)', 'null'],
    ['k(1, 2, 3)', 'null'],
    ['k(1)', 'null'],
    ['k("1", 2)', 'null'],
    ['(function(f) f(5, 1))(k)', '4'],
  ])('is called as %s: %s', (text, expected) => {
    expect(value(model(MINUS + knowing(literal(text), '#k')), 'd')).toBe(expected);
  });

  it.each([
    [[binding('b', '1'), binding('a', '9')], '8'],
    [[binding('b', '1')], 'null'],
    [[binding('b', '1'), binding('z', '9')], 'null'],
  ])('is invoked by the names of its parameters: case %#', (bindings, expected) => {
    const invocation = `<invocation>${literal('k')}${bindings.join('')}</invocation>`;
    expect(value(model(MINUS + knowing(invocation, '#k')), 'd')).toBe(expected);
  });

  it('gives what its declared type takes, and null without logic', () => {
    const any = (type: string): string => knowledge('k', [['a', '']], literal('a'), type);
    expect(value(model(any('number') + knowing(literal('k("x")'), '#k')), 'd')).toBe('null');
    expect(value(model(TYPES + any('tNums') + knowing(literal('k(1)'), '#k')), 'd')).toBe('[1]');
    const empty = '<businessKnowledgeModel id="k" name="k"><variable name="k"/></businessKnowledgeModel>';
    expect(value(model(empty + knowing(literal('k()'), '#k')), 'd')).toBe('null');
  });

  it('decides by a table over its parameters', () => {
    const rules = [
      ['< 5', '"basso"'],
      ['>= 5', '"alto"'],
    ];
    const xml = model(
      knowledge('k', [['x', 'number']], table(['x'], [output('o')], rules)) + knowing(literal('k(3)'), '#k'),
    );
    expect(value(xml, 'd')).toBe('"basso"');
  });

  it('orders a list', () => {
    const before = knowledge(
      'k',
      [
        ['a', ''],
        ['b', ''],
      ],
      literal('a < b'),
    );
    expect(value(model(before + knowing(literal('sort([3, 1, 2], k)'), '#k')), 'd')).toBe('[1,2,3]');
  });
});

const SERVICE = `<inputData id="i" name="i"><variable name="i" typeRef="number"/></inputData>
<decision id="a" name="a"><variable name="a" typeRef="number"/><informationRequirement><requiredInput href="#i"/></informationRequirement>${literal('i + 1')}</decision>
${decision('b', literal('a * 10'), ['#a'])}
<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#b"/><encapsulatedDecision href="#a"/><inputData href="#i"/></decisionService>
<decisionService id="t" name="t"><variable name="t"/><outputDecision href="#b"/><inputDecision href="#a"/></decisionService>
<decisionService id="u" name="u"><variable name="u"/><outputDecision href="#a"/><outputDecision href="#b"/><inputData href="#i"/></decisionService>`;

describe('a decision service', () => {
  it.each([
    ['s(2)', '30'],
    ['s(i: 2)', '30'],
    ['s([2])', '30'],
    ['s("x")', 'null'],
    ['s(2, 3)', 'null'],
    ['t(4)', '40'],
    ['u(2)', '{"a":3,"b":30}'],
  ])('is called as %s: %s', (text, expected) => {
    const xml = model(SERVICE + knowing(literal(text), '#s', '#t', '#u'));
    expect(value(xml, 'd', { i: '9' })).toBe(expected);
  });

  it('is asked for itself', () => {
    expect(value(model(SERVICE), 's', { i: '2' })).toBe('30');
    expect(value(model(SERVICE), 't', { i: '2' })).toBe('null');
    expect(value(model(SERVICE), 'u', { i: '2' })).toBe('{"a":3,"b":30}');
  });
});

describe('an imported model', () => {
  const other = model(TYPES + MINUS + decision('x', literal('5'), [], 'number'), 'namespace="urn:o"');

  it.each([
    ['o', 'o.k(5, 1)', '4'],
    ['', 'k(5, 1)', '4'],
    ['my o', 'my o.k(5, 1)', '4'],
    ['my.o', 'my.o.k(5, 1)', '4'],
    ['o', '{name: "a", age: 1} instance of o.tP', 'true'],
    ['', '{name: 1, age: 1} instance of tP', 'false'],
  ])('named "%s" is read as %s', (name, text, expected) => {
    const head = `<import name="${name}" namespace="urn:o" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>`;
    const xml = model(head + knowing(literal(text), 'urn:o#k'));
    expect(value(compiled(xml, { imports: [other] }), 'd')).toBe(expected);
  });
});

describe('boxed iterations', () => {
  const filter = (list: string, match: string): string =>
    `<filter><in>${literal(list)}</in><match>${literal(match)}</match></filter>`;
  const iterator = (kind: string, list: string, body: string): string => {
    const part = kind === 'for' ? 'return' : 'satisfies';
    return `<${kind} iteratorVariable="i"><in>${literal(list)}</in><${part}>${literal(body)}</${part}></${kind}>`;
  };

  it.each([
    [filter('[{a: 1}, {a: 2}]', 'a = 2'), '[{"a":2}]'],
    [filter('[4, 5]', '2'), '5'],
    [filter('[4, 5]', '"x"'), 'null'],
    [filter('[4, null]', 'item > 3'), '[4]'],
    [filter('null', 'item > 2'), '[]'],
    [iterator('for', '[1..3]', 'i * 2'), '[2,4,6]'],
    [iterator('for', '[1, 2, 3]', 'count(partial)'), '[0,1,2]'],
    [iterator('some', '[1, "a"]', 'i > 1'), 'null'],
    [iterator('some', '[]', 'true'), 'false'],
    [iterator('every', '[]', 'false'), 'true'],
    [iterator('every', '[1]', '"x"'), 'null'],
  ])('case %#', (logic, expected) => {
    expect(value(model(decision('d', logic)), 'd')).toBe(expected);
  });
});
