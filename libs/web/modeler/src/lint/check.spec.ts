import { describe, expect, it } from '@jest/globals';
import type { Texts } from '@iter/web-kit';
import { checkDraft } from './check.ts';
import { entriesOfProblem } from './problem-entries.ts';

const echo: Texts = (key, params) => [key, params?.['name']].filter(Boolean).join(' ');
const texts = { bpmn: echo, modeler: echo };

function diagram(content: string): string {
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="t">
    <bpmn:process id="P" isExecutable="true">${content}</bpmn:process></bpmn:definitions>`;
}

const assigned = `<bpmn:extensionElements><zeebe:userTask />
  <zeebe:assignmentDefinition candidateGroups="rpct" /></bpmn:extensionElements>`;

async function rulesOf(xml: string, files: { name: string; content: string }[] = []) {
  const problems = await checkDraft(xml, files, texts);
  return problems.map(({ rule, elementId }) => `${rule} ${elementId ?? ''}`.trim());
}

describe('check of a draft', () => {
  it('says what the deployment would say, in the words of the dictionary and with its place', async () => {
    const problems = await checkDraft(
      diagram(`<bpmn:startEvent id="S" /><bpmn:callActivity id="C" name="Adottare la delibera" />
        <bpmn:sequenceFlow id="F" sourceRef="S" targetRef="C" />`),
      [],
      texts,
    );
    expect(problems.find(({ rule }) => rule === 'DEP-28')).toMatchObject({
      severity: 'error',
      elementId: 'C',
      message: 'rules.DEP-28.text Adottare la delibera',
      line: 3,
    });
  });

  it('says of an expression what is wrong with it, under the field it stands in', async () => {
    const problems = await checkDraft(
      diagram(`<bpmn:startEvent id="S" /><bpmn:userTask id="T" name="Istruire">
          <bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="=gruppi[" /></bpmn:extensionElements></bpmn:userTask>
        <bpmn:sequenceFlow id="F" name="oltre soglia" sourceRef="S" targetRef="T">
          <bpmn:conditionExpression>=importo + 1</bpmn:conditionExpression></bpmn:sequenceFlow>`),
      [],
      texts,
    );
    const shown = problems.map((problem) => [problem.message, entriesOfProblem(problem)]);
    expect(shown).toContainEqual([
      'rules.DEP-8.END Istruire',
      ['assignmentDefinitionCandidateGroups', 'iter-who'],
    ]);
    expect(shown).toContainEqual(['rules.WARN-21.text oltre soglia', ['conditionExpression']]);
  });

  it('warns of tasks that nobody would see or could name', async () => {
    const rules = await rulesOf(
      diagram(`<bpmn:startEvent id="S" /><bpmn:userTask id="A" name="Istruire" />
        <bpmn:userTask id="B">${assigned}</bpmn:userTask>
        <bpmn:sequenceFlow id="F" sourceRef="S" targetRef="A" />
        <bpmn:sequenceFlow id="G" sourceRef="A" targetRef="B" />`),
    );
    expect(rules).toEqual(expect.arrayContaining(['ITER-1 A', 'ITER-2 B']));
    expect(rules).not.toContain('ITER-1 B');
  });

  it('asks for the names of the outcomes of a decision', async () => {
    const rules = await rulesOf(
      diagram(`<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" name="Completa?" default="N">
          <bpmn:outgoing>Y</bpmn:outgoing><bpmn:outgoing>N</bpmn:outgoing></bpmn:exclusiveGateway>
        <bpmn:endEvent id="E" /><bpmn:endEvent id="E2" />
        <bpmn:sequenceFlow id="F" sourceRef="S" targetRef="G" />
        <bpmn:sequenceFlow id="Y" name="sì" sourceRef="G" targetRef="E"><bpmn:conditionExpression>=a</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="N" sourceRef="G" targetRef="E2" />`),
    );
    expect(rules).toContain('ITER-3 G');
  });

  it('finds a form of the procedure that is not published along', async () => {
    const task = `<bpmn:startEvent id="S" /><bpmn:userTask id="A" name="Istruire"><bpmn:extensionElements>
      <zeebe:assignmentDefinition assignee="x" /><zeebe:formDefinition formId="esito" bindingType="deployment" />
      </bpmn:extensionElements></bpmn:userTask><bpmn:sequenceFlow id="F" sourceRef="S" targetRef="A" />`;
    expect(await rulesOf(diagram(task))).toContain('DEP-30 A');
    const form = { name: 'esito.form', content: JSON.stringify({ id: 'esito', components: [] }) };
    expect(await rulesOf(diagram(task), [form])).not.toContain('DEP-30 A');
  });

  it('answers for a file that is no BPMN at all', async () => {
    expect((await rulesOf('<a/>'))[0]).toMatch(/^DEP-1/);
  });
});
