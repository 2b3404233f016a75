import type { FlowId, NodeId } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { Cause, Key, Trigger } from '../state/instance-state.ts';

type On = { key: Key };

/** What each step needs. */
interface StepShapes {
  /** Enter a node, after its guard (scope alive, join satisfied). */
  activate: { nodeId: NodeId; scopeKey: Key; flowId?: FlowId; locals?: Values; cause?: Cause };
  /** Go on with an element that is being entered, from the named phase and listener. */
  enter: On & { phase: EnterPhase; listener?: number };
  complete: On;
  /** Go on with an element that is being left. */
  leave: On & { phase: LeavePhase; listener?: number };
  terminate: On & { interruptedBy?: Trigger };
  /** Is anything left in this scope? */
  settle: On;
  /** Ask the inclusive and complex joins of a scope again (GW-INC-7). */
  rejoin: { scopeKey: Key };
  /** Ask the conditions that can see the change (CND-2). */
  'check-conditions': { changes: readonly ChangedVariable[] };
  /** Hand an occurrence to one catcher. */
  fire: { wait: Key; variables: Values };
  /** Something of the element itself, such as the next portion of a multi-instance; `at` is where it is. */
  'go-on': On & { at: number };
  /** Deliver a signal or an escalation, put aside until no other step is left (TURN-3); then go on at `at` (TURN-4). */
  throw: On & { what: 'signal' | 'escalation'; name: string; variables: Values; at: number };
}

export type StepOf<D extends keyof StepShapes> = { [E in D]: Readonly<{ do: E } & StepShapes[E]> }[D];
/**
 * What is still to be done in a turn. Steps are plain data: those of a long turn are stored and go on in the
 * next (TURN-11), and an incident keeps the one that failed.
 */
export type Step = StepOf<keyof StepShapes>;

export interface ChangedVariable {
  readonly scopeKey: Key;
  readonly name: string;
  readonly change: 'create' | 'update';
}
export type EnterPhase = 'inputs' | 'listeners' | 'catches' | 'work';
export type LeavePhase = 'outputs' | 'listeners' | 'flows';
