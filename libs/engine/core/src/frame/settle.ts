import { isEmpty } from '../state/indexes.ts';
import { ROOT_KEY, type ElementInstance, type Key } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { compensateNext, isSetUpAgain } from './compensation.ts';
import { endInstance } from './ending.ts';
import { raise } from './incidents.ts';
import { childGone } from './leave.ts';

/**
 * Asks whether anything is left in a scope: an element instance, a queued activation, a flow that waits at a
 * join or for a start quantity (END-1, SUB-3). It stands on the agenda behind the activations, because a taken
 * flow whose target is not yet entered cannot be seen otherwise.
 */
export function settle(turn: Turn, key: Key): void {
  const self = turn.state.elements.get(key);
  if (!self || !isEmpty(turn.state, key)) return;
  if (self.status === 'terminating') return endTermination(turn, self);
  if (self.status !== 'activated') return;
  if (turn.queuedIn(key).length > 0) return;
  if (self.interruption?.phase === 'waiting') return startInterruption(turn, self);
  if (isSetUpAgain(turn, self)) return turn.complete(self);
  const node = turn.nodeOf(self);
  if (node.children.length === 0) return;
  if (turn.state.joins.has(key)) return;
  if (!node.element.settled) return turn.complete(self);
  const failure = node.element.settled(turn, node, self);
  if (failure) raise(turn, key, failure, { retry: { do: 'settle', key } });
}

/** The content has gone; now the event sub-process begins (ESP-3), or what was done is undone (TRX-3). */
function startInterruption(turn: Turn, scope: ElementInstance): void {
  const trigger = scope.interruption?.trigger;
  const start = trigger && turn.node(trigger.nodeId);
  if (!trigger || start?.kind !== 'start-event' || !start.parent) return goOnCanceling(turn, scope);
  turn.emit({ type: 'scope-interrupted', key: scope.key, trigger, phase: 'started' });
  turn.activate(start.parent, scope.key, { cause: { trigger } });
}

/** From the inside outwards (ACT-7): all content has gone, and a called instance too. */
export function endTermination(turn: Turn, self: ElementInstance): void {
  if (turn.waitsOf(self.key).length > 0) return;
  const { key, scopeKey, interruption } = self;
  turn.emit({ type: 'element-terminated', key });
  if (key === ROOT_KEY) return endInstance(turn, 'terminated', self);
  if (interruption)
    turn.activate(turn.node(interruption.trigger.nodeId), scopeKey, {
      cause: { trigger: interruption.trigger },
    });
  childGone(turn, self, 'terminated');
}

/** Goes on canceling a transaction in which nothing is active: the next handler, or its end. */
function goOnCanceling(turn: Turn, self: ElementInstance): void {
  const terms = { by: self.key, at: 0, before: Number.MAX_SAFE_INTEGER };
  if (compensateNext(turn, self, terms)) return;
  const trigger = self.interruption?.trigger;
  turn.terminate(self, trigger?.nodeId === self.nodeId ? undefined : trigger);
}
