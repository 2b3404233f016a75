import { raise } from '../frame/incidents.ts';
import { acceptResult } from '../frame/mappings.ts';
import { catchError, escalate, uncaught } from '../frame/throws.ts';
import { setLocal } from '../frame/variables.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { ChildOutcome, CommandHandlers } from './command.ts';
import { notOpen, openWait } from './open-records.ts';

/** What a called instance tells its caller, and the caller it (CALL-1 to CALL-7). */
export const calledInstanceCommands = {
  /** The called instance has ended, or could not be started (CALL-1, CALL-2, CALL-4, CALL-7). */
  'child-ended'(turn, { key, outcome }) {
    const { self } = openWait(turn, key, 'child');
    const canceled = self.status === 'terminating';
    const reason = canceled ? 'canceled' : outcome.ended === 'completed' ? 'completed' : 'failed';
    turn.emit({ type: 'wait-closed', key, reason });
    if (canceled) turn.schedule({ do: 'settle', key: self.key });
    else answer(turn, self, outcome);
  },
  /** What the called instance throws is searched from the call outwards; nobody: it is told so (CALL-5, CALL-6). */
  'child-threw'(turn, { key, what, code, message, variables, from }) {
    const { wait, self } = openWait(turn, key, 'child');
    if (self.status !== 'activated') return;
    if (what === 'escalation') return escalate(turn, self, { code, variables });
    if (catchError(turn, self, { code, message, variables })) return;
    const command = {
      type: 'throw-uncaught',
      key: from,
      code,
      ...(message !== undefined && { message }),
    } as const;
    turn.send({ to: 'instance', instance: wait.instance, command });
  },
  /** The caller found no catcher after all: the incident is at the throwing element (CALL-6). */
  'throw-uncaught'(turn, { key, code, message }) {
    const self = turn.state.elements.get(key);
    if (self?.status !== 'activated') return notOpen(turn, `element ${key}`);
    raise(turn, key, uncaught({ code, message }), { retry: { do: 'enter', key, phase: 'work' } });
  },
} satisfies Partial<CommandHandlers>;

function answer(turn: Turn, self: ElementInstance, outcome: ChildOutcome): void {
  const node = turn.nodeOf(self);
  if (outcome.ended !== 'completed') {
    const reason = outcome.ended === 'rejected' ? outcome.message : 'the called instance was terminated';
    const message = `Expected '${node.elementId}' to be carried out, but: ${reason}`;
    const retry = { do: 'enter', key: self.key, phase: 'work' } as const;
    return raise(turn, self.key, { code: 'CALLED_ELEMENT_ERROR', message }, { retry });
  }
  if (node.mappings.outputs.length > 0) setLocal(turn, self.key, outcome.variables);
  else if (node.kind === 'call-activity' && node.model.takesAll) acceptResult(turn, self, outcome.variables);
  turn.complete(self);
}
