import type { ElementInstance, Trigger } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { withdraw } from './catches.ts';
import { terminate } from './terminate.ts';

/**
 * An interrupting event sub-process takes over its scope: the scope stays, with its variables and boundaries; its
 * other event sub-processes are disarmed and all it holds is terminated, then the event sub-process begins (ESP-3).
 */
export function interruptScope(turn: Turn, scope: ElementInstance, trigger: Trigger): void {
  withdraw(turn, scope, 'event-sub-process');
  turn.agenda.drop(scope.key);
  turn.emit({ type: 'scope-interrupted', key: scope.key, trigger, phase: 'waiting' });
  for (const child of turn.children(scope.key)) terminate(turn, child.key);
  turn.schedule({ do: 'settle', key: scope.key });
}
