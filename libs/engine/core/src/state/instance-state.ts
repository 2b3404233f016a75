import type { ElementId, FlowId, NodeId } from '../graph/process-graph.ts';
import type { JsonText, Values } from '../json-text.ts';
import type { Step, StepOf } from '../turn/step.ts';
import type { Wait } from './wait.ts';

/**
 * Counted per instance (0 is the process itself, then 1, 2, 3 …), so that a turn is deterministic.
 * The n-th range of 2²¹ keys belongs to the n-th number in `InstanceState.numbers`.
 */
export type Key = number;
/** Key of the process, which is its own root element instance. */
export const ROOT_KEY: Key = 0;
/** Scope of the root element instance. */
export const NO_SCOPE: Key = -1;

export interface Address {
  readonly instance: number;
  readonly key: Key;
}

/** Plain records of where one instance is; owned by exactly one turn at a time and changed by appliers only. */
export interface InstanceState {
  /** The instance number, then those drawn when a range of local keys was used up. */
  readonly numbers: number[];
  /** Key of the definition version, as the store names it. */
  definitionKey: string;
  /** `new` until its `start-instance` was accepted. */
  status: InstanceStatus;
  businessId: string | undefined;
  /** The call that waits for this instance. */
  parent: Parent | undefined;
  /** Last key handed out. */
  lastKey: Key;
  /** Number of the last event; events have a counter of their own. */
  lastEvent: number;
  readonly elements: Map<Key, ElementInstance>;
  readonly waits: Map<Key, Wait>;
  /** Taken flows that wait at a join or for a start quantity: scope → node → flow → count. */
  readonly joins: Map<Key, Map<NodeId, Map<FlowId, number>>>;
  /** Complex gateways that fired and wait for their reset: scope → node → flows used (GW-CPX-6). */
  readonly resets: Map<Key, Map<NodeId, readonly FlowId[]>>;
  readonly compensations: Map<Key, CompensationRecord>;
  readonly incidents: Map<Key, Incident>;
  /** Steps a long turn left for the next one, or that wait until a suspended instance is resumed (TURN-11). */
  parked: readonly Step[];
  /** Steps run since the last command from outside, over all turns it took. */
  stepsSpent: number;
}
export type InstanceStatus = 'new' | 'active' | 'suspended' | 'completed' | 'terminated';

export interface Parent extends Address {
  readonly root: number;
  /** Nesting of calls; the instance a person started has 0 (CALL-12). */
  readonly depth: number;
  /** Errors and escalations that are caught at or above the call (CALL-6). */
  readonly caught: readonly CaughtAbove[];
}
export interface CaughtAbove {
  readonly on: 'error' | 'escalation';
  /** Absent: every code. */
  readonly code?: string;
}

export type Status = 'activating' | 'activated' | 'completing' | 'terminating';
export interface ElementInstance {
  readonly key: Key;
  readonly nodeId: NodeId;
  /** The scope it lives in; `NO_SCOPE` for the process itself. */
  readonly scopeKey: Key;
  status: Status;
  /** The variables of this scope; absent for most elements. */
  variables?: Map<string, Variable>;
  /** What started it: the event it caught, its place in a loop, the record it compensates. */
  readonly cause?: Cause;
  /** What goes on in its stead once its content is gone. */
  interruption?: Interruption;
  /** A loop, multi-instance body or ad-hoc sub-process counts its children here. */
  loop?: Loop;
  /** Activations a sequential ad-hoc sub-process keeps back, in order (ADH-6). */
  held?: readonly StepOf<'activate'>[];
  /** Triggers of parallel multiple catches that have come, by catching node (MUL-2). */
  arrived?: Map<NodeId, Arrived>;
}
export interface Variable {
  readonly key: Key;
  readonly value: JsonText;
}
export interface Cause {
  /** The event that happened; its variables are taken over by the element that is entered. */
  readonly trigger?: Trigger;
  /** Place in a loop or multi-instance, from 1. */
  readonly loopCounter?: number;
  /** Begin here instead of at the start events. */
  readonly startAt?: readonly StartAt[];
  /** The second phase of a complex gateway (GW-CPX-9). */
  readonly resets?: boolean;
  /** What this element undoes, and for whom. */
  readonly undoes?: Undoing;
}
export interface Arrived {
  readonly definitions: readonly number[];
  readonly variables: Values;
}
export interface StartAt {
  readonly nodeId: NodeId;
  readonly variables: Values;
}
/** An occurrence that reached its catcher. */
export interface Trigger {
  readonly nodeId: NodeId;
  readonly variables: Values;
}
export interface Interruption {
  readonly trigger: Trigger;
  /** `waiting` until the content is gone, then `started`; a scope is interrupted once (ESP-4). */
  readonly phase: 'waiting' | 'started';
}
/** One handler of a running compensation; the next record is found by the same terms (CMP-5 to CMP-9). */
export interface Undoing {
  /** The completed element instance that is undone. */
  readonly of: Key;
  /** The throw event, or the scope that is canceled; it goes on at `at` after the last handler. */
  readonly by: Key;
  readonly at: number;
  /** Records made before this key only. */
  readonly before: Key;
  /** One activity only. */
  readonly nodeId?: NodeId;
}
export interface Loop {
  /** Instances to be made; absent where nobody knows beforehand. */
  readonly total?: number;
  /** One after another: what is not yet made is not counted (MI-13). */
  readonly sequential?: boolean;
  readonly started: number;
  readonly completed: number;
  readonly terminated: number;
  /** No further instance is made: its completion condition was true. */
  readonly done?: boolean;
  /** The input collection, evaluated once. */
  readonly items?: JsonText;
  /** Results by the place of their instance, from 1, and the name they are read under. */
  readonly outputs?: readonly (readonly [index: number, value: JsonText])[];
  readonly outputName?: string;
}
export interface CompensationRecord {
  readonly key: Key;
  readonly scopeKey: Key;
  readonly nodeId: NodeId;
  /** Key of the completed element instance; the records of a completed sub-process stay under it (CMP-3). */
  readonly of: Key;
  /** Locals as they were at completion. */
  readonly variables: Values;
}

export interface Incident {
  readonly key: Key;
  /** The element instance that stands still. */
  readonly owner: Key;
  readonly elementId: ElementId;
  readonly failure: Failure;
  readonly at: number;
  readonly jobKey?: Key;
  /** What resolving repeats: the failed step, not the steps before it (TURN-10). */
  readonly retry: Step | undefined;
}
/** Anything the model or the data got wrong. */
export interface Failure {
  readonly code: FailureCode;
  /** "Expected …, but …", with ids. */
  readonly message: string;
}
export type FailureCode =
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'IO_MAPPING_ERROR'
  | 'UNHANDLED_ERROR'
  | 'JOB_NO_RETRIES'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'TASK_LISTENER_NO_RETRIES'
  | 'AD_HOC_SUB_PROCESS_NO_RETRIES'
  | 'CALLED_ELEMENT_ERROR'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
  | 'RESOURCE_NOT_FOUND'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'STEP_LIMIT'
  | 'UNKNOWN';
