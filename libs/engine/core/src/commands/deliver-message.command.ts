import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** A message reaches its subscription; one that has gone leaves the message where it was (MSG-8). */
export function deliverMessage(turn: Turn, command: CommandOf<'deliver-message'>): Rejection | void {
  const wait = findWait(turn, command.key, 'message');
  if (isRejection(wait)) return wait;
  turn.schedule({ do: 'fire', wait: wait.key, variables: command.variables });
}
