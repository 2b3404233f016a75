import type { JobResult } from '@iter/engine-core';
import type { Caller, KeyText, Variables } from './engine-commands.ts';

export interface ActivateJobs {
  readonly tenantIds: readonly string[];
  readonly type: string;
  readonly worker: string;
  readonly maxJobs: number;
  /** Milliseconds the worker has; afterwards others may take the job. */
  readonly timeoutMs: number;
  /** Empty: all that are visible at the element. */
  readonly fetchVariables: readonly string[];
  /** Milliseconds to wait for the first job; absent or 0: answer at once. */
  readonly requestTimeoutMs?: number;
  /** Aborted when the caller has gone, so that no job is given to nobody. */
  readonly signal?: AbortSignal;
}
export interface ActivatedJob {
  readonly jobKey: KeyText;
  readonly tenantId: string;
  readonly type: string;
  readonly kind: 'bpmn-element' | 'execution-listener' | 'task-listener' | 'ad-hoc';
  readonly listenerEventType: string | null;
  readonly processInstanceKey: KeyText;
  readonly rootProcessInstanceKey: KeyText;
  readonly processDefinitionKey: KeyText;
  readonly processDefinitionId: string;
  readonly processDefinitionVersion: number;
  readonly elementId: string;
  readonly elementInstanceKey: KeyText;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker: string;
  readonly retries: number;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly variables: Variables;
  readonly businessId: string | null;
  readonly tags: readonly string[];
  /** Of a task listener: the task as it will be, and what of it changes. */
  readonly userTask: ListenedTask | null;
}
export interface ListenedTask {
  readonly userTaskKey: KeyText;
  readonly action: string;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  readonly priority: number;
  readonly changedAttributes: readonly string[];
}
export interface CompleteJob extends Caller {
  readonly jobKey: KeyText;
  readonly variables: Variables;
  /** Decision of a task listener or of the worker of an ad-hoc sub-process. */
  readonly result?: JobResult;
}
export interface FailJob extends Caller {
  readonly jobKey: KeyText;
  /** 0: an incident is raised. */
  readonly retries: number;
  readonly message: string;
  /** Milliseconds before the job may be taken again. */
  readonly backOffMs: number;
  readonly variables: Variables;
}
export interface ThrowJobError extends Caller {
  readonly jobKey: KeyText;
  readonly errorCode: string;
  readonly message: string;
  readonly variables: Variables;
}
export interface UpdateJob extends Caller {
  readonly jobKey: KeyText;
  readonly retries?: number;
  readonly timeoutMs?: number;
}

/** A job type that the server itself does; the engine dispatches its jobs in the background. */
export interface BuiltInWorker {
  readonly type: string;
  readonly timeoutMs: number;
  /** At most so many at once on one node. */
  readonly concurrency: number;
  /**
   * Resolves to the result variables; a throw fails the job, which is retried with growing delay, unless it is a
   * `JobRefused` or a `BpmnError`.
   */
  handle(job: ActivatedJob): Promise<Variables>;
}
