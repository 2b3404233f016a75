import type { EngineEvent, InstanceState, Node, ProcessGraph } from '@iter/engine-core';
import type { ProjectedTurn, RowChange } from '@iter/engine-runtime';
import { historyProjections } from '../src/projections/index.ts';

export const AT = Date.parse('2027-01-15T09:00:00+01:00');

export function turnOf(
  events: readonly EngineEvent[],
  overrides: Partial<ProjectedTurn> = {},
): ProjectedTurn {
  return {
    facts: {
      tenantId: '<default>',
      instance: 7,
      definitionKey: '2097152',
      processId: 'buy',
      processVersion: 3,
      processName: 'Buy',
      rootInstance: 7,
      month: '2027-01-01',
      parent: null,
      businessId: 'ECO/2027/1',
      tags: ['urgent'],
      startedAt: AT,
      startedByKey: null,
    },
    graph: { nodes: new Map([['check', { name: 'Check the order' } as Node]]) } as unknown as ProcessGraph,
    turn: 1,
    at: AT,
    actor: { userId: 'anna' },
    reason: undefined,
    command: 'start-instance',
    events,
    closedWaits: new Map(),
    realTime: AT,
    state: { numbers: [7, 9] } as unknown as InstanceState,
    ...overrides,
  };
}

/** What all projections make of these events. */
export function project(events: readonly EngineEvent[], overrides: Partial<ProjectedTurn> = {}): RowChange[] {
  return historyProjections.flatMap((projection) => projection.project(turnOf(events, overrides)));
}

/** Those of one table. */
export function of(table: string, changes: readonly RowChange[]): RowChange[] {
  return changes.filter((change) => change.table === table);
}
