import { describe, expect, it } from '@jest/globals';
import { readIdentity, takeIdentity } from './procedure-identity.ts';
import type { BpmnFactory, ModelNode } from './services.ts';

type Node = ModelNode & Record<string, unknown>;

const factory: BpmnFactory = {
  create(type, attributes = {}) {
    const node: Node = { $type: type, ...attributes, get: (name: string) => node[name] };
    return node;
  },
};
const node = (type: string, attributes: Record<string, unknown> = {}) => factory.create(type, attributes);

function process(id: string, facts: Record<string, string> = {}, isExecutable = true): ModelNode {
  const properties = Object.entries(facts).map(([name, value]) => node('zeebe:Property', { name, value }));
  const values = properties.length > 0 ? [node('zeebe:Properties', { properties })] : [];
  return node('bpmn:Process', {
    id,
    isExecutable,
    extensionElements: values.length > 0 ? node('bpmn:ExtensionElements', { values }) : undefined,
  });
}

const definitions = (...rootElements: ModelNode[]) => node('bpmn:Definitions', { rootElements });
const ours = definitions(process('A1-2-1-1', { 'iter:code': 'A1.2.1.1', colore: 'blu' }));
const facts = (file: ModelNode, processId: string) => readIdentity(file, processId).facts;

describe('identity of a procedure', () => {
  it('is the id of its process and the facts of its sheet', () => {
    expect(readIdentity(ours, 'A1-2-1-1')).toEqual({
      processId: 'A1-2-1-1',
      facts: [{ name: 'iter:code', value: 'A1.2.1.1' }],
    });
  });

  it('goes over to the main process of a file from elsewhere', () => {
    const [collapsed, main] = [process('P1', {}, false), process('P2')];
    const foreign = definitions(collapsed, main);
    expect(takeIdentity(foreign, readIdentity(ours, 'A1-2-1-1'), factory)).toBe(true);
    expect([collapsed.id, main.id]).toEqual(['P1', 'A1-2-1-1']);
    expect(facts(foreign, 'A1-2-1-1')).toEqual([{ name: 'iter:code', value: 'A1.2.1.1' }]);
  });

  it('leaves alone what a file says of itself', () => {
    const own = definitions(process('A1-2-1-1', { 'iter:code': 'A1.2.1.1-bis' }));
    takeIdentity(own, readIdentity(ours, 'A1-2-1-1'), factory);
    expect(facts(own, 'A1-2-1-1')).toEqual([{ name: 'iter:code', value: 'A1.2.1.1-bis' }]);
  });

  it('keeps other properties of the file beside the facts', () => {
    const foreign = definitions(process('P', { colore: 'rosso' }));
    takeIdentity(foreign, readIdentity(ours, 'A1-2-1-1'), factory);
    const [main] = foreign.get('rootElements') as [ModelNode];
    const extensions = main.get('extensionElements') as ModelNode;
    const [properties] = extensions.get('values') as [ModelNode];
    const names = (properties.get('properties') as ModelNode[]).map((property) => property.get('name'));
    expect(names).toEqual(['colore', 'iter:code']);
  });

  it('cannot go to a file without a process', () => {
    const empty = definitions(node('bpmn:Message'));
    expect(takeIdentity(empty, readIdentity(ours, 'A1-2-1-1'), factory)).toBe(false);
  });
});
