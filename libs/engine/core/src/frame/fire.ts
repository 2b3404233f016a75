import type { CatchSpec } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { ElementInstance, Key } from '../state/instance-state.ts';
import type { Wait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { openCatches, withdraw } from './catches.ts';
import { specOf } from './catch-specs.ts';
import { interruptScope } from './interrupt.ts';
import { terminate } from './terminate.ts';
import { takeTrigger } from './triggers.ts';

/** An open wait for an event is answered; one that has gone meanwhile is skipped (TURN-6). */
export function fire(turn: Turn, key: Key, variables: Values): void {
  const wait = turn.state.waits.get(key);
  const owner = wait && turn.state.elements.get(wait.owner);
  const spec = wait && specOf(turn, wait);
  if (!wait || !spec || owner?.status !== 'activated') return;
  if (spec.needed > 1) return gather(turn, wait, owner, spec, variables);
  if (spec.interrupting || spec.role === 'self' || spec.role === 'gateway-branch')
    turn.emit({ type: 'wait-closed', key, reason: 'completed' });
  else repeat(turn, wait);
  occur(turn, owner, spec, variables);
}

/** The event happens: at itself, at its gateway, at its activity or in its scope. */
export function occur(turn: Turn, owner: ElementInstance, spec: CatchSpec, variables: Values): void {
  const trigger = { nodeId: spec.node.id, variables };
  switch (spec.role) {
    case 'self':
      withdraw(turn, owner, 'self');
      takeTrigger(turn, spec.node, owner, variables);
      return turn.complete(owner);
    case 'gateway-branch': {
      withdraw(turn, owner, 'gateway-branch');
      const flow = turn.nodeOf(owner).outgoing.find(({ target }) => target === spec.node);
      if (flow) turn.take(flow, owner, { trigger });
      return turn.complete(owner);
    }
    case 'boundary':
      if (spec.interrupting) terminate(turn, owner.key, trigger);
      else turn.activate(spec.node, owner.scopeKey, { cause: { trigger } });
      return;
    case 'event-sub-process':
      if (spec.interrupting) interruptScope(turn, owner, trigger);
      else turn.activate(turn.node(spec.node.parent?.id ?? ''), owner.key, { cause: { trigger } });
      return;
    case 'process-start':
  }
}

/** A non-interrupting catch stays open; date and duration happen once, a cycle until its end (BND-3, TMR-5). */
function repeat(turn: Turn, wait: Wait): void {
  if (wait.kind !== 'timer') return;
  const { key, every, repeatsLeft, dueAt } = wait;
  const next =
    every !== undefined && repeatsLeft !== 0 ? turn.env.nextDue(every, dueAt, repeatsLeft) : undefined;
  if (next === undefined) turn.emit({ type: 'wait-closed', key, reason: 'completed' });
  else
    turn.emit({
      type: 'timer-repeated',
      key,
      dueAt: next,
      repeatsLeft: repeatsLeft === null ? null : repeatsLeft - 1,
    });
}

/** Parallel multiple: all triggers in any order; one that has come is not taken again (MUL-2, MUL-4). */
function gather(turn: Turn, wait: Wait, owner: ElementInstance, spec: CatchSpec, variables: Values): void {
  turn.emit({ type: 'wait-closed', key: wait.key, reason: 'completed' });
  const former = owner.arrived?.get(spec.node.id);
  const definitions = [...(former?.definitions ?? []), spec.index];
  const all = { ...former?.variables, ...variables };
  const done = definitions.length === spec.needed;
  if (!done || former)
    turn.emit({
      type: 'trigger-arrived',
      key: owner.key,
      nodeId: spec.node.id,
      definitions: done ? [] : definitions,
      variables: done ? {} : all,
    });
  if (!done) return;
  occur(turn, owner, spec, all);
  if (spec.interrupting || (spec.role !== 'boundary' && spec.role !== 'event-sub-process')) return;
  const node = turn.nodeOf(owner);
  openCatches(
    turn,
    node,
    owner,
    node.catches.filter((other) => other.node === spec.node),
  );
}
