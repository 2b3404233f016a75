import { isEmpty } from '../state/indexes.ts';
import { ROOT_KEY, type ElementInstance, type Key } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { withdraw } from './catches.ts';
import { compensateNext, isSetUpAgain } from './compensation.ts';
import { endInstance } from './end-instance.ts';
import { attempt } from './incidents.ts';
import { childGone } from './leave.ts';

/**
 * Asks whether anything is left in a scope: an element instance, a queued activation, a flow that waits at a
 * join or for a start quantity (END-1, SUB-3). It stands on the agenda behind the activations, because a taken
 * flow whose target is not yet entered cannot be seen otherwise.
 */
export function settle(turn: Turn, { key }: { readonly key: Key }): void {
  const self = turn.state.elements.get(key);
  if (!self) return;
  if (!isEmpty(turn.state, key)) return closeStarts(turn, self);
  if (self.status === 'terminating') return endTermination(turn, self);
  if (self.status !== 'activated' || turn.agenda.queuedIn(key).length > 0) return;
  if (self.interruption?.phase === 'waiting') return startInterruption(turn, self);
  if (isSetUpAgain(turn, self)) return turn.complete(self);
  const node = turn.nodeOf(self);
  if (node.children.length === 0 || turn.state.joins.has(key)) return;
  const { settled } = turn.behavior(node);
  if (!settled) return turn.complete(self);
  attempt(turn, key, () => settled(turn, node, self), { retry: { do: 'settle', key } });
}

/** Its last token has gone and only handlers still run in a scope: no further one is started (ACT-10, ESP-7). */
function closeStarts(turn: Turn, self: ElementInstance): void {
  const { key, status } = self;
  const node = turn.nodeOf(self);
  const moves = turn.state.joins.has(key) || turn.agenda.queuedIn(key).length > 0;
  if (status !== 'activated' || moves || turn.behavior(node).settled) return;
  if (!node.catches.some(({ role }) => role === 'event-sub-process')) return;
  const isHandler = (child: ElementInstance): boolean => turn.nodeOf(child).kind === 'event-sub-process';
  if (turn.children(key).every(isHandler)) withdraw(turn, self, 'event-sub-process');
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
  const { key, scopeKey, interruption } = self;
  if (turn.waitsOf(key).length > 0) return;
  turn.emit({ type: 'element-terminated', key });
  if (key === ROOT_KEY) return endInstance(turn, 'terminated', self);
  if (interruption) {
    const { trigger } = interruption;
    turn.activate(turn.node(trigger.nodeId), scopeKey, { cause: { trigger } });
  }
  childGone(turn, self, 'terminated');
}

/** Goes on canceling a transaction in which nothing is active: the next handler, or its end. */
function goOnCanceling(turn: Turn, self: ElementInstance): void {
  const { key, nodeId, interruption } = self;
  if (compensateNext(turn, self, { by: key, at: 0, before: Number.MAX_SAFE_INTEGER })) return;
  const boundary = interruption?.trigger.nodeId === nodeId ? undefined : interruption?.trigger;
  turn.schedule({ do: 'terminate', key, ...(boundary && { interruptedBy: boundary }) });
}
