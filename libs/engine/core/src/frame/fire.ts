import type { CatchSpec } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Wait } from '../state/wait.ts';
import type { StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { specOf } from './catch-of-wait.ts';
import { canRepeat, openCatches, withdraw } from './catches.ts';
import { attempt } from './incidents.ts';
import { interruptScope } from './interrupt.ts';
import { takeTrigger } from './mappings.ts';
import { terminate } from './terminate.ts';

/** An open wait for an event is answered; one that has gone meanwhile is skipped (TURN-6). */
export function fire(turn: Turn, { wait: key, variables }: StepOf<'fire'>): void {
  const wait = turn.state.waits.get(key);
  const owner = wait && turn.state.elements.get(wait.owner);
  const spec = wait && specOf(turn, wait);
  if (!wait || !spec || owner?.status !== 'activated') return;
  if (spec.needed > 1) return gather(turn, wait, owner, spec, variables);
  if (canRepeat(spec)) repeat(turn, wait);
  else turn.emit({ type: 'wait-closed', key, reason: 'completed' });
  occur(turn, owner, spec, variables);
}

/** The event happens: at itself, at its gateway, at its activity or in its scope. */
export function occur(turn: Turn, owner: ElementInstance, spec: CatchSpec, variables: Values): void {
  const { node, role, interrupting } = spec;
  const trigger = { nodeId: node.id, variables };
  if (role === 'self' || role === 'gateway-branch') {
    withdraw(turn, owner, role);
    const flow = turn.nodeOf(owner).outgoing.find(({ target }) => target === node);
    if (role === 'self') takeTrigger(turn, owner, variables);
    else if (flow) turn.take(flow, owner, { trigger });
    turn.complete(owner);
  } else if (role === 'boundary') {
    if (interrupting) terminate(turn, owner.key, trigger);
    else turn.activate(node, owner.scopeKey, { cause: { trigger } });
  } else if (role === 'event-sub-process') {
    if (interrupting) interruptScope(turn, owner, trigger);
    else if (node.parent) turn.activate(node.parent, owner.key, { cause: { trigger } });
  }
}

/** A non-interrupting catch stays open; date and duration happen once, a cycle until its end (BND-3, TMR-5). */
function repeat(turn: Turn, wait: Wait): void {
  if (wait.kind !== 'timer') return;
  const { key, every, repeatsLeft, dueAt } = wait;
  const goesOn = every !== undefined && repeatsLeft !== 0;
  const next = goesOn ? turn.env.nextDue(every, dueAt, repeatsLeft) : undefined;
  if (next === undefined) return turn.emit({ type: 'wait-closed', key, reason: 'completed' });
  const left = repeatsLeft === null ? null : repeatsLeft - 1;
  turn.emit({ type: 'timer-repeated', key, dueAt: next, repeatsLeft: left });
}

/** Parallel multiple: all triggers in any order; one that has come is not taken again (MUL-2, MUL-4). */
function gather(turn: Turn, wait: Wait, owner: ElementInstance, spec: CatchSpec, variables: Values): void {
  const { key } = owner;
  const { id: nodeId } = spec.node;
  turn.emit({ type: 'wait-closed', key: wait.key, reason: 'completed' });
  const former = owner.arrived?.get(nodeId);
  const definitions = [...(former?.definitions ?? []), spec.index];
  const all = { ...former?.variables, ...variables };
  if (definitions.length < spec.needed)
    return turn.emit({ type: 'trigger-arrived', key, nodeId, definitions, variables: all });
  if (former) turn.emit({ type: 'trigger-arrived', key, nodeId, definitions: [], variables: {} });
  occur(turn, owner, spec, all);
  if (!canRepeat(spec)) return;
  const again = turn.nodeOf(owner).catches.filter(({ node }) => node === spec.node);
  attempt(turn, key, () => openCatches(turn, owner, again));
}
