import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { checkDiagram } from './check-diagram.ts';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const file = (content: string) =>
  `<?xml version="1.0"?>\n<definitions xmlns="${MODEL}" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">\n${content}\n</definitions>`;
const inProcess = (content: string) =>
  file(`<process id="p" isExecutable="true">\n<startEvent id="s"/>\n${content}\n</process>`);
const rules = async (xml: string) => (await checkDiagram(xml)).map(({ rule }) => rule);
const errors = async (xml: string) =>
  (await checkDiagram(xml))
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, elementId }) => `${rule} ${elementId}`);

describe('a file that cannot be read', () => {
  it.each([
    ['no XML', 'hello', 1],
    ['XML that is not well-formed', file('<process id="p">'), 4],
    ['XML that is not BPMN', '<html/>', 1],
  ])('%s is one problem with its line', async (_, xml, line) => {
    expect(await checkDiagram(xml)).toEqual([
      expect.objectContaining({ rule: 'DEP-1', severity: 'error', line }),
    ]);
  });

  it('reads UTF-16 and ISO-8859-1', async () => {
    const xml = inProcess(
      '<endEvent id="e" name="città"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/>',
    );
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
    const latin = new Uint8Array(Buffer.from(xml.replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1'));
    for (const bytes of [utf16, latin]) {
      expect((await checkDiagram(bytes)).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

describe('a file with several faults', () => {
  it('lists every problem with element and line', async () => {
    const xml = inProcess(
      [
        '<userTask id="t"/>',
        '<userTask id="t"/>',
        '<sequenceFlow id="f" sourceRef="s" targetRef="nowhere"/>',
        '<intermediateCatchEvent id="c"><timerEventDefinition/></intermediateCatchEvent>',
      ].join('\n'),
    );
    const found = await checkDiagram(xml);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'DEP-1', elementId: 't', line: 6 }),
        expect.objectContaining({ rule: 'DEP-1', elementId: 'f', line: 7 }),
        expect.objectContaining({ rule: 'DEP-4', elementId: 'f', line: 7 }),
        expect.objectContaining({ rule: 'DEP-17', elementId: 'c', line: 8 }),
      ]),
    );
  });
});

describe('each rule', () => {
  it('finds nothing wrong with a plain procedure', async () => {
    const xml = process('plain')
      .start()
      .exclusive('x')
      .when('=ok')
      .userTask('a')
      .end('yes')
      .at('x')
      .otherwise('no')
      .end()
      .xml();
    expect(await errors(xml)).toEqual([]);
  });

  it.each([
    ['DEP-3 undefined', file('<message id="m" name="x"/>')],
    [
      'DEP-5 e',
      inProcess('<endEvent id="e"/><task id="t"/><sequenceFlow id="f" sourceRef="e" targetRef="t"/>'),
    ],
    [
      'DEP-6 g',
      inProcess(
        '<exclusiveGateway id="g" default="f"/><task id="t"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>',
      ),
    ],
    [
      'DEP-7 f',
      inProcess(
        '<parallelGateway id="g"/><task id="t"/><sequenceFlow id="f" sourceRef="g" targetRef="t"><conditionExpression>=a</conditionExpression></sequenceFlow>',
      ),
    ],
    [
      'DEP-8 f',
      inProcess(
        '<task id="t"/><sequenceFlow id="f" sourceRef="t" targetRef="t"><conditionExpression>=1 +</conditionExpression></sequenceFlow>',
      ),
    ],
    [
      'DEP-8 f',
      inProcess(
        '<userTask id="t"/><sequenceFlow id="f" sourceRef="t" targetRef="t"><conditionExpression>${approved}</conditionExpression></sequenceFlow>',
      ),
    ],
    [
      'DEP-9 t',
      inProcess(
        '<task id="t"/><exclusiveGateway id="g"/><sequenceFlow id="f" sourceRef="t" targetRef="g"/><sequenceFlow id="h" sourceRef="g" targetRef="t"/>',
      ),
    ],
    ['DEP-11 u', inProcess('<subProcess id="u"><startEvent id="s1"/><startEvent id="s2"/></subProcess>')],
    ['DEP-12 u', inProcess('<subProcess id="u" triggeredByEvent="true"><startEvent id="s1"/></subProcess>')],
    ['DEP-13 b', inProcess('<userTask id="t"/><boundaryEvent id="b" attachedToRef="t"/>')],
    ['DEP-14 e', inProcess('<endEvent id="e"><cancelEventDefinition/></endEvent>')],
    [
      'DEP-15 e',
      inProcess(
        '<endEvent id="e"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></endEvent>',
      ),
    ],
    [
      'DEP-16 c',
      inProcess('<intermediateCatchEvent id="c"><messageEventDefinition/></intermediateCatchEvent>'),
    ],
    ['DEP-18 g', inProcess('<eventBasedGateway id="g"/>')],
    [
      'DEP-20 l',
      inProcess('<intermediateThrowEvent id="l"><linkEventDefinition name="x"/></intermediateThrowEvent>'),
    ],
    ['DEP-21 t', inProcess('<task id="t"><standardLoopCharacteristics/></task>')],
    ['DEP-22 t', inProcess('<task id="t"><multiInstanceLoopCharacteristics/></task>')],
    ['DEP-23 t', inProcess('<task id="t" startQuantity="0"/>')],
    ['DEP-24 a', inProcess('<adHocSubProcess id="a"/>')],
    ['DEP-25 t', inProcess('<task id="t" isForCompensation="true"/>')],
    [
      'DEP-27 g',
      inProcess(
        '<complexGateway id="g"/><task id="a"/><sequenceFlow id="f" sourceRef="s" targetRef="g"/><sequenceFlow id="h" sourceRef="a" targetRef="g"/>',
      ),
    ],
    ['DEP-28 c', inProcess('<callActivity id="c"/>')],
  ])('%s', async (expected, xml) => {
    expect(await errors(xml)).toContain(expected);
  });

  it('warns about what is only doubtful', async () => {
    const xml = file(
      '<process id="p"><startEvent id="s"/><serviceTask id="t"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/><task id="alone"/></process>',
    );
    expect(await rules(xml)).toEqual(expect.arrayContaining(['WARN-1', 'WARN-2', 'WARN-4', 'WARN-14']));
    expect(await errors(xml)).toEqual([]);
  });
});

describe('expressions', () => {
  const conditioned = (condition: string): string =>
    inProcess(
      `<userTask id="t"/><sequenceFlow id="f" name="Oltre soglia" sourceRef="t" targetRef="t"><conditionExpression>${condition}</conditionExpression></sequenceFlow>`,
    );
  const about = async (xml: string) =>
    (await checkDiagram(xml))
      .filter(({ elementId, rule }) => elementId === 'f' && /DEP-8|WARN-2\d/.test(rule))
      .map(({ rule, text, params }) => [rule, text, params]);

  it.each([
    ['=importo &gt; ', 'END', { found: '', line: 1 }],
    ['=importo * / 5', 'SYNTAX', { found: '/', line: 1, column: 11 }],
    ['=x instance of euro', 'UNKNOWN_TYPE', { found: 'euro' }],
    ['${importo}', 'language', { source: '${importo}' }],
  ])('%s is refused with its place', async (condition, text, params) => {
    expect(await about(conditioned(condition))).toEqual([['DEP-8', text, expect.objectContaining(params)]]);
  });

  it.each(['=importo + 1', '="si"', '=if urgente then 1 else null'])(
    'the condition %s can never be true',
    async (condition) => {
      expect(await about(conditioned(condition))).toMatchObject([
        ['WARN-21', 'text', { name: 'Oltre soglia' }],
      ]);
    },
  );

  it('names each thing that Camunda 8 does not know, once', async () => {
    expect(await about(conditioned('=is(a, b) or is(a, c)'))).toMatchObject([
      ['WARN-20', 'feel', { what: 'is' }],
    ]);
    expect(await about(conditioned('=importo &gt; 5 and today() &gt; scadenza'))).toEqual([]);
  });

  it('takes a value that is no condition as it is', async () => {
    const xml = inProcess(
      '<userTask id="f"><extensionElements><zeebe:ioMapping><zeebe:input source="=importo + 1" target="y"/></zeebe:ioMapping></extensionElements></userTask>',
    );
    expect(await about(xml)).toEqual([]);
  });
});
