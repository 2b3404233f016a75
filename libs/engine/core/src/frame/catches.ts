import type { CatchSpec } from '../graph/process-graph.ts';
import type { WaitEnd } from '../events/engine-event.ts';
import type { ElementInstance, Key } from '../state/instance-state.ts';
import type { Opening, WaitKind } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { specOf } from './catch-of-wait.ts';
import { askCondition } from './conditions.ts';
import { valueOf } from './incidents.ts';
import { correlationKey, optionalText, text } from './values.ts';

/** Opens waits for what an element catches; all expressions are evaluated before one is opened (ACT-3). */
export function openCatches(turn: Turn, self: ElementInstance, specs: readonly CatchSpec[]): void {
  const openings = specs.map((spec) => evaluateCatch(turn, self.key, spec)).filter((opening) => !!opening);
  for (const opening of openings) {
    const key = turn.open(opening);
    // True fires at once, as soon as the element is active (CND-1).
    if (opening.kind === 'condition') askCondition(turn, key);
  }
}

/** What to wait for; nothing for errors, escalations, compensation and cancel, which are found when thrown. */
function evaluateCatch(turn: Turn, owner: Key, spec: CatchSpec): Opening | undefined {
  const { trigger, node, index } = spec;
  const base = { owner, elementId: node.elementId, definition: index };
  const { now } = turn.env;
  switch (trigger.on) {
    case 'timer': {
      const value = turn.evaluate(trigger.value, owner);
      const { every, ...schedule } = valueOf(turn.env.schedule(trigger.timer, value, now));
      if (canRepeat(spec)) return { ...base, kind: 'timer', ...schedule, ...(every && { every }) };
      return { ...base, kind: 'timer', ...schedule, repeatsLeft: 0 };
    }
    case 'message': {
      const name = text(turn, trigger.name, owner);
      const key = correlationKey(turn, trigger.correlationKey, owner);
      return { ...base, kind: 'message', name, correlationKey: key, openedAt: now };
    }
    case 'signal':
      // Nameless is the default signal of a multi-instance (MI-18), which nobody broadcasts.
      return { ...base, kind: 'signal', name: optionalText(turn, trigger.name, owner) ?? '' };
    case 'condition':
      return { ...base, kind: 'condition' };
    default:
      return undefined;
  }
}

/** Whether an event may happen again without ending what it stands at; only there cycles repeat (TMR-3, BND-3). */
export function canRepeat({ interrupting, role }: CatchSpec): boolean {
  return !interrupting && (role === 'boundary' || role === 'event-sub-process');
}

/** Closes all waits of an element, except those of one kind. */
export function closeWaits(turn: Turn, owner: Key, reason: WaitEnd, except?: WaitKind): void {
  for (const wait of turn.waitsOf(owner))
    if (wait.kind !== except) turn.emit({ type: 'wait-closed', key: wait.key, reason });
}

/** The other choices of a race are closed without trace (ACT-8, GW-EVB-2). */
export function withdraw(turn: Turn, owner: ElementInstance, role: CatchSpec['role']): void {
  for (const wait of turn.waitsOf(owner.key))
    if (specOf(turn, wait)?.role === role)
      turn.emit({ type: 'wait-closed', key: wait.key, reason: 'canceled' });
}
