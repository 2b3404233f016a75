import { raise } from '../frame/incidents.ts';
import { acceptResult } from '../frame/mappings.ts';
import { setLocal } from '../frame/variables.ts';
import type { CallModel } from '../elements/call-activity.element.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { ChildOutcome, CommandOf, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** The called instance has ended, or could not be started (CALL-1, CALL-2, CALL-4, CALL-7). */
export function childEnded(turn: Turn, command: CommandOf<'child-ended'>): Rejection | void {
  const wait = findWait(turn, command.key, 'child');
  if (isRejection(wait)) return wait;
  const self = turn.state.elements.get(wait.owner);
  if (!self) return;
  const { outcome } = command;
  const reason =
    self.status === 'terminating' ? 'canceled' : outcome.ended === 'completed' ? 'completed' : 'failed';
  turn.emit({ type: 'wait-closed', key: wait.key, reason });
  if (self.status === 'terminating') turn.schedule({ do: 'settle', key: self.key });
  else answer(turn, self, outcome);
}

function answer(turn: Turn, self: ElementInstance, outcome: ChildOutcome): void {
  const node = turn.nodeOf(self);
  if (outcome.ended !== 'completed') {
    const reason = outcome.ended === 'rejected' ? outcome.message : 'the called instance was terminated';
    const failure = {
      code: 'CALLED_ELEMENT_ERROR',
      message: `Expected '${node.elementId}' to be carried out, but: ${reason}`,
    } as const;
    return raise(turn, self.key, failure, { retry: { do: 'enter', key: self.key, phase: 'work' } });
  }
  const { takesAll } = node.model as CallModel;
  if (node.mappings.outputs.length > 0) setLocal(turn, self.key, outcome.variables);
  else if (takesAll) acceptResult(turn, node, self, outcome.variables);
  turn.complete(self);
}
