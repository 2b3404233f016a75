import { createWorkingCalendar, calendarSettingsSchema, type WorkingCalendar } from '@iter/calendar';
import { AfterCommit } from './after-commit.ts';
import { TenantClocks } from './clock/tenant-clocks.ts';
import { GroupCommitter } from './commit/group-committer.ts';
import { compileDecision } from './definitions/compile-decision.ts';
import { Decisions } from './definitions/decisions.ts';
import { DefinitionCache } from './definitions/definition-cache.ts';
import { compileStored } from './definitions/read-resources.ts';
import type { StarterParts } from './definitions/starter.ts';
import { EffectRouter } from './effects/effect-router.ts';
import { DEFAULT_LIMITS, type EngineLimits, type EngineOptions, type EnginePorts } from './engine-options.ts';
import type { Engine } from './engine.ts';
import { nextDueDate } from './env/timer-texts.ts';
import { turnEnvs } from './env/turn-env.ts';
import { BuiltInJobs } from './jobs/built-in-jobs.ts';
import { JobDesk } from './jobs/job-desk.ts';
import { createLocalAlarm, createLocalDispatch } from './local-doorbells.ts';
import { MessageRouter } from './messages/message-router.ts';
import { EffectKeys, Numbers } from './numbers.ts';
import type { Alarm, Dispatch } from './ports/doorbells.ts';
import type { StoredEffect } from './ports/effects.ts';
import type { FiredStart, StartTimer } from './ports/schedule.ts';
import { DueTimers, startByTimer } from './timers/due-timers.ts';
import { InstanceLoader } from './turns/instance-loader.ts';
import { StateCache } from './turns/state-cache.ts';
import { TurnRunner } from './turns/turn-runner.ts';
import { TurnWriter } from './turns/turn-writer.ts';

/** The parts of one engine, tied together; the facade gives commands to them. */
export interface EngineParts {
  readonly ports: EnginePorts;
  readonly limits: EngineLimits;
  readonly clocks: TenantClocks;
  readonly numbers: Numbers;
  readonly definitions: DefinitionCache;
  readonly decisions: Decisions;
  readonly cache: StateCache;
  readonly committer: GroupCommitter;
  readonly runner: TurnRunner;
  readonly router: EffectRouter;
  readonly messages: MessageRouter;
  readonly timers: DueTimers;
  readonly desk: JobDesk;
  readonly builtIn: BuiltInJobs;
  readonly afterCommit: AfterCommit;
  readonly starter: StarterParts;
  readonly zone: (tenantId: string) => string;
  readonly alarms: readonly Alarm[];
  readonly dispatchQueue: Dispatch;
  /** Called when an instance ends. */
  readonly ended: Map<number, Set<() => void>>;
  readonly fault: (what: string, error: unknown) => void;
}

const nationalCalendar = createWorkingCalendar(calendarSettingsSchema.parse({}));

export function assemble(
  ports: EnginePorts,
  options: EngineOptions,
  jobs: Pick<Engine, 'completeJob' | 'failJob' | 'throwJobError'>,
): EngineParts {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const realTime = options.realTime ?? Date.now;
  const fault = options.fault ?? printFault;
  const calendar = options.calendar ?? ((): WorkingCalendar => nationalCalendar);
  const zone = (tenantId: string): string => calendar(tenantId).zone;
  const numbers = new Numbers(ports.instances);
  const effectKeys = new EffectKeys(numbers);
  const effectKey = (): string => effectKeys.next();
  const clocks = new TenantClocks(ports.clocks, realTime, ports.announcements);
  const definitions = new DefinitionCache(ports.definitions, compileStored, ports.announcements);
  const decisions = new Decisions(ports.definitions, compileDecision, ports.announcements);
  const env = turnEnvs({
    numbers,
    decisions,
    calendar,
    inTurnWorkers: options.inTurnWorkers ?? new Map(),
    ...limits,
  });
  const starter: StarterParts = {
    numbers,
    clocks,
    zone,
    env,
    officeCode: options.officeCode ?? ((_tenantId, office) => Promise.resolve(office.toUpperCase())),
  };
  const cache = new StateCache(limits.cacheBytes);
  const committer = new GroupCommitter(ports.instances, {
    maxBatch: limits.maxBatch,
    lanes: limits.committers,
    patienceMs: limits.patienceMs,
    batchKey: () => numbers.key(),
  });
  const runner = new TurnRunner({
    store: ports.instances,
    loader: new InstanceLoader(ports.instances),
    cache,
    committer,
    definitions,
    clocks,
    env,
    writer: new TurnWriter({ projections: options.projections, realTime, effectKey }),
    committed: (turn) => afterCommit.committed(turn),
  });
  const dispatch = (effects: readonly StoredEffect[]) => router.dispatch(effects);
  const messages = new MessageRouter({
    messages: ports.messages,
    signals: ports.signals,
    numbers,
    clocks,
    dispatch,
    fault,
  });
  const router: EffectRouter = new EffectRouter({
    runner,
    outbox: ports.outbox,
    starts: ports.starts,
    messages,
    definitions,
    starter,
    effectKey,
    fault,
  });
  // Each worker rings itself to the millisecond; the shared alarm rings workers for nodes that are none.
  const alarms = [
    ...(options.worker === false ? [] : [createLocalAlarm()]),
    ...(ports.alarm ? [ports.alarm] : []),
  ];
  const fireStart = (timer: StartTimer): FiredStart => ({
    effects: [startByTimer(timer, effectKey())],
    next: nextStart(timer, clocks.now(timer.tenantId), zone(timer.tenantId)),
  });
  const timers = new DueTimers({
    store: ports.timers,
    alarms,
    clocks,
    realTime,
    runner,
    fireStart,
    ready: () => numbers.ready(),
    dispatch,
    fault,
  });
  const desk = new JobDesk(ports.jobs, runner);
  const dispatchQueue = ports.dispatch ?? createLocalDispatch();
  const builtIn = new BuiltInJobs({
    workers: options.builtInWorkers ?? [],
    dispatch: dispatchQueue,
    store: ports.jobs,
    desk,
    complete: (command) => jobs.completeJob(command),
    fail: (command) => jobs.failJob(command),
    throwError: (command) => jobs.throwJobError(command),
    fault,
  });
  const ended = new Map<number, Set<() => void>>();
  const afterCommit = new AfterCommit({
    dispatch,
    messages,
    timers,
    desk,
    builtIn,
    resumed: (instance) => router.resumed(instance),
    ended: (instance) => {
      for (const listener of ended.get(instance) ?? []) listener();
    },
    fault,
  });
  return {
    ports,
    limits,
    clocks,
    numbers,
    definitions,
    decisions,
    cache,
    committer,
    runner,
    router,
    messages,
    timers,
    desk,
    builtIn,
    afterCommit,
    starter,
    zone,
    alarms,
    dispatchQueue,
    ended,
    fault,
  };
}

/** The next date of a start timer that repeats (INS-8, TMR-5). */
function nextStart(timer: StartTimer, now: number, zone: string): FiredStart['next'] {
  const { every, repeatsLeft, dueAt } = timer;
  if (every === null || repeatsLeft === 0) return undefined;
  const next = nextDueDate(every, dueAt, repeatsLeft, now, zone);
  if (next === undefined) return undefined;
  return { dueAt: next, repeatsLeft: repeatsLeft === null ? null : repeatsLeft - 1 };
}

function printFault(what: string, error: unknown): void {
  console.error(`engine: ${what}:`, error);
}
