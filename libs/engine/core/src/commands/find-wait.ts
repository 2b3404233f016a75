import type { Key } from '../state/instance-state.ts';
import type { Wait, WaitKind } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import type { Rejection } from './command.ts';

/** The open wait of a key, if it is of that kind; an answer to a closed wait is rejected (ACT-11). */
export function findWait<K extends WaitKind>(
  turn: Turn,
  key: Key,
  kind: K,
): Extract<Wait, { kind: K }> | Rejection {
  const wait = turn.state.waits.get(key);
  if (wait?.kind === kind) return wait as Extract<Wait, { kind: K }>;
  return notFound(turn, `${kind} ${key}`);
}

export function isRejection(found: object): found is Rejection {
  return 'message' in found && 'code' in found;
}

export function notFound(turn: Turn, what: string): Rejection {
  return {
    code: 'NOT_FOUND',
    message: `Expected ${what} to be open in instance ${turn.state.numbers[0]}, but it is not`,
  };
}
