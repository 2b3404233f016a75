import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';

/** The instance takes no answers until it is resumed; timers and messages wait meanwhile. */
export function suspendInstance(turn: Turn): void {
  turn.emit({ type: 'instance-suspended' });
  tellCalled(turn, { type: 'suspend-instance' });
}

/** Goes on with what was left; rejected for an instance that is not suspended. */
export function resumeInstance(turn: Turn): Rejection | void {
  const { status, numbers } = turn.state;
  if (status !== 'suspended')
    return {
      code: 'INVALID_STATE',
      message: `Expected instance ${numbers[0]} to be suspended, but it is ${status}`,
    };
  turn.emit({ type: 'instance-resumed' });
  tellCalled(turn, { type: 'resume-instance' });
}

/** What an instance has called stands still and goes on with it. */
function tellCalled(turn: Turn, command: CommandOf<'suspend-instance' | 'resume-instance'>): void {
  for (const wait of turn.state.waits.values())
    if (wait.kind === 'child') turn.send({ to: 'instance', instance: wait.instance, command });
}
