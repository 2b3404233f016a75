import { describe, expect, it } from '@jest/globals';
import { readResource } from './read-resources.ts';

/** What is wrong with a file, each as rule, element, line and what is meant. */
async function problemsOf(name: string, text: string): Promise<unknown[][]> {
  const { problems } = await readResource({ name, content: new TextEncoder().encode(text) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.every(({ resource, expected }) => resource === name && expected !== '')).toBe(true);
  return errors.map(({ rule, text: kind, elementId, line, params }) => [
    rule,
    params['at'] ?? kind,
    elementId,
    line,
  ]);
}

const diagram = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="http://bpmn.io/schema/bpmn" id="d">
  <process id="p" isExecutable="true">
${inside}
  </process>
</definitions>`;

const model = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="M" namespace="http://example.org/m">
${inside}
</definitions>`;

describe('a diagram', () => {
  it('is refused with every expression that is no FEEL, beside all else that is wrong', async () => {
    const text = diagram(`<startEvent id="s"/>
<sequenceFlow id="f0" sourceRef="s" targetRef="g"/>
<exclusiveGateway id="g" default="f2"/>
<sequenceFlow id="f1" sourceRef="g" targetRef="u">
  <conditionExpression xsi:type="tFormalExpression">=1 +</conditionExpression>
</sequenceFlow>
<sequenceFlow id="f2" sourceRef="g" targetRef="u"/>
<userTask id="u" name="Compito"><extensionElements><zeebe:userTask/>
  <zeebe:assignmentDefinition candidateGroups="=[1," assignee="=)"/>
  <zeebe:ioMapping><zeebe:input source="=a +" target="x"/><zeebe:output source="=for" target="y"/></zeebe:ioMapping>
</extensionElements></userTask>
<sequenceFlow id="f3" sourceRef="u" targetRef="r"/>
<businessRuleTask id="r"><extensionElements>
  <zeebe:calledDecision decisionId="=1+" resultVariable="esito"/>
</extensionElements></businessRuleTask>
<sequenceFlow id="f4" sourceRef="u" targetRef="nowhere"/>`);
    expect(await problemsOf('a.bpmn', text)).toEqual([
      ['DEP-1', 'dangling', 'f4', 20],
      ['DEP-4', 'text', 'f4', 20],
      ['DEP-8', 'conditionExpression', 'f1', 8],
      ['DEP-8', 'assignee', 'u', 12],
      ['DEP-8', 'candidateGroups', 'u', 12],
      ['DEP-8', 'source', 'u', 12],
      ['DEP-8', 'source', 'u', 12],
      ['DEP-8', 'decisionId', 'r', 17],
    ]);
  });
});

describe('a decision model', () => {
  it('is refused with every fault, its element and its line', async () => {
    const text = model(`<decision id="a" name="A"><variable name="A" typeRef="sconosciuto"/>
  <informationRequirement><requiredDecision href="#manca"/></informationRequirement>
  <decisionTable id="t">
    <input id="i"><inputExpression id="ie"><text>importo +</text></inputExpression></input>
    <output id="o" name="o"/>
    <rule id="r1"><inputEntry id="e1"><text>&lt; )</text></inputEntry><outputEntry id="e2"><text>1</text></outputEntry></rule>
    <rule id="r2"><inputEntry id="e3"><text>-</text></inputEntry><outputEntry id="e4"><text>[1,</text></outputEntry></rule>
  </decisionTable>
</decision>
<decision id="b" name="B"><variable name="B"/></decision>
<decision id="c" name="C"><variable name="C"/>
  <informationRequirement><requiredDecision href="#c"/></informationRequirement>
  <literalExpression id="l"><text>1 + 1</text></literalExpression>
</decision>`);
    expect(await problemsOf('a.dmn', text)).toEqual([
      ['DEP-1', 'UNKNOWN_TYPE', 'a', 3],
      ['DEP-1', 'MISSING_REFERENCE', 'a', 4],
      ['DEP-8', 'END', 'ie', 6],
      ['DEP-8', 'SYNTAX', 'e1', 8],
      ['DEP-8', 'END', 'e4', 9],
      ['DEP-1', 'MISSING_LOGIC', 'b', 12],
      ['DEP-1', 'CYCLE', 'c', 13],
    ]);
  });

  it.each([
    ['that is not XML', 'Buongiorno', 'unreadable'],
    ['that is XML of another kind', '<html><body/></html>', 'NOT_DMN'],
  ])('%s is refused as a whole', async (_what, text, kind) => {
    expect(await problemsOf('a.dmn', text)).toEqual([['DEP-1', kind, undefined, 1]]);
  });

  it('without an id is refused: nobody could find its versions', async () => {
    const text = model('').replace(' id="m"', '');
    expect(await problemsOf('a.dmn', text)).toEqual([['DEP-1', 'decision', undefined, undefined]]);
  });

  it('without a fault has its decisions, but not its knowledge models', async () => {
    const text = model(`<decision id="a" name="A"><variable name="A"/>
  <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
  <literalExpression><text>doppio(2)</text></literalExpression></decision>
<businessKnowledgeModel id="k" name="doppio"><variable name="doppio"/>
  <encapsulatedLogic><formalParameter name="x"/><literalExpression><text>2 * x</text></literalExpression></encapsulatedLogic>
</businessKnowledgeModel>`);
    const read = await readResource({ name: 'a.dmn', content: new TextEncoder().encode(text) });
    expect(read).toMatchObject({
      problems: [],
      requirements: { requirementsId: 'm', decisions: [{ decisionId: 'a', name: 'A' }] },
    });
  });
});
