import { specOf } from './catch-specs.ts';
import type { WaitEnd } from '../events/engine-event.ts';
import type { CatchSpec, Node } from '../graph/process-graph.ts';
import { toJsonText } from '../json-text.ts';
import type { ElementInstance, Failure, Key } from '../state/instance-state.ts';
import type { Wait, WaitKind } from '../state/wait.ts';
import type { Result } from '../turn/env.ts';
import type { DistributiveOmit, Turn } from '../turn/turn.ts';
import { startsTrue } from './conditions.ts';
import { correlationKey, failed, optionalText, text } from './values.ts';

export type Opening = DistributiveOmit<Wait, 'key'>;

/** Everything an element catches; all expressions are evaluated before one wait is opened (ACT-3). */
export function openCatches(
  turn: Turn,
  node: Node,
  self: ElementInstance,
  specs: readonly CatchSpec[] = node.catches,
): Failure | void {
  const openings: Opening[] = [];
  for (const spec of specs) {
    const opening = evaluateCatch(turn, self, spec);
    if (!opening.ok) return opening.failure;
    if (opening.value) openings.push(opening.value);
  }
  for (const opening of openings) {
    const key = turn.open(opening);
    if (opening.kind === 'condition') startsTrue(turn, key);
  }
}

/** What to wait for; nothing for errors, escalations, compensation and cancel, which are found when thrown. */
function evaluateCatch(turn: Turn, self: ElementInstance, spec: CatchSpec): Result<Opening | undefined> {
  const { trigger, node, index } = spec;
  const base = { owner: self.key, elementId: node.elementId, definition: index };
  // Own events and boundaries read the element's scope with its locals; event sub-processes the scope they stand in.
  const scope = self.key;
  switch (trigger.on) {
    case 'timer': {
      const value = turn.evaluate(trigger.value, scope);
      if (!value.ok) return value;
      const schedule = turn.env.schedule(trigger.timer, value.value, turn.env.now);
      if (!schedule.ok) return schedule;
      const { dueAt, repeatsLeft, every } = schedule.value;
      const repeats = canRepeat(spec);
      return {
        ok: true,
        value: {
          ...base,
          kind: 'timer',
          dueAt,
          repeatsLeft: repeats ? repeatsLeft : 0,
          ...(repeats && every && { every }),
        },
      };
    }
    case 'message': {
      const name = text(turn, trigger.name, scope);
      if (!name.ok) return name;
      const key = correlationKey(turn, trigger.correlationKey, scope);
      if (!key.ok) return key;
      return {
        ok: true,
        value: {
          ...base,
          kind: 'message',
          name: name.value,
          correlationKey: key.value,
          openedAt: turn.env.now,
        },
      };
    }
    case 'signal': {
      // Nameless is the default signal of a multi-instance (MI-18), which nobody broadcasts.
      const name = optionalText(turn, trigger.name, scope);
      return name.ok ? { ok: true, value: { ...base, kind: 'signal', name: name.value ?? '' } } : name;
    }
    case 'condition':
      return { ok: true, value: { ...base, kind: 'condition' } };
    default:
      return { ok: true, value: undefined };
  }
}

/** Cycles repeat where an event may happen again without ending what it stands at (TMR-3). */
function canRepeat(spec: CatchSpec): boolean {
  return !spec.interrupting && (spec.role === 'boundary' || spec.role === 'event-sub-process');
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

/** A timer start of a process, by the same rules, for the deployment to subscribe (INS-8). */
export function scheduleStart(
  spec: CatchSpec,
  env: Pick<Turn['env'], 'schedule' | 'evaluate' | 'now'>,
): ReturnType<Turn['env']['schedule']> {
  if (spec.trigger.on !== 'timer') return failed(`Expected '${spec.node.elementId}' to start by a timer`);
  const { timer, value } = spec.trigger;
  const text =
    'fixed' in value
      ? ({ ok: true, value: toJsonText(value.fixed) } as const)
      : env.evaluate(value, { get: () => undefined, all: () => ({}) });
  return text.ok ? env.schedule(timer, text.value, env.now) : text;
}
