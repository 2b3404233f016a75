import type {
  Actor,
  Answer,
  AssignUserTask,
  BroadcastSignal,
  Caller,
  CompleteUserTask,
  ConditionalsEvaluated,
  CorrelateMessage,
  CreatedInstance,
  CreateInstance,
  DeployedResource,
  DecisionAnswer,
  Deployment,
  DeploymentProblem,
  EvaluateConditionals,
  EvaluateDecision,
  KeyText,
  PublishMessage,
  SetVariables,
  UpdateUserTask,
  UserTaskCommand,
} from './engine-commands.ts';
import type {
  ActivatedJob,
  ActivateJobs,
  CompleteJob,
  FailJob,
  ThrowJobError,
  UpdateJob,
} from './engine-jobs.ts';
import type { MigrateInstance, ModifyInstance, SteerInstance } from './steering-commands.ts';

export type * from './engine-commands.ts';
export type * from './engine-jobs.ts';
export type * from './steering-commands.ts';

// ---------- clock

export type TenantClock =
  | { readonly mode: 'real' }
  | { readonly mode: 'offset'; readonly offsetMs: number }
  | { readonly mode: 'pinned'; readonly at: number };

// ---------- after the commit

/** One committed turn, told to listeners on the node that ran it, in the order of the instance's turns. */
export interface CommittedNotice {
  readonly tenantId: string;
  readonly processInstanceKey: KeyText;
  readonly rootProcessInstanceKey: KeyText;
  readonly processDefinitionKey: KeyText;
  readonly processDefinitionId: string;
  /** What the turn changed, coarse enough for live events. */
  readonly changed: readonly ChangedThing[];
  readonly actor: Actor;
  readonly at: number;
}
export type ChangedThing =
  'instance' | 'elements' | 'user-tasks' | 'jobs' | 'variables' | 'incidents' | 'messages';

/** A deployment that was just stored. */
export interface DeployedNotice {
  readonly tenantId: string;
  readonly processDefinitionIds: readonly string[];
}

/** The engine as the server sees it. Every answer that is `ok` is durable. */
export interface Engine {
  /** Connects, catches up with what a former run left, and begins timers and background work by its role. */
  start(): Promise<void>;
  /** Finishes what is running, refuses what comes, and releases everything. */
  stop(): Promise<void>;

  deploy(command: Caller & { readonly resources: readonly DeployedResource[] }): Promise<Answer<Deployment>>;
  /** The problems a deployment of these resources would have; stores nothing. */
  check(
    command: Caller & { readonly resources: readonly DeployedResource[] },
  ): Promise<readonly DeploymentProblem[]>;

  /** Stores nothing: whoever asks keeps the answer under its key. */
  evaluateDecision(command: EvaluateDecision): Promise<Answer<DecisionAnswer>>;

  createInstance(command: CreateInstance): Promise<Answer<CreatedInstance>>;
  cancelInstance(command: SteerInstance): Promise<Answer<void>>;
  /** With all that it called: it takes no answers, and its timers and jobs wait until it is resumed. */
  suspendInstance(command: SteerInstance): Promise<Answer<void>>;
  resumeInstance(command: SteerInstance): Promise<Answer<void>>;
  modifyInstance(command: ModifyInstance): Promise<Answer<void>>;
  migrateInstance(command: MigrateInstance): Promise<Answer<void>>;
  /** What does not fit, "Expected …, but …"; none: it can be migrated. Changes nothing. */
  checkMigration(command: MigrateInstance): Promise<Answer<readonly string[]>>;
  setVariables(command: SetVariables): Promise<Answer<void>>;
  resolveIncident(command: Caller & { readonly incidentKey: KeyText }): Promise<Answer<void>>;

  publishMessage(command: PublishMessage): Promise<Answer<{ readonly messageKey: KeyText }>>;
  correlateMessage(
    command: CorrelateMessage,
  ): Promise<Answer<{ readonly messageKey: KeyText; readonly processInstanceKey: KeyText }>>;
  broadcastSignal(command: BroadcastSignal): Promise<Answer<{ readonly signalKey: KeyText }>>;

  /** Each conditional start event that is true starts an instance (INS-10). */
  evaluateConditionals(command: EvaluateConditionals): Promise<Answer<ConditionalsEvaluated>>;

  activateJobs(command: ActivateJobs): Promise<readonly ActivatedJob[]>;
  completeJob(command: CompleteJob): Promise<Answer<void>>;
  failJob(command: FailJob): Promise<Answer<void>>;
  throwJobError(command: ThrowJobError): Promise<Answer<void>>;
  updateJob(command: UpdateJob): Promise<Answer<void>>;

  assignUserTask(command: AssignUserTask): Promise<Answer<void>>;
  unassignUserTask(command: UserTaskCommand): Promise<Answer<void>>;
  updateUserTask(command: UpdateUserTask): Promise<Answer<void>>;
  completeUserTask(command: CompleteUserTask): Promise<Answer<void>>;

  /** The tenant's `now`, epoch milliseconds; the only one for terms, lists and reports. */
  now(tenantId: string): number;
  clock(tenantId: string): TenantClock;
  /** Announced to all nodes; what became due is fired promptly afterwards. */
  setClock(tenantId: string, clock: TenantClock): Promise<void>;

  /** Returns the function that ends the listening. A listener must not throw. */
  onCommitted(listener: (notice: CommittedNotice) => void): () => void;
  onDeployed(listener: (notice: DeployedNotice) => void): () => void;

  /** Queue lengths and ages, for health and metrics. */
  status(): EngineStatus;
}

export interface EngineStatus {
  readonly queuedCommands: number;
  readonly cachedInstances: number;
  /** Milliseconds since the database last answered a commit or load; null before the first. */
  readonly lastCommitAgoMs: number | null;
  readonly accepting: boolean;
}
