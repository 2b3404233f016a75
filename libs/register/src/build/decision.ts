import { HIT_POLICIES, type SheetDecision } from '../sheet/decision.schema.ts';
import type { Sheet } from '../sheet/sheet.schema.ts';
import type { BuildContext } from './build-context.ts';
import type { ModdleObject } from './moddle.ts';
import { originEntries, originOf, type Sources } from './sources.ts';

/** Id under which a decision of a sheet is deployed. */
export function decisionIdOf(sheet: Sheet, decision: string): string {
  return `${sheet.process}-${decision}`;
}

/** What a business rule task asks: a decision of its own sheet, in the version it was deployed with. */
export function calledDecision(decision: string, { sheet, zeebe }: BuildContext): ModdleObject {
  const found = sheet.decisions[decision];
  if (found === undefined) throw new Error(`Expected a decision '${decision}', but the sheet has none`);
  return zeebe.element('CalledDecision', {
    decisionId: decisionIdOf(sheet, decision),
    bindingType: 'deployment',
    resultVariable: found.result,
  });
}

const WIDTH = 180;
const DECISION_HEIGHT = 80;
const INPUT_HEIGHT = 45;
const GAP = 60;
const LEFT = 160;
const TOP = 100;

/** A decision table as a DMN 1.3 file with its drawing: the inputs stand below the decision that reads them. */
export function dmnOfDecision(sheet: Sheet, key: string, decision: SheetDecision, sources: Sources): string {
  const id = decisionIdOf(sheet, key);
  const data = decision.inputs.flatMap(({ label, value }, index) =>
    /^[A-Za-z_]\w*$/.test(value) ? [{ id: `dato-${index + 1}`, name: value, label }] : [],
  );
  const requirements = data.map(
    (input, index) =>
      `<informationRequirement id="requisito-${index + 1}"><requiredInput href="#${input.id}"/></informationRequirement>`,
  );
  const origin = originEntries(originOf(decision), sources)
    .map(([name, value]) => `${name} ${value}`)
    .join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definizioni-${id}" name="${escape(decision.title)}" namespace="http://camunda.org/schema/1.0/dmn" exporter="Iter" exporterVersion="1.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.9.0">`,
    `  <decision id="${id}" name="${escape(decision.title)}">`,
    `    <description>${escape(origin)}</description>`,
    `    <variable id="risultato" name="${decision.result}"/>`,
    ...requirements.map((line) => `    ${line}`),
    ...tableOf(decision).map((line) => `    ${line}`),
    '  </decision>',
    ...data.map(
      ({ id: inputId, name }) =>
        `  <inputData id="${inputId}" name="${name}"><variable id="${inputId}-variabile" name="${name}"/></inputData>`,
    ),
    ...drawingOf(
      id,
      data.map((input) => input.id),
    ).map((line) => `  ${line}`),
    '</definitions>',
    '',
  ].join('\n');
}

function tableOf({ hit, inputs, outputs, rules }: SheetDecision): string[] {
  const cell = (tag: string, id: string, body: string): string =>
    `<${tag} id="${id}"><text>${escape(body)}</text></${tag}>`;
  return [
    `<decisionTable id="tabella" hitPolicy="${HIT_POLICIES[hit]}">`,
    ...inputs.map(
      ({ label, value, type }, index) =>
        `  <input id="ingresso-${index + 1}" label="${escape(label)}"><inputExpression id="espressione-${index + 1}" typeRef="${type}"><text>${escape(value)}</text></inputExpression></input>`,
    ),
    ...outputs.map(
      ({ label, name, type }, index) =>
        `  <output id="uscita-${index + 1}" label="${escape(label)}" name="${name}" typeRef="${type}"/>`,
    ),
    ...rules.flatMap(({ when, give, note }, index) => [
      `  <rule id="regola-${index + 1}">`,
      ...(note === undefined ? [] : [`    <description>${escape(note)}</description>`]),
      ...when.map((body, place) => `    ${cell('inputEntry', `se-${index + 1}-${place + 1}`, body)}`),
      ...give.map((body, place) => `    ${cell('outputEntry', `allora-${index + 1}-${place + 1}`, body)}`),
      '  </rule>',
    ]),
    '</decisionTable>',
  ];
}

function drawingOf(id: string, inputs: readonly string[]): string[] {
  const width = Math.max(1, inputs.length) * (WIDTH + GAP) - GAP;
  const decisionX = LEFT + (width - WIDTH) / 2;
  const inputY = TOP + DECISION_HEIGHT + GAP;
  const shape = (of: string, x: number, y: number, height: number): string =>
    `    <dmndi:DMNShape id="forma-${of}" dmnElementRef="${of}"><dc:Bounds x="${x}" y="${y}" width="${WIDTH}" height="${height}"/></dmndi:DMNShape>`;
  const lines = inputs.flatMap((input, index) => {
    const x = LEFT + index * (WIDTH + GAP);
    const end = decisionX + (WIDTH * (index + 1)) / (inputs.length + 1);
    return [
      shape(input, x, inputY, INPUT_HEIGHT),
      `    <dmndi:DMNEdge id="linea-${index + 1}" dmnElementRef="requisito-${index + 1}"><di:waypoint x="${x + WIDTH / 2}" y="${inputY}"/><di:waypoint x="${end}" y="${TOP + DECISION_HEIGHT}"/></dmndi:DMNEdge>`,
    ];
  });
  return [
    '<dmndi:DMNDI>',
    '  <dmndi:DMNDiagram id="disegno">',
    shape(id, decisionX, TOP, DECISION_HEIGHT),
    ...lines,
    '  </dmndi:DMNDiagram>',
    '</dmndi:DMNDI>',
  ];
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
