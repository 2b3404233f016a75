import { describe, expect, it } from '@jest/globals';
import { outlineOf } from './outline.ts';
import type { CanvasElement, ModelNode } from './services.ts';

function node(type: string, properties: Record<string, unknown>): ModelNode {
  return { $type: type, get: (name: string) => properties[name] };
}

function shape(id: string, type: string, x: number, y: number, properties = {}): CanvasElement {
  return { id, type, x, y, width: 100, height: 80, businessObject: node(type, properties) };
}

describe('list of elements', () => {
  it('reads from left to right, then from top to bottom, with names and lanes', () => {
    const lane = node('bpmn:Lane', { name: 'RPCT' });
    const listed = outlineOf([
      shape('Task_2', 'bpmn:UserTask', 300, 200, { name: 'Pubblicare il piano', lanes: [lane] }),
      shape('Gateway_1', 'bpmn:ExclusiveGateway', 300, 80),
      shape('Flow_1', 'bpmn:SequenceFlow', 0, 0, { name: 'sì' }),
      shape('Start_1', 'bpmn:StartEvent', 100, 90, { name: ' ' }),
    ]);
    expect(listed).toEqual([
      { id: 'Start_1', name: 'Start_1', type: 'Start Event', lane: null },
      { id: 'Gateway_1', name: 'Gateway_1', type: 'Exclusive Gateway', lane: null },
      { id: 'Task_2', name: 'Pubblicare il piano', type: 'User Task', lane: 'RPCT' },
    ]);
  });

  it('leaves out labels, which repeat their element', () => {
    const event = shape('Start_1', 'bpmn:StartEvent', 0, 0);
    const label = { ...shape('Start_1_label', 'bpmn:StartEvent', 0, 40), labelTarget: event };
    expect(outlineOf([event, label]).map(({ id }) => id)).toEqual(['Start_1']);
  });
});
