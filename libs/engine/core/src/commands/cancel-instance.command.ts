import { terminate } from '../frame/terminate.ts';
import { ROOT_KEY } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';

/** Terminates everything and compensates nothing; a called instance ends with its caller only (END-7, CALL-8). */
export function cancelInstance(turn: Turn, command: CommandOf<'cancel-instance'>): Rejection | void {
  const { parent, status, parked, numbers } = turn.state;
  if (parent && !command.byParent)
    return {
      code: 'INVALID_STATE',
      message: `Expected instance ${numbers[0]} not to be called by another, but it belongs to instance ${parent.root}`,
    };
  if (status === 'suspended') turn.emit({ type: 'instance-resumed' });
  if (parked.length > 0) turn.emit({ type: 'steps-parked', steps: [], spent: 0 });
  terminate(turn, ROOT_KEY);
}
