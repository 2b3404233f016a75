import type { EngineEvent } from '@iter/engine-core';
import { describe, expect, it } from '@jest/globals';
import { eventLog, inOrder } from './event-log.ts';

const enter = (key: number, elementId: string): EngineEvent => ({
  type: 'element-activating',
  key,
  nodeId: elementId,
  elementId,
  kind: 'task',
  scopeKey: 0,
});
const events: EngineEvent[] = [
  enter(1, 'a'),
  { type: 'element-activated', key: 1 },
  { type: 'element-completed', key: 1 },
  { type: 'flow-taken', flowId: 'a-b', scopeKey: 0 },
  enter(2, 'b'),
  { type: 'element-terminated', key: 2 },
  { type: 'instance-ended', status: 'terminated' },
];

describe('event log', () => {
  it('tells what happened to which element', () => {
    expect(eventLog(events)).toEqual([
      'enter a',
      'complete a',
      'take a-b',
      'enter b',
      'terminate b',
      'terminated',
    ]);
  });

  it('names by its key what was entered in an earlier turn', () => {
    expect(eventLog([{ type: 'element-completed', key: 7 }])).toEqual(['complete 7']);
  });

  it('finds lines in their order only', () => {
    expect(inOrder(events, ['complete a', 'terminated'])).toBe(true);
    expect(inOrder(events, ['enter b', 'complete a'])).toBe(false);
    expect(inOrder(events, ['complete b'])).toBe(false);
  });
});
