import { toJsonText, type Values } from '../json-text.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { occur } from './fire.ts';
import { findCatcher, isCaughtAbove, type Catcher, type Thrown } from './search.ts';

interface Occurrence {
  readonly code: string;
  readonly message?: string | undefined;
  readonly variables: Values;
}

/**
 * An error ends what it leaves, at once (TURN-7); nothing is terminated when nobody catches it (ERR-7).
 * @returns the failure for the thrower when neither this instance nor a caller catches it.
 */
export function throwError(turn: Turn, from: ElementInstance, error: Occurrence): Failure | void {
  const catcher = findCatcher(turn, 'error', from, error.code);
  if (catcher) {
    tell(turn, 'error', from, error.code, catcher);
    return occur(turn, catcher.owner, catcher.spec, broughtBy(catcher, error));
  }
  if (isCaughtAbove(turn, 'error', error.code)) {
    tell(turn, 'error', from, error.code);
    return throwUp(turn, 'error', from, error);
  }
  return uncaught(error);
}

export function uncaught({ code, message }: Pick<Occurrence, 'code' | 'message'>): Failure {
  const said = message ? ` (${message})` : '';
  return {
    code: 'UNHANDLED_ERROR',
    message: `Expected error '${code}'${said} to be caught, but nobody catches it`,
  };
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

/** An escalation goes to the first catcher only and is forgotten if there is none (ESC-1, ESC-2). */
export function escalate(turn: Turn, from: ElementInstance, escalation: Occurrence): void {
  const catcher = findCatcher(turn, 'escalation', from, escalation.code);
  tell(turn, 'escalation', from, escalation.code, catcher);
  if (catcher) occur(turn, catcher.owner, catcher.spec, broughtBy(catcher, escalation));
  else if (isCaughtAbove(turn, 'escalation', escalation.code)) throwUp(turn, 'escalation', from, escalation);
}

function tell(turn: Turn, what: Thrown, { key }: ElementInstance, code: string, catcher?: Catcher): void {
  const caughtBy = catcher?.spec.node.elementId;
  const thrown = { key, code, ...(caughtBy !== undefined && { caughtBy }) };
  turn.emit(
    what === 'error' ? { type: 'error-thrown', ...thrown } : { type: 'escalation-thrown', ...thrown },
  );
}

/** To the call that waits for this instance; the thrower stays until it is terminated or nobody caught it (CALL-5). */
function throwUp(
  turn: Turn,
  what: Thrown,
  from: ElementInstance,
  { code, message, variables }: Occurrence,
): void {
  const { parent } = turn.state;
  if (!parent) return;
  turn.send({
    to: 'instance',
    instance: parent.instance,
    command: {
      type: 'child-threw',
      key: parent.key,
      what,
      code,
      variables,
      from: from.key,
      ...(message !== undefined && { message }),
    },
  });
}

/** Code and message are there for the catcher's output mappings (ERR-6). */
function broughtBy({ spec }: Catcher, { code, message, variables }: Occurrence): Values {
  if (spec.node.mappings.outputs.length === 0) return variables;
  const about = spec.trigger.on === 'error' ? 'error' : 'escalation';
  return {
    ...variables,
    [`${about}Code`]: toJsonText(code),
    ...(message !== undefined && { [`${about}Message`]: toJsonText(message) }),
  };
}
