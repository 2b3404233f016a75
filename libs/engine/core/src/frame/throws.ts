import type { CatchSpec } from '../graph/process-graph.ts';
import { toJsonText, type Values } from '../json-text.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { findCatcher, isCaughtAbove, type Thrown } from './catcher-search.ts';
import { occur } from './fire.ts';
import { fail } from './incidents.ts';

interface Occurrence {
  readonly code: string;
  readonly message?: string | undefined;
  readonly variables: Values;
}

/** An error ends what it leaves, at once (TURN-7); when nobody catches it the thrower stands still (ERR-7, END-6). */
export function throwError(turn: Turn, from: ElementInstance, error: Occurrence): void {
  if (catchError(turn, from, error)) return;
  const { message, code } = uncaught(error);
  fail(message, code);
}

/** @returns whether this instance or a caller catches the error. */
export function catchError(turn: Turn, from: ElementInstance, error: Occurrence): boolean {
  return propagate(turn, 'error', from, error);
}

export function uncaught({ code, message }: Pick<Occurrence, 'code' | 'message'>): Failure {
  const said = message ? ` (${message})` : '';
  return {
    code: 'UNHANDLED_ERROR',
    message: `Expected error '${code}'${said} to be caught, but nobody catches it`,
  };
}

/** An escalation goes to the first catcher only and is forgotten if there is none (ESC-1, ESC-2). */
export function escalate(turn: Turn, from: ElementInstance, escalation: Occurrence): void {
  propagate(turn, 'escalation', from, escalation);
}

/** Delivers a throw that was put aside, then lets the thrower go on (TURN-3 to TURN-5). */
export function deliver(turn: Turn, step: StepOf<'throw'>): void {
  const self = turn.state.elements.get(step.key);
  if (self?.status !== 'activated') return;
  if (step.what === 'signal') deliverSignal(turn, step.name, step.variables);
  else escalate(turn, self, { code: step.name, variables: step.variables });
  turn.goOn(self, step.at);
}

/** To every open catcher of this instance, in order of opening (SIG-1, TURN-6). */
export function deliverSignal(turn: Turn, name: string, variables: Values): void {
  for (const wait of turn.state.waits.values())
    if (wait.kind === 'signal' && wait.name === name)
      turn.schedule({ do: 'fire', wait: wait.key, variables });
}

/**
 * To the innermost catcher of this instance, or else to the call that waits for it; the thrower stays until it is
 * terminated or nobody caught it (CALL-5).
 */
function propagate(turn: Turn, what: Thrown, from: ElementInstance, occurrence: Occurrence): boolean {
  const { code, message, variables } = occurrence;
  const { key } = from;
  const catcher = findCatcher(turn, what, from, code);
  const { parent } = turn.state;
  const above = !catcher && parent && isCaughtAbove(parent, what, code);
  const told = { key, code, ...(catcher && { caughtBy: catcher.spec.node.elementId }) };
  // An escalation is told even if nobody hears it; an error that is not caught becomes an incident.
  if (what === 'escalation') turn.emit({ type: 'escalation-thrown', ...told });
  else if (catcher || above) turn.emit({ type: 'error-thrown', ...told });
  if (catcher) occur(turn, catcher.owner, catcher.spec, broughtBy(what, catcher.spec, occurrence));
  if (!above) return catcher !== undefined;
  const said = message !== undefined && { message };
  const command = {
    type: 'child-threw',
    key: parent.key,
    what,
    code,
    variables,
    from: key,
    ...said,
  } as const;
  turn.send({ to: 'instance', instance: parent.instance, command });
  return true;
}

/** Code and message are there for the catcher's output mappings (ERR-6). */
function broughtBy(what: Thrown, { node }: CatchSpec, { code, message, variables }: Occurrence): Values {
  if (node.mappings.outputs.length === 0) return variables;
  return {
    ...variables,
    [`${what}Code`]: toJsonText(code),
    ...(message !== undefined && { [`${what}Message`]: toJsonText(message) }),
  };
}
