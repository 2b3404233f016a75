import type { Binding, ElementId, TaskListenerEvent } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { Key } from './instance-state.ts';

interface WaitBase {
  readonly key: Key;
  /** The element instance that waits: the task, the activity with the boundary, the scope with the event sub-process. */
  readonly owner: Key;
  /** The catching element: the task or event itself, the boundary event, the start of the event sub-process. */
  readonly elementId: ElementId;
}
/** Waits that stand for a trigger of an event: which of the event's definitions it is. */
interface CatchWait extends WaitBase {
  readonly definition: number;
}

/** Everything an instance can wait for; one record each, answered by one command each. */
export type Wait = JobWait | UserTaskWait | TimerWait | MessageWait | SignalWait | ConditionWait | ChildWait;

export interface JobWait extends WaitBase {
  readonly kind: 'job';
  readonly purpose: JobPurpose;
  readonly jobType: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The worker that holds it, until `deadline` (milliseconds since 1970). */
  readonly worker?: string;
  readonly deadline?: number;
  /** After a failure: not before this time. */
  readonly retryAt?: number;
  readonly errorMessage?: string;
}
/** `index` is the listener's place among those of the same event. */
export type JobPurpose =
  /** `next`: of an event with several definitions, the one to go on with. */
  | { readonly of: 'task'; readonly next?: number }
  | { readonly of: 'ad-hoc' }
  | { readonly of: 'execution-listener'; readonly on: 'start' | 'end'; readonly index: number }
  | { readonly of: 'task-listener'; readonly on: TaskListenerEvent; readonly index: number };

export interface UserTaskWait extends WaitBase {
  readonly kind: 'user-task';
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  /** ISO 8601 date-time with offset, as evaluated. */
  readonly dueDate?: string;
  readonly followUpDate?: string;
  /** 0 … 100. */
  readonly priority: number;
  readonly form?: FormReference;
  readonly headers: Readonly<Record<string, string>>;
  readonly createdAt: number;
  /** The change that waits for its listeners: what it will be, and what was asked. */
  readonly transition?: TaskTransition;
}
export type FormReference =
  | { readonly formId: string; readonly binding: Binding }
  /** Legacy key of an embedded or external form. */
  | { readonly formKey: string }
  | { readonly externalReference: string };
export interface TaskTransition {
  readonly on: TaskListenerEvent;
  readonly action: string;
  readonly changes: UserTaskChanges;
  readonly variables: Values;
}
/** Fields that are present are changed; `null` clears. */
export interface UserTaskChanges {
  readonly assignee?: string | null;
  readonly candidateGroups?: readonly string[];
  readonly candidateUsers?: readonly string[];
  readonly dueDate?: string | null;
  readonly followUpDate?: string | null;
  readonly priority?: number;
}

export interface TimerWait extends CatchWait {
  readonly kind: 'timer';
  readonly dueAt: number;
  /** Firings still to come after this one; `null`: without end. */
  readonly repeatsLeft: number | null;
  /** ISO 8601 duration or cron expression of a cycle; the next due date counts from the last (TMR-5). */
  readonly every?: string;
}
export interface MessageWait extends CatchWait {
  readonly kind: 'message';
  readonly name: string;
  readonly correlationKey: string;
  /** MSG-3 gives a message to the oldest open subscription. */
  readonly openedAt: number;
}
export interface SignalWait extends CatchWait {
  readonly kind: 'signal';
  readonly name: string;
}
export interface ConditionWait extends CatchWait {
  readonly kind: 'condition';
}
export interface ChildWait extends WaitBase {
  readonly kind: 'child';
  /** Number of the called instance. */
  readonly instance: number;
  readonly processId: string;
}

export type WaitKind = Wait['kind'];
export type WaitOf<K extends WaitKind> = Extract<Wait, { kind: K }>;
/** A wait that is about to be opened. */
export type Opening = { [K in WaitKind]: Omit<WaitOf<K>, 'key'> }[WaitKind];
