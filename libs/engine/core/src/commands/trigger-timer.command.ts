import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** A due timer fires; a late or double alarm finds another due date and does nothing (TMR-7). */
export function triggerTimer(turn: Turn, command: CommandOf<'trigger-timer'>): Rejection | void {
  const timer = findWait(turn, command.key, 'timer');
  if (isRejection(timer)) return timer;
  if (timer.dueAt !== command.dueAt)
    return {
      code: 'INVALID_STATE',
      message: `Expected timer ${command.key} to be due at ${timer.dueAt}, but got ${command.dueAt}`,
    };
  turn.schedule({ do: 'fire', wait: timer.key, variables: {} });
}
