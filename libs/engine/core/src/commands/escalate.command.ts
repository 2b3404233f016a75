import { escalate as throwEscalation } from '../frame/throws.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { notFound } from './find-wait.ts';

/** A user task or job escalates; it stays active unless it is interrupted (ESC-6). */
export function escalate(turn: Turn, command: CommandOf<'escalate'>): Rejection | void {
  const wait = turn.state.waits.get(command.key);
  const self = wait && turn.state.elements.get(wait.owner);
  if (!self || (wait.kind !== 'job' && wait.kind !== 'user-task'))
    return notFound(turn, `user task or job ${command.key}`);
  if (command.code === '')
    return { code: 'INVALID_ARGUMENT', message: 'Expected an escalation code, but it is empty' };
  throwEscalation(turn, self, { code: command.code, variables: command.variables });
}
