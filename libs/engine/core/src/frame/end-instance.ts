import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { dropIncidents } from './incidents.ts';
import { localsOf } from './views.ts';

/** The instance has ended; the call that waits for it is told, with its variables if it completed (CALL-4). */
export function endInstance(turn: Turn, ended: 'completed' | 'terminated', root: ElementInstance): void {
  dropIncidents(turn, { owner: root.key });
  turn.emit({ type: 'instance-ended', status: ended });
  const { parent } = turn.state;
  if (!parent) return;
  const outcome = ended === 'completed' ? { ended, variables: localsOf(root) } : { ended };
  const command = { type: 'child-ended', key: parent.key, outcome } as const;
  turn.send({ to: 'instance', instance: parent.instance, command });
}
