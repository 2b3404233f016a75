import { escalate, throwError } from '../frame/throws.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** What the called instance throws is searched from the call outwards; nobody: it is told so (CALL-5, CALL-6). */
export function childThrew(turn: Turn, command: CommandOf<'child-threw'>): Rejection | void {
  const wait = findWait(turn, command.key, 'child');
  if (isRejection(wait)) return wait;
  const self = turn.state.elements.get(wait.owner);
  if (self?.status !== 'activated') return;
  const { what, code, message, variables, from } = command;
  if (what === 'escalation') return escalate(turn, self, { code, variables });
  const failure = throwError(turn, self, { code, message, variables });
  if (failure)
    turn.send({
      to: 'instance',
      instance: wait.instance,
      command: { type: 'throw-uncaught', key: from, code, ...(message !== undefined && { message }) },
    });
}
