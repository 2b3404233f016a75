import type { ElementId } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { Key, Parent } from '../state/instance-state.ts';
import type { UserTaskChanges } from '../state/wait.ts';

/** What can be asked of one instance, imperative. Keys are local to it. */
export type Command =
  | {
      readonly type: 'start-instance';
      readonly variables: Values;
      /** The start event that happened or was named (INS-4, INS-5). */
      readonly startEventId?: ElementId;
      /** True when `startEventId` was triggered by a timer, message, signal or condition; `variables` are then the event's. */
      readonly triggered?: boolean;
      /** Start before these elements instead of at a start event (INS-19). */
      readonly at?: readonly ElementId[];
      readonly businessId?: string;
      readonly parent?: Parent;
    }
  | { readonly type: 'activate-job'; readonly key: Key; readonly worker: string; readonly deadline: number }
  | {
      readonly type: 'complete-job';
      readonly key: Key;
      readonly variables: Values;
      readonly result?: JobResult;
    }
  | {
      readonly type: 'fail-job';
      readonly key: Key;
      readonly message: string;
      /** Retries left, 0 or more; 0 raises an incident (TSK-3). */
      readonly retries: number;
      readonly retryAt?: number;
      readonly variables?: Values;
    }
  | {
      readonly type: 'throw-job-error';
      readonly key: Key;
      readonly code: string;
      readonly message?: string;
      readonly variables: Values;
    }
  | { readonly type: 'update-job'; readonly key: Key; readonly retries?: number; readonly deadline?: number }
  | {
      readonly type: 'complete-user-task';
      readonly key: Key;
      readonly variables: Values;
      readonly action?: string;
    }
  /** Take in charge; rejected when somebody else has it. */
  | {
      readonly type: 'claim-user-task';
      readonly key: Key;
      readonly assignee: string;
      readonly action?: string;
    }
  /** Assign or reassign; `allowOverride: false` makes it a claim. */
  | {
      readonly type: 'assign-user-task';
      readonly key: Key;
      readonly assignee: string;
      readonly allowOverride?: boolean;
      readonly action?: string;
    }
  | { readonly type: 'unassign-user-task'; readonly key: Key; readonly action?: string }
  | {
      readonly type: 'update-user-task';
      readonly key: Key;
      readonly changes: UserTaskChanges;
      readonly action?: string;
    }
  /** ESC-6: `key` is the user task or job. */
  | { readonly type: 'escalate'; readonly key: Key; readonly code: string; readonly variables: Values }
  | { readonly type: 'trigger-timer'; readonly key: Key; readonly dueAt: number }
  | {
      readonly type: 'deliver-message';
      readonly key: Key;
      readonly messageKey: string;
      readonly variables: Values;
    }
  /** To every catcher of that name in this instance, in order of opening (SIG-1). */
  | { readonly type: 'deliver-signal'; readonly name: string; readonly variables: Values }
  | { readonly type: 'child-ended'; readonly key: Key; readonly outcome: ChildOutcome }
  /**
   * The called instance threw an error or escalation it does not catch itself. `from` is its throwing element,
   * which waits for the call to be terminated or for `throw-uncaught`.
   */
  | {
      readonly type: 'child-threw';
      readonly key: Key;
      readonly what: 'error' | 'escalation';
      readonly code: string;
      readonly message?: string;
      readonly variables: Values;
      readonly from: Key;
    }
  /** Nobody above caught the error this instance threw up: the incident is here (CALL-6). */
  | { readonly type: 'throw-uncaught'; readonly key: Key; readonly code: string; readonly message?: string }
  /** `local`: into that very scope; otherwise each value to the nearest scope that has it (DAT-6). */
  | {
      readonly type: 'set-variables';
      readonly scopeKey: Key;
      readonly variables: Values;
      readonly local: boolean;
    }
  | {
      readonly type: 'resolve-incident';
      readonly key: Key;
      /** For a job without retries; 1 if absent. */ readonly retries?: number;
    }
  | {
      readonly type: 'modify-instance';
      readonly activate: readonly {
        readonly elementId: ElementId;
        /** Which instance of its scope, where there are several. */ readonly scopeKey?: Key;
        readonly variables?: Values;
      }[];
      readonly terminate: readonly Key[];
    }
  | {
      readonly type: 'activate-ad-hoc';
      readonly key: Key;
      readonly elements: readonly { readonly elementId: ElementId; readonly variables: Values }[];
      readonly cancelRemaining: boolean;
    }
  | {
      readonly type: 'cancel-instance';
      /** Sent by the parent's call, not by a person (CALL-8). */ readonly byParent?: boolean;
    }
  | { readonly type: 'suspend-instance' }
  | { readonly type: 'resume-instance' }
  /** Goes on with the steps a long turn left (TURN-11); sent by the engine to itself. */
  | { readonly type: 'continue' };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

export type ChildOutcome =
  | { readonly ended: 'completed'; readonly variables: Values }
  | { readonly ended: 'terminated' }
  /** It could not be started (CALL-2). */
  | { readonly ended: 'rejected'; readonly message: string };

/** What the worker of a task listener or of an ad-hoc sub-process decided. */
export type JobResult =
  | {
      readonly of: 'task-listener';
      readonly denied?: boolean;
      readonly reason?: string;
      readonly corrections?: UserTaskChanges;
    }
  | {
      readonly of: 'ad-hoc';
      readonly activate: readonly { readonly elementId: ElementId; readonly variables: Values }[];
      readonly completed: boolean;
      readonly cancelRemaining: boolean;
    };

/** A wrong command: the caller's fault; nothing was changed. */
export interface Rejection {
  readonly code: 'NOT_FOUND' | 'INVALID_STATE' | 'INVALID_ARGUMENT' | 'ALREADY_EXISTS';
  readonly message: string;
}
