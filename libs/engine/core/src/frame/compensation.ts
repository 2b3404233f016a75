import type { Node } from '../graph/process-graph.ts';
import type { ElementInstance, Key } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';

/** A completed activity with a handler leaves a record in its scope, with the locals it saw (CMP-1). */
export function registerCompensation(turn: Turn, node: Node, self: ElementInstance): void {
  if (!node.compensation) return;
  const variables = [...(self.variables ?? [])].map(([name, { value }]) => [name, value] as const);
  turn.emit({
    type: 'compensation-registered',
    record: {
      key: turn.newKey(),
      scopeKey: self.scopeKey,
      nodeId: node.id,
      of: self.key,
      variables: Object.fromEntries(variables),
    },
  });
}

/** Records die with their scope's termination (CMP-19). */
export function dropRecords(turn: Turn, scopeKey: Key): void {
  const keys = [...turn.state.compensations.values()]
    .filter((record) => record.scopeKey === scopeKey)
    .map(({ key }) => key);
  if (keys.length > 0) turn.emit({ type: 'compensations-dropped', keys });
}
