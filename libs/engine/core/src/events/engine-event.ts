import type { ElementId, FlowId, NodeId } from '../graph/process-graph.ts';
import type { JsonText, Values } from '../json-text.ts';
import type {
  Cause,
  CompensationRecord,
  Failure,
  Incident,
  Key,
  Loop,
  Parent,
  Trigger,
} from '../state/instance-state.ts';
import type { Step, StepOf } from '../turn/step.ts';
import type { TaskTransition, UserTaskChanges, Wait } from '../state/wait.ts';

/** What can happen, past tense: the only thing that changes state and the only source of history. One member per event. */
export type EngineEvent =
  | { readonly type: 'instance-started'; readonly businessId?: string; readonly parent?: Parent }
  | { readonly type: 'business-id-given'; readonly businessId: string }
  | { readonly type: 'number-drawn'; readonly number: number }
  | {
      readonly type: 'element-activating';
      readonly key: Key;
      readonly nodeId: NodeId;
      readonly elementId: ElementId;
      readonly kind: string;
      readonly scopeKey: Key;
      readonly cause?: Cause;
    }
  | { readonly type: 'element-activated'; readonly key: Key }
  | { readonly type: 'element-completing'; readonly key: Key }
  | { readonly type: 'element-completed'; readonly key: Key }
  | { readonly type: 'element-terminating'; readonly key: Key; readonly interruptedBy?: Trigger }
  | { readonly type: 'element-terminated'; readonly key: Key }
  /** An interrupting event sub-process took over a scope; `started` when the content is gone and it begins. */
  | {
      readonly type: 'scope-interrupted';
      readonly key: Key;
      readonly trigger: Trigger;
      readonly phase: 'waiting' | 'started';
    }
  | {
      readonly type: 'flow-taken';
      readonly flowId: FlowId;
      readonly scopeKey: Key;
      /** The join (or start quantity) at which it now waits. */
      readonly waitsAt?: NodeId;
    }
  | {
      readonly type: 'join-passed';
      readonly nodeId: NodeId;
      readonly scopeKey: Key;
      readonly flowIds: readonly FlowId[];
    }
  | {
      readonly type: 'reset-awaited';
      readonly nodeId: NodeId;
      readonly scopeKey: Key;
      readonly flowIds: readonly FlowId[];
    }
  | { readonly type: 'reset-done'; readonly nodeId: NodeId; readonly scopeKey: Key }
  | { readonly type: 'wait-opened'; readonly wait: Wait }
  | { readonly type: 'wait-closed'; readonly key: Key; readonly reason: WaitEnd }
  | {
      readonly type: 'timer-repeated';
      readonly key: Key;
      readonly dueAt: number;
      readonly repeatsLeft: number | null;
    }
  /** A trigger of a parallel multiple event has come; an empty list starts afresh. */
  | {
      readonly type: 'trigger-arrived';
      readonly key: Key;
      readonly nodeId: NodeId;
      readonly definitions: readonly number[];
      readonly variables: Values;
    }
  /** Flows that wait in a scope are dropped, because a terminate end ended all of it. */
  | { readonly type: 'scope-cleared'; readonly key: Key }
  | { readonly type: 'job-updated'; readonly key: Key; readonly changes: JobChanges }
  | {
      readonly type: 'user-task-updated';
      readonly key: Key;
      readonly action: string;
      readonly changes: UserTaskChanges;
    }
  | {
      readonly type: 'user-task-transition-set';
      readonly key: Key;
      readonly transition: TaskTransition | undefined;
    }
  | { readonly type: 'variables-set'; readonly scopeKey: Key; readonly variables: readonly VariableChange[] }
  /** Counters that changed, and the result that one instance gave. */
  | {
      readonly type: 'loop-advanced';
      readonly key: Key;
      readonly loop: Partial<Omit<Loop, 'outputs'>>;
      readonly output?: readonly [index: number, value: JsonText];
    }
  /** Activations a sequential ad-hoc sub-process keeps back now. */
  | { readonly type: 'activations-held'; readonly key: Key; readonly steps: readonly StepOf<'activate'>[] }
  | { readonly type: 'compensation-registered'; readonly record: CompensationRecord }
  | { readonly type: 'compensation-started'; readonly key: Key }
  | { readonly type: 'compensations-dropped'; readonly keys: readonly Key[] }
  | { readonly type: 'error-thrown'; readonly key: Key; readonly code: string; readonly caughtBy?: ElementId }
  | {
      readonly type: 'escalation-thrown';
      readonly key: Key;
      readonly code: string;
      readonly caughtBy?: ElementId;
    }
  | { readonly type: 'signal-thrown'; readonly key: Key; readonly name: string }
  | {
      readonly type: 'message-thrown';
      readonly key: Key;
      readonly name: string;
      readonly correlationKey: string;
    }
  | {
      readonly type: 'decision-evaluated';
      readonly key: Key;
      readonly decisionId: string;
      readonly output: JsonText;
      readonly failure?: Failure;
    }
  | { readonly type: 'incident-raised'; readonly incident: Incident }
  | { readonly type: 'incident-resolved'; readonly key: Key; readonly reason: 'resolved' | 'canceled' }
  | { readonly type: 'steps-parked'; readonly steps: readonly Step[]; readonly spent: number }
  | { readonly type: 'instance-suspended' }
  | { readonly type: 'instance-resumed' }
  | { readonly type: 'instance-modified' }
  | { readonly type: 'instance-migrated'; readonly definitionKey: string }
  | { readonly type: 'instance-ended'; readonly status: 'completed' | 'terminated' };

export type EventType = EngineEvent['type'];
export type EventOf<T extends EventType> = Extract<EngineEvent, { type: T }>;
/** `completed`: answered; `canceled`: its owner ended or another choice was taken; `failed`: an error was thrown by it. */
export type WaitEnd = 'completed' | 'canceled' | 'failed';
export interface VariableChange {
  readonly name: string;
  readonly key: Key;
  readonly value: JsonText;
  readonly created: boolean;
}
/** Fields that are present are changed; `null` clears. */
export interface JobChanges {
  readonly retries?: number;
  readonly worker?: string | null;
  readonly deadline?: number | null;
  readonly retryAt?: number | null;
  readonly errorMessage?: string | null;
}
