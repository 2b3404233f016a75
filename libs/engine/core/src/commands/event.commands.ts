import { deliverSignal, escalate } from '../frame/throws.ts';
import { reject, type CommandHandlers } from './command.ts';
import { openWait } from './open-records.ts';

/** What comes from outside to events that wait for it. */
export const eventCommands = {
  /** A due timer fires; a late or double alarm finds another due date and does nothing (TMR-7). */
  'trigger-timer'(turn, { key, dueAt }) {
    const { wait: timer } = openWait(turn, key, 'timer');
    if (timer.dueAt !== dueAt)
      reject('INVALID_STATE', `Expected timer ${key} to be due at ${timer.dueAt}, but got ${dueAt}`);
    turn.schedule({ do: 'fire', wait: key, variables: {} });
  },
  /** A message reaches its subscription; one that has gone leaves the message where it was (MSG-8). */
  'deliver-message'(turn, { key, variables }) {
    openWait(turn, key, 'message');
    turn.schedule({ do: 'fire', wait: key, variables });
  },
  /** A broadcast reaches every open catcher of its name in this instance (SIG-1). */
  'deliver-signal': (turn, { name, variables }) => deliverSignal(turn, name, variables),
  /** A user task or job escalates; it stays active unless it is interrupted (ESC-6). */
  escalate(turn, { key, code, variables }) {
    const { self } = openWait(turn, key, 'user-task', 'job');
    if (code === '') reject('INVALID_ARGUMENT', 'Expected an escalation code, but it is empty');
    escalate(turn, self, { code, variables });
  },
} satisfies Partial<CommandHandlers>;
