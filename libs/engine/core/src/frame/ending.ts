import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { dropIncidents } from './incidents.ts';

/** The instance has ended; the call that waits for it is told, with its variables if it completed (CALL-4). */
export function endInstance(turn: Turn, status: 'completed' | 'terminated', root: ElementInstance): void {
  dropIncidents(turn, root.key);
  turn.emit({ type: 'instance-ended', status });
  const { parent } = turn.state;
  if (!parent) return;
  const variables = [...(root.variables ?? [])].map(([name, { value }]) => [name, value] as const);
  turn.send({
    to: 'instance',
    instance: parent.instance,
    command: {
      type: 'child-ended',
      key: parent.key,
      outcome:
        status === 'completed'
          ? { ended: 'completed', variables: Object.fromEntries(variables) }
          : { ended: 'terminated' },
    },
  });
}
