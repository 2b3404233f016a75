import type { CatchSpec } from '../graph/process-graph.ts';
import { stringIn } from '../json-text.ts';
import type { CaughtAbove, ElementInstance, Parent } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { isSetUpAgain } from './compensation.ts';

export type Thrown = CaughtAbove['on'];
interface Catcher {
  readonly owner: ElementInstance;
  readonly spec: CatchSpec;
  /** The code it wants; absent: all of them. */
  readonly code: string | undefined;
}

/**
 * The innermost catcher of an error or escalation (ERR-1 to ERR-4, ESC-1): the thrower's own boundary if it is
 * an activity, then per scope its event sub-processes and the boundary of its activity, outwards.
 */
export function findCatcher(
  turn: Turn,
  what: Thrown,
  from: ElementInstance,
  code: string,
): Catcher | undefined {
  for (const level of levels(turn, what, from)) {
    const found = level.find((catcher) => catcher.code === code) ?? level.find((catcher) => !catcher.code);
    if (found) return found;
  }
  return undefined;
}

/** What is caught at or above an element, for the instance it calls (CALL-6). */
export function caughtFrom(turn: Turn, from: ElementInstance): readonly CaughtAbove[] {
  const here = (['error', 'escalation'] as const).flatMap((on) =>
    [...levels(turn, on, from)].flat().map(({ code }) => ({ on, ...(code !== undefined && { code }) })),
  );
  return [...here, ...(turn.state.parent?.caught ?? [])];
}

/** Whether somebody above the call that made this instance catches it. */
export function isCaughtAbove({ caught }: Parent, what: Thrown, code: string): boolean {
  return caught.some((one) => one.on === what && (one.code ?? code) === code);
}

function* levels(turn: Turn, what: Thrown, from: ElementInstance): Generator<readonly Catcher[]> {
  yield catchersAt(turn, what, from, 'boundary');
  let child = from;
  for (;;) {
    const { undoes } = child.cause ?? {};
    const asker = undoes && turn.state.elements.get(undoes.by);
    if (asker) {
      // What a handler throws is thrown by the event that asked for it (CMP-17, TRX-7).
      yield catchersAt(turn, what, asker, 'boundary');
      child = asker;
      continue;
    }
    const scope = turn.scopeOf(child);
    if (!scope) return;
    // An event sub-process never catches what it throws itself (ESP-9), nor does an interrupted scope start another.
    const own = turn.nodeOf(child);
    if (!scope.interruption)
      yield catchersAt(turn, what, scope, 'event-sub-process').filter(({ spec }) => spec.node.parent !== own);
    yield catchersAt(turn, what, scope, 'boundary');
    child = scope;
  }
}

function catchersAt(
  turn: Turn,
  what: Thrown,
  owner: ElementInstance,
  role: CatchSpec['role'],
): readonly Catcher[] {
  if (owner.status !== 'activated' || isSetUpAgain(turn, owner)) return [];
  return turn.nodeOf(owner).catches.flatMap((spec) => {
    const { trigger } = spec;
    if (spec.role !== role || trigger.on !== what) return [];
    const code = trigger.code && turn.tryEvaluate(trigger.code, owner.key);
    return [{ owner, spec, code: (code?.ok && stringIn(code.value)) || undefined }];
  });
}
