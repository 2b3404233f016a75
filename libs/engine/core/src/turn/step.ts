import type { FlowId, NodeId } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { Cause, Key, Trigger } from '../state/instance-state.ts';

/**
 * What is still to be done in a turn. Steps are plain data: those of a long turn are stored and go on in the
 * next (TURN-11), and an incident keeps the one that failed.
 */
export type Step =
  /** Enter a node, after its guard (scope alive, join satisfied). `key` redoes an entry that failed. */
  | {
      readonly do: 'activate';
      readonly nodeId: NodeId;
      readonly scopeKey: Key;
      readonly flowId?: FlowId;
      readonly locals?: Values;
      readonly cause?: Cause;
    }
  /** Go on with an element that is being entered, from the named phase. */
  | { readonly do: 'enter'; readonly key: Key; readonly phase: EnterPhase; readonly listener?: number }
  | { readonly do: 'complete'; readonly key: Key }
  | { readonly do: 'leave'; readonly key: Key; readonly phase: LeavePhase; readonly listener?: number }
  | { readonly do: 'terminate'; readonly key: Key; readonly interruptedBy?: Trigger }
  /** Is anything left in this scope? */
  | { readonly do: 'settle'; readonly key: Key }
  /** Ask the inclusive and complex joins of a scope again (GW-INC-7). */
  | { readonly do: 'rejoin'; readonly scopeKey: Key }
  /** Ask the conditions that can see the change (CND-2). */
  | {
      readonly do: 'check-conditions';
      readonly changes: readonly ChangedVariable[];
    }
  /** Hand an occurrence to one catcher. */
  | { readonly do: 'fire'; readonly wait: Key; readonly variables: Values }
  /** Something of the element itself, such as the next portion of a multi-instance; `at` is where it is. */
  | { readonly do: 'go-on'; readonly key: Key; readonly at: number }
  /** Deliver a signal or an escalation; put aside until no other step is left (TURN-3), then go on at `at` (TURN-4). */
  | {
      readonly do: 'throw';
      readonly what: 'signal' | 'escalation';
      readonly key: Key;
      readonly name: string;
      readonly variables: Values;
      readonly at: number;
    };

export type StepOf<D extends Step['do']> = Extract<Step, { do: D }>;
export interface ChangedVariable {
  readonly scopeKey: Key;
  readonly name: string;
  readonly change: 'create' | 'update';
}

export type EnterPhase = 'inputs' | 'listeners' | 'catches' | 'work';
export type LeavePhase = 'outputs' | 'listeners' | 'flows';
