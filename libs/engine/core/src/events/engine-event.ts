import type { ElementId, FlowId, NodeId } from '../graph/process-graph.ts';
import type { JsonText, Values } from '../json-text.ts';
import type * as State from '../state/instance-state.ts';
import type { TaskTransition, UserTaskChanges, Wait } from '../state/wait.ts';
import type { DecisionEvaluation } from '../turn/env.ts';
import type { Step, StepOf } from '../turn/step.ts';

type Key = State.Key;
type At = { key: Key };
type Scoped = { nodeId: NodeId; scopeKey: Key };

/** What each event tells beside its type. */
interface EventShapes {
  'instance-started': { businessId?: string; parent?: State.Parent };
  'business-id-given': { businessId: string };
  'number-drawn': { number: number };
  'element-activating': At & Scoped & { elementId: ElementId; kind: string; cause?: State.Cause };
  'element-activated': At;
  'element-completing': At;
  'element-completed': At;
  'element-terminating': At & { interruptedBy?: State.Trigger };
  'element-terminated': At;
  /** An interrupting event sub-process took over a scope; `started` when the content is gone and it begins. */
  'scope-interrupted': At & { trigger: State.Trigger; phase: 'waiting' | 'started' };
  /** Flows that wait in a scope are dropped, because a terminate end ended all of it. */
  'scope-cleared': At;
  /** `waitsAt` is the join (or start quantity) at which the flow now waits. */
  'flow-taken': { flowId: FlowId; scopeKey: Key; waitsAt?: NodeId };
  'join-passed': Scoped & { flowIds: readonly FlowId[] };
  'reset-awaited': Scoped & { flowIds: readonly FlowId[] };
  'reset-done': Scoped;
  'wait-opened': { wait: Wait };
  'wait-closed': At & { reason: WaitEnd; answer?: JobAnswer };
  'timer-repeated': At & { dueAt: number; repeatsLeft: number | null };
  /** Triggers of a parallel multiple event that have come; an empty list starts afresh. */
  'trigger-arrived': At & { nodeId: NodeId; definitions: readonly number[]; variables: Values };
  'job-updated': At & { changes: JobChanges };
  'user-task-updated': At & { action: string; changes: UserTaskChanges };
  'user-task-transition-set': At & { transition: TaskTransition | undefined };
  'variables-set': { scopeKey: Key; variables: readonly VariableChange[] };
  /** Counters that changed, and the result that one instance gave. */
  'loop-advanced': At & {
    loop: Partial<Omit<State.Loop, 'outputs'>>;
    output?: readonly [index: number, value: JsonText];
  };
  /** Activations a sequential ad-hoc sub-process keeps back now. */
  'activations-held': At & { steps: readonly StepOf<'activate'>[] };
  'compensation-registered': { record: State.CompensationRecord };
  'compensation-started': At;
  'compensations-dropped': { keys: readonly Key[] };
  'error-thrown': At & { code: string; caughtBy?: ElementId };
  'escalation-thrown': At & { code: string; caughtBy?: ElementId };
  'signal-thrown': At & { name: string };
  'message-thrown': At & { name: string; correlationKey: string };
  /** A failed evaluation has the output `null`, and its failure is in the evaluation. */
  'decision-evaluated': At & {
    decisionId: string;
    output: JsonText;
    evaluation?: { key: Key } & DecisionEvaluation;
  };
  'incident-raised': { incident: State.Incident };
  'incident-resolved': At & { reason: 'resolved' | 'canceled' };
  'steps-parked': { steps: readonly Step[]; spent: number };
  'instance-suspended': object;
  'instance-resumed': object;
  'instance-modified': object;
  'instance-migrated': { definitionKey: string };
  'element-migrated': At & { nodeId: NodeId; elementId: ElementId };
  'wait-migrated': At & { elementId: ElementId };
  'instance-ended': { status: 'completed' | 'terminated' };
}

export type EventType = keyof EventShapes;
export type EventOf<T extends EventType> = { [U in T]: Readonly<{ type: U } & EventShapes[U]> }[T];
/** What can happen, past tense: the only thing that changes state and the only source of history. */
export type EngineEvent = EventOf<EventType>;

/** `completed`: answered; `canceled`: its owner ended or another choice was taken; `failed`: an error was thrown by it. */
export type WaitEnd = 'completed' | 'canceled' | 'failed';
/** What a worker said that history keeps of its job: the error it threw, the change it denied. */
export interface JobAnswer {
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly denied?: boolean;
  readonly deniedReason?: string;
}
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
