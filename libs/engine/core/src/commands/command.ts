import type { ElementId } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { Key, Parent } from '../state/instance-state.ts';
import type { UserTaskChanges } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';

type On = { key: Key };
/** What a person did, as history tells it. */
type Action = { action?: string };
type ElementStart = { elementId: ElementId; variables: Values };

/** What each command carries beside its type. Keys are local to the instance. */
interface CommandShapes {
  'start-instance': {
    variables: Values;
    /** The start event that happened or was named (INS-4, INS-5). */
    startEventId?: ElementId;
    /** `startEventId` was triggered by a timer, message, signal or condition; `variables` are then the event's. */
    triggered?: boolean;
    /** Set on the process itself, whatever started it. */
    own?: Values;
    /** Start before these elements instead of at a start event (INS-19). */
    at?: readonly ElementId[];
    businessId?: string;
    parent?: Parent;
  };
  'activate-job': On & { worker: string; deadline: number };
  'complete-job': On & { variables: Values; result?: JobResult };
  /** `retries` left, 0 or more; 0 raises an incident (TSK-3). */
  'fail-job': On & { message: string; retries: number; retryAt?: number; variables?: Values };
  'throw-job-error': On & { code: string; message?: string; variables: Values };
  'update-job': On & { retries?: number; deadline?: number };
  'complete-user-task': On & Action & { variables: Values };
  /** Take in charge; rejected when somebody else has it. */
  'claim-user-task': On & Action & { assignee: string };
  /** Assign or reassign; `allowOverride: false` makes it a claim. */
  'assign-user-task': On & Action & { assignee: string; allowOverride?: boolean };
  'unassign-user-task': On & Action;
  'update-user-task': On & Action & { changes: UserTaskChanges };
  /** ESC-6: `key` is the user task or job. */
  escalate: On & { code: string; variables: Values };
  'trigger-timer': On & { dueAt: number };
  'deliver-message': On & { messageKey: string; variables: Values };
  /** To every catcher of that name in this instance, in order of opening (SIG-1). */
  'deliver-signal': { name: string; variables: Values };
  'child-ended': On & { outcome: ChildOutcome };
  /**
   * The called instance threw an error or escalation it does not catch itself. `from` is its throwing element,
   * which waits for the call to be terminated or for `throw-uncaught`.
   */
  'child-threw': On & {
    what: 'error' | 'escalation';
    code: string;
    message?: string;
    variables: Values;
    from: Key;
  };
  /** Nobody above caught the error this instance threw up: the incident is here (CALL-6). */
  'throw-uncaught': On & { code: string; message?: string };
  /** `local`: into that very scope; otherwise each value to the nearest scope that has it (DAT-6). */
  'set-variables': { scopeKey: Key; variables: Values; local: boolean };
  /** `retries` for a job that has none left; 1 if absent. */
  'resolve-incident': On & { retries?: number };
  /** `scopeKey` says in which instance of its scope, where there are several. */
  'modify-instance': {
    /** Set before anything is activated, each in its scope. */
    variables?: readonly { scopeKey: Key; values: Values }[];
    activate: readonly { elementId: ElementId; scopeKey?: Key; variables?: Values }[];
    terminate: readonly Key[];
  };
  'activate-ad-hoc': On & { elements: readonly ElementStart[]; cancelRemaining: boolean };
  /** `byParent`: sent by the parent's call, not by a person (CALL-8). */
  'cancel-instance': { byParent?: boolean };
  'suspend-instance': object;
  'resume-instance': object;
  /** Goes on with the steps a long turn left (TURN-11); sent by the engine to itself. */
  continue: object;
}

export type CommandType = keyof CommandShapes;
export type CommandOf<T extends CommandType> = { [U in T]: Readonly<{ type: U } & CommandShapes[U]> }[T];
/** What can be asked of one instance, imperative. */
export type Command = CommandOf<CommandType>;

export type ChildOutcome =
  | { readonly ended: 'completed'; readonly variables: Values }
  | { readonly ended: 'terminated' }
  /** It could not be started (CALL-2). */
  | { readonly ended: 'rejected'; readonly message: string };

/** What the worker of a task listener or of an ad-hoc sub-process decided. */
export type JobResult =
  | Readonly<{ of: 'task-listener'; denied?: boolean; reason?: string; corrections?: UserTaskChanges }>
  | Readonly<{
      of: 'ad-hoc';
      activate: readonly ElementStart[];
      completed: boolean;
      cancelRemaining: boolean;
    }>;

/** A wrong command: the caller's fault; nothing was changed. */
export interface Rejection {
  readonly code: 'NOT_FOUND' | 'INVALID_STATE' | 'INVALID_ARGUMENT' | 'ALREADY_EXISTS';
  /** "Expected …, but …", with ids. */
  readonly message: string;
}

/** Ends a turn that has not begun: commands check all they need before they emit anything. */
export class Rejected extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.message);
    this.rejection = rejection;
  }
}

export function reject(code: Rejection['code'], message: string): never {
  throw new Rejected({ code, message });
}

/** Each checks its command against the state, then rejects it or emits and schedules. */
export type CommandHandlers = { readonly [T in CommandType]: (turn: Turn, command: CommandOf<T>) => void };
