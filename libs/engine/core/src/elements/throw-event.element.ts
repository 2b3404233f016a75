import { cancelTransaction } from '../frame/cancel-transaction.ts';
import { withdraw } from '../frame/catches.ts';
import { compensateNext, scopeInSight } from '../frame/compensation.ts';
import { requestJob } from '../frame/jobs.ts';
import { acceptResult } from '../frame/mappings.ts';
import { publish } from '../frame/publish.ts';
import { clearScope } from '../frame/terminate.ts';
import { throwError } from '../frame/throws.ts';
import { text } from '../frame/values.ts';
import { localsOf } from '../frame/views.ts';
import type { Throw, ThrowModel } from '../graph/element-models.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { Element } from './element.ts';

/**
 * Intermediate throw and end events: every definition in document order, then the token goes on or ends (EV-8,
 * END-3, END-9, MUL-3). One that is awaited goes on with the next by `turn.goOn`.
 */
export const throwEvent: Element<ThrowModel> = {
  activate: (turn, node, self) => throwFrom(turn, node.model.throws, self, 0),
  goOn: (turn, node, self, at) => throwFrom(turn, node.model.throws, self, at),
};

function throwFrom(turn: Turn, throws: readonly Throw[], self: ElementInstance, from: number): void {
  for (const [at, one] of throws.entries()) {
    // The mapped type makes the table total; TypeScript cannot follow one throw through it.
    const act = actors[one.what] as Actor<Throw['what']>;
    if (at >= from && act(turn, self, one, at + 1)) return;
  }
  turn.complete(self);
}

type ThrowOf<W extends Throw['what']> = Extract<Throw, { what: W }>;
/** `true`: the event stays and goes on by `turn.goOn(self, next)`, or is ended by what it did. */
type Actor<W extends Throw['what']> = (
  turn: Turn,
  self: ElementInstance,
  one: ThrowOf<W>,
  next: number,
) => boolean;

/** What each event definition does when it is thrown. */
const actors: { readonly [W in Throw['what']]: Actor<W> } = {
  /** A job if it has a type (MSG-11), else published by the engine (MSG-10); nobody is awaited (MSG-12). */
  message(turn, self, { by }, next) {
    if ('type' in by) {
      const answer = requestJob(turn, self, by, { of: 'task', ...(next > 1 && { next }) });
      if (!answer) return true;
      acceptResult(turn, self, answer);
    } else publish(turn, self, by);
    return false;
  },
  /** To every catcher: in this instance within the turn, elsewhere after the commit (SIG-1 to SIG-6, TURN-3, TURN-4). */
  signal(turn, self, model, at) {
    const { key } = self;
    const name = text(turn, model.name, key);
    const variables = localsOf(self);
    turn.emit({ type: 'signal-thrown', key, name });
    turn.send({ to: 'signal-bus', name, variables, from: turn.instance });
    turn.schedule({ do: 'throw', what: 'signal', key, name, variables, at });
    return true;
  },
  /** To the innermost catcher, if there is one; then the thrower goes on unless it was interrupted (ESC-1 to ESC-5). */
  escalation(turn, self, { code }, at) {
    const name = text(turn, code, self.key);
    turn.schedule({ do: 'throw', what: 'escalation', key: self.key, name, variables: localsOf(self), at });
    return true;
  },
  /** Searched from its scope outwards; uncaught it is an incident here (ERR-1 to ERR-9, END-6). */
  error(turn, self, { code }) {
    throwError(turn, self, { code: text(turn, code, self.key), variables: localsOf(self) });
    return true;
  },
  /** A link throw goes to the catch of its name in the same scope (LNK-1 to LNK-4). */
  link(turn, self, { name }) {
    const target = turn
      .nodeOf(self)
      .parent?.children.find((node) => node.kind === 'intermediate-catch-event' && node.model.link === name);
    if (target) turn.activate(target, self.scopeKey);
    return false;
  },
  /** Undoes completed work in sight and waits for the last handler, unless told not to (CMP-5 to CMP-10). */
  compensation(turn, self, { activity, waits }, at) {
    const scope = scopeInSight(turn, self);
    const only = activity !== undefined && { nodeId: activity };
    const terms = { by: self.key, at, before: turn.newKey(), ...only };
    return scope !== undefined && compensateNext(turn, scope, terms) && waits;
  },
  /** Cancels the nearest transaction around it (CAN-1, TRX-2). */
  cancel: cancelTransaction,
  /** Ends all else in its own scope, which then completes; nothing is compensated (TRM-1 to TRM-5). */
  terminate(turn, self) {
    const scope = turn.scopeOf(self);
    if (scope) withdraw(turn, scope, 'event-sub-process');
    clearScope(turn, self.scopeKey, self.key);
    return false;
  },
};
