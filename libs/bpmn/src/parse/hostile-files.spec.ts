import { describe, expect, it } from '@jest/globals';
import { checkDiagram } from '../check-diagram.ts';

const file = (content: string) =>
  `<?xml version="1.0"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">\n<process id="p" isExecutable="true">\n${content}\n</process></definitions>`;

/** Each would keep a parser or a check that is not linear busy for minutes. */
const HOSTILE: readonly (readonly [what: string, content: string, rule: string])[] = [
  ['elements 1,000 deep', `${'<subProcess>'.repeat(1_000)}${'</subProcess>'.repeat(1_000)}`, 'DEP-31'],
  ['scopes 60 deep', `${'<subProcess>'.repeat(60)}${'</subProcess>'.repeat(60)}`, 'DEP-31'],
  ['more elements than are run', '<task/>'.repeat(20_001), 'DEP-31'],
  ['elements that BPMN does not know', '<foo/>'.repeat(60_000), 'DEP-31'],
  ['comments without end', '<!--'.repeat(200_000), 'DEP-1'],
  ['tags without end', '<a x="'.repeat(200_000), 'DEP-1'],
  ['one id 19,000 times', '<task id="a"/>'.repeat(19_000), 'DEP-1'],
  ['a cycle of 3,000 tasks', cycle(3_000), 'DEP-9'],
  ['1,500 choices into 1,500 joins', choices(1_500), 'WARN-11'],
  ['transactions with handlers by the thousand', transactions(1_500), 'WARN-10'],
];

function cycle(length: number): string {
  const flow = (at: number) =>
    `<sequenceFlow id="f${at}" sourceRef="t${at}" targetRef="t${(at + 1) % length}"/>`;
  return Array.from({ length }, (_, at) => `<task id="t${at}"/>${flow(at)}`).join('');
}

function choices(length: number): string {
  const flow = (id: string, at: number) =>
    `<sequenceFlow id="${id}${at}" sourceRef="x${at}" targetRef="a${at}"/>`;
  const pair = (at: number) => `<exclusiveGateway id="x${at}"/><parallelGateway id="a${at}"/>`;
  return Array.from({ length }, (_, at) => pair(at) + flow('f', at) + flow('g', at)).join('');
}

function transactions(length: number): string {
  const one = (at: number) =>
    `<transaction id="x${at}"><task id="i${at}"/></transaction><boundaryEvent id="b${at}" attachedToRef="x${at}"><cancelEventDefinition/></boundaryEvent>`;
  return Array.from({ length }, (_, at) => one(at)).join('');
}

describe('a file that means harm', () => {
  it.each(HOSTILE)('%s: is answered in seconds', async (_what, content, rule) => {
    const began = process.cpuUsage();
    const problems = await checkDiagram(file(content));
    const { user, system } = process.cpuUsage(began);
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    expect((user + system) / 1_000_000).toBeLessThan(10);
  });
});
