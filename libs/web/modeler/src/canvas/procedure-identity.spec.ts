import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { readIdentity, takeIdentity } from './procedure-identity.ts';
import type { BpmnFactory, ModelNode } from './services.ts';

const moddle = new BpmnModdle({ zeebe });
const factory = moddle as unknown as BpmnFactory;

async function read(processes: string): Promise<ModelNode> {
  const { rootElement } = await moddle.fromXML(
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="t">${processes}</bpmn:definitions>`,
  );
  return rootElement as unknown as ModelNode;
}

async function write(definitions: ModelNode): Promise<string> {
  return (await moddle.toXML(definitions as never)).xml;
}

const OURS = `<bpmn:process id="A1-2-1-1" isExecutable="true"><bpmn:extensionElements><zeebe:properties>
  <zeebe:property name="iter:code" value="A1.2.1.1" /><zeebe:property name="colore" value="blu" />
  </zeebe:properties></bpmn:extensionElements></bpmn:process>`;

describe('identity of a procedure', () => {
  it('goes over to the main process of a file from elsewhere', async () => {
    const identity = readIdentity(await read(OURS), 'A1-2-1-1');
    const foreign = await read(`<bpmn:process id="P1" isExecutable="false" />
      <bpmn:process id="P2" isExecutable="true"><bpmn:startEvent id="S" /></bpmn:process>`);
    expect(takeIdentity(foreign, identity, factory)).toBe(true);
    const xml = await write(foreign);
    expect(xml).toContain('<bpmn:process id="P1"');
    expect(xml).toContain('<bpmn:process id="A1-2-1-1" isExecutable="true">');
    expect(xml).toContain('<zeebe:property name="iter:code" value="A1.2.1.1" />');
    expect(xml).not.toContain('colore');
  });

  it('leaves alone what a file says of itself', async () => {
    const identity = readIdentity(await read(OURS), 'A1-2-1-1');
    const own = await read(OURS.replace('value="A1.2.1.1"', 'value="A1.2.1.1-bis"'));
    takeIdentity(own, identity, factory);
    const xml = await write(own);
    expect(xml.match(/iter:code/g)).toHaveLength(1);
    expect(xml).toContain('A1.2.1.1-bis');
  });

  it('cannot go to a file without a process', async () => {
    const identity = readIdentity(await read(OURS), 'A1-2-1-1');
    expect(takeIdentity(await read('<bpmn:message id="M" />'), identity, factory)).toBe(false);
  });
});
