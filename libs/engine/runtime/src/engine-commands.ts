import type { DiagramProblem } from '@iter/bpmn';
import type { DecisionEvaluation, JsonText, UserTaskChanges } from '@iter/engine-core';

/** A key as the outside sees it: one decimal string below 2⁶³, made by the core's codec. */
export type KeyText = string;

/** Who asked for a command: a person, perhaps in the stead of another, or a part of the system. */
export type Actor = { readonly userId: string; readonly onBehalfOf?: string } | { readonly system: string };

/** What every call carries. Permissions are checked by the caller, before. */
export interface Caller {
  readonly tenantId: string;
  readonly actor: Actor;
  /** Why, in the words of who asked; kept in the history beside the actor. */
  readonly reason?: string;
}

/** Variable name → exact JSON source of its value. */
export type Variables = Readonly<Record<string, JsonText>>;

/**
 * Why a command was refused. Nothing of a refused command is stored.
 *
 * - `NOT_FOUND` the key or id names nothing that is there (any more)
 * - `INVALID_STATE` it is there, but cannot do this now
 * - `SUSPENDED` the instance takes nothing until it is resumed
 * - `INVALID_ARGUMENT` the command itself is wrong; `field` names the part
 * - `ALREADY_EXISTS` the same message id is buffered already
 * - `DEPLOYMENT_REFUSED` the resources cannot run; `problems` lists every reason
 * - `OVERLOADED` the queue is full; nothing was tried, the same command may be sent again after `retryAfter`
 * - `TIMEOUT` the time to wait for a result has passed; the command itself was done
 */
export interface EngineRejection {
  readonly code:
    | 'NOT_FOUND'
    | 'INVALID_STATE'
    | 'SUSPENDED'
    | 'INVALID_ARGUMENT'
    | 'ALREADY_EXISTS'
    | 'DEPLOYMENT_REFUSED'
    | 'OVERLOADED'
    | 'TIMEOUT';
  /** English, for logs and developers; people read the text of the code. */
  readonly message: string;
  /** The argument that is wrong, as the facade names it. */
  readonly field?: string;
  readonly problems?: readonly DeploymentProblem[];
  /** Seconds. */
  readonly retryAfter?: number;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: EngineRejection };

// ---------- deployments

export interface DeployedResource {
  /** File name as it came; its suffix tells the kind: `.bpmn`, `.form`, `.dmn`; anything else is kept only. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** A problem of the rules DEP and WARN; people read the text of its rule from the dictionary. */
export interface DeploymentProblem extends DiagramProblem {
  /** File name. */
  readonly resource: string;
}

export interface Deployment {
  readonly deploymentKey: KeyText;
  readonly deployedAt: number;
  readonly processes: readonly DeployedProcess[];
  readonly forms: readonly DeployedForm[];
  readonly decisions: readonly DeployedDecision[];
  readonly requirements: readonly DeployedRequirements[];
  readonly resources: readonly {
    readonly resourceKey: KeyText;
    readonly name: string;
    readonly version: number;
  }[];
  readonly warnings: readonly DeploymentProblem[];
}
export interface DeployedProcess {
  readonly processDefinitionKey: KeyText;
  readonly processDefinitionId: string;
  readonly version: number;
  readonly resourceName: string;
  /** False where the content was the same as the latest version's, which then stays. */
  readonly created: boolean;
}
export interface DeployedForm {
  readonly formKey: KeyText;
  readonly formId: string;
  readonly version: number;
  readonly resourceName: string;
}
export interface DeployedDecision {
  readonly decisionDefinitionKey: KeyText;
  readonly decisionDefinitionId: string;
  readonly name: string;
  readonly version: number;
  readonly decisionRequirementsKey: KeyText;
  readonly decisionRequirementsId: string;
}
export interface DeployedRequirements {
  readonly decisionRequirementsKey: KeyText;
  readonly decisionRequirementsId: string;
  readonly name: string;
  readonly version: number;
  readonly resourceName: string;
}

// ---------- decisions

/** Which decision to ask: by its key, or the latest version of its id. */
export type DecisionSelector =
  { readonly decisionDefinitionKey: KeyText } | { readonly decisionDefinitionId: string };

export interface EvaluateDecision extends Caller {
  readonly decision: DecisionSelector;
  readonly variables: Variables;
}
/** A decision that was asked outside of any instance. One that failed has its failure in the last evaluation. */
export interface DecisionAnswer {
  readonly decisionEvaluationKey: KeyText;
  readonly evaluatedAt: number;
  readonly evaluation: DecisionEvaluation;
}

// ---------- instances

/** Which definition to start: by its key, or the process id with a version (absent: the latest). */
export type DefinitionSelector =
  | { readonly processDefinitionKey: KeyText }
  | { readonly processDefinitionId: string; readonly version?: number };

export interface CreateInstance extends Caller {
  readonly definition: DefinitionSelector;
  readonly variables: Variables;
  /** Absent: a gapless case number `<OFFICE>/<YEAR>/<N>` where the variable `ufficio` names the office. */
  readonly businessId?: string;
  readonly tags?: readonly string[];
  /** Start before these elements instead of the start event (INS-19). */
  readonly startBefore?: readonly string[];
  /** Answer only when the instance has ended, with these variables (empty: all of the process's own). */
  readonly awaitCompletion?: { readonly timeoutMs: number; readonly fetchVariables: readonly string[] };
}
export interface CreatedInstance {
  readonly processInstanceKey: KeyText;
  readonly processDefinitionKey: KeyText;
  readonly processDefinitionId: string;
  readonly version: number;
  readonly businessId: string | null;
  readonly tags: readonly string[];
  /** Present where the completion was awaited. */
  readonly variables?: Variables;
}

export interface SetVariables extends Caller {
  /** Element instance, or the process instance itself. */
  readonly elementInstanceKey: KeyText;
  readonly variables: Variables;
  /** True: set on this scope only; false: each on the nearest scope that has it, else on the process. */
  readonly local: boolean;
}

// ---------- messages and signals

export interface PublishMessage extends Caller {
  readonly name: string;
  /** Empty: starts without limit, reaches no waiting element that has a key. */
  readonly correlationKey: string;
  /** Milliseconds; 0: only what is open now. */
  readonly timeToLive: number;
  /** With an id the same name, key and id are refused while buffered. */
  readonly messageId?: string;
  readonly variables: Variables;
}
export interface CorrelateMessage extends Caller {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: Variables;
}
export interface BroadcastSignal extends Caller {
  readonly name: string;
  readonly variables: Variables;
}

/** Asks conditional start events with these variables, of one process or of all. */
export interface EvaluateConditionals extends Caller {
  /** The latest version of its process. */
  readonly processDefinitionKey?: KeyText;
  readonly variables: Variables;
}
export interface ConditionalsEvaluated {
  readonly conditionalEvaluationKey: KeyText;
  readonly instances: readonly StartedInstance[];
}
export interface StartedInstance {
  readonly processDefinitionKey: KeyText;
  readonly processInstanceKey: KeyText;
}

// ---------- user tasks

export interface UserTaskCommand extends Caller {
  readonly userTaskKey: KeyText;
}
export interface AssignUserTask extends UserTaskCommand {
  readonly assignee: string;
  /** False: refused where somebody else has the task (claim). */
  readonly allowOverride: boolean;
  /** Recorded with the change; default `assign`, or `claim` without override. */
  readonly action?: string;
}
export interface UpdateUserTask extends UserTaskCommand {
  readonly changes: UserTaskChanges;
  readonly action?: string;
}
export interface CompleteUserTask extends UserTaskCommand {
  readonly variables: Variables;
  readonly action?: string;
}
