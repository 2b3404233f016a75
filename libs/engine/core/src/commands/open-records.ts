import type { ElementInstance, Key } from '../state/instance-state.ts';
import type { WaitKind, WaitOf } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { reject } from './command.ts';

/** The open wait of a key, if it is of that kind, and who waits; an answer to a closed wait is rejected (ACT-11). */
export function openWait<K extends WaitKind>(
  turn: Turn,
  key: Key,
  ...kinds: readonly K[]
): { readonly wait: WaitOf<K>; readonly self: ElementInstance } {
  const wait = turn.state.waits.get(key);
  const self = wait && turn.state.elements.get(wait.owner);
  if (!self || !kinds.includes(wait.kind as K)) return notOpen(turn, `${kinds.join(' or ')} ${key}`);
  return { wait: wait as WaitOf<K>, self };
}

export function notOpen(turn: Turn, what: string): never {
  return reject('NOT_FOUND', `Expected ${what} to be open in instance ${turn.instance}, but it is not`);
}
