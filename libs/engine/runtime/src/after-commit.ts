import { encodeKey, type EngineEvent, type EventType, type Key } from '@iter/engine-core';
import type { ChangedThing, CommittedNotice } from './engine.ts';
import { globalKey } from './global-key.ts';
import type { BuiltInJobs } from './jobs/built-in-jobs.ts';
import type { JobDesk } from './jobs/job-desk.ts';
import type { MessageRouter } from './messages/message-router.ts';
import type { MessageAddress, StoredEffect } from './ports/effects.ts';
import type { DueTimers } from './timers/due-timers.ts';
import type { RunTurn } from './turns/turn-writer.ts';

export interface AfterCommitParts {
  readonly dispatch: (effects: readonly StoredEffect[]) => Promise<unknown>;
  readonly messages: MessageRouter;
  readonly timers: DueTimers;
  readonly desk: JobDesk;
  readonly builtIn: BuiltInJobs;
  /** Does what waited while an instance was suspended. */
  readonly resumed: (instance: number) => Promise<void>;
  /** Instances whose end somebody waits for. */
  readonly ended: (instance: number) => void;
  readonly fault: (what: string, error: unknown) => void;
}

/**
 * What a committed turn sets going: its effects, alarms for its timers, calls for its jobs, a look for messages
 * that came before its waits, and notices. All of it is only punctuality; the rows say the same to a sweep.
 */
export class AfterCommit {
  readonly #parts: AfterCommitParts;
  readonly #listeners = new Set<(notice: CommittedNotice) => void>();
  #opened: MessageAddress[] = [];

  constructor(parts: AfterCommitParts) {
    this.#parts = parts;
  }

  listen(listener: (notice: CommittedNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  committed(turn: RunTurn): void {
    for (const event of turn.projected.events) this.#react(turn, event);
    for (const key of turn.projected.freedJobs) this.#jobFreed(turn, key);
    if (turn.effects.length > 0) void this.#parts.dispatch(turn.effects);
    if (this.#listeners.size > 0) this.#tell(turn);
  }

  #react(turn: RunTurn, event: EngineEvent): void {
    const { facts, at } = turn.projected;
    switch (event.type) {
      case 'wait-opened': {
        const { wait } = event;
        if (wait.kind === 'timer') this.#parts.timers.opened(facts.tenantId, wait.dueAt);
        if (wait.kind === 'message') this.#lookForMessage(facts.tenantId, wait.name, wait.correlationKey);
        if (wait.kind === 'job') this.#jobFreed(turn, wait.key);
        return;
      }
      case 'timer-repeated':
        return this.#parts.timers.opened(facts.tenantId, event.dueAt);
      case 'job-updated':
        if (event.changes.retries)
          this.#jobFreed(turn, event.key, Math.max(0, (event.changes.retryAt ?? 0) - at));
        return;
      case 'instance-resumed':
        this.#parts.timers.look();
        this.#parts.timers.opened(facts.tenantId, at);
        return this.#try('what waited for a resumed instance', this.#parts.resumed(facts.instance));
      case 'instance-ended':
        this.#parts.ended(facts.instance);
        if (facts.startedByKey !== null) this.#freeStart(facts.tenantId, facts.processId, facts.startedByKey);
        return;
      default:
        return;
    }
  }

  #jobFreed({ live }: RunTurn, key: Key, pauseMs = 0): void {
    const job = live.waits.get(key);
    if (job?.kind !== 'job') return;
    if (pauseMs === 0) this.#parts.desk.ring(job.jobType);
    this.#parts.builtIn.ready(job.jobType, encodeKey(globalKey(live.state, key)), job.retries, pauseMs);
  }

  /** All waits that are opened with the same wake-up are looked up in one query. */
  #lookForMessage(tenantId: string, name: string, correlationKey: string): void {
    if (this.#opened.length === 0)
      setImmediate(() => {
        const opened = this.#opened;
        this.#opened = [];
        this.#try('buffered messages', this.#parts.messages.match(opened));
      });
    this.#opened.push({ tenantId, name, correlationKey });
  }

  #freeStart(tenantId: string, processId: string, key: string): void {
    this.#try('buffered messages', this.#parts.messages.startFree(tenantId, processId, key));
  }

  #try(what: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#parts.fault(what, error));
  }

  #tell({ projected }: RunTurn): void {
    const { facts, events, actor, at } = projected;
    const changed = new Set(events.map(({ type }) => CHANGES[type] ?? 'instance'));
    for (const event of events)
      if (event.type === 'wait-opened' || event.type === 'wait-closed') {
        const kind =
          event.type === 'wait-opened' ? event.wait.kind : projected.closedWaits.get(event.key)?.kind;
        if (kind === 'user-task') changed.add('user-tasks');
        if (kind === 'job') changed.add('jobs');
        if (kind === 'message') changed.add('messages');
      }
    const notice: CommittedNotice = {
      tenantId: facts.tenantId,
      processInstanceKey: encodeKey({ instance: facts.instance, local: 0 }),
      rootProcessInstanceKey: encodeKey({ instance: facts.rootInstance, local: 0 }),
      processDefinitionKey: facts.definitionKey,
      processDefinitionId: facts.processId,
      changed: [...changed],
      actor,
      at,
    };
    for (const listener of this.#listeners) listener(notice);
  }
}

/** Everything else is of the instance. */
const CHANGES: Partial<Record<EventType, ChangedThing>> = {
  'element-activating': 'elements',
  'element-activated': 'elements',
  'element-completing': 'elements',
  'element-completed': 'elements',
  'element-terminating': 'elements',
  'element-terminated': 'elements',
  'flow-taken': 'elements',
  'wait-opened': 'elements',
  'wait-closed': 'elements',
  'user-task-updated': 'user-tasks',
  'user-task-transition-set': 'user-tasks',
  'job-updated': 'jobs',
  'variables-set': 'variables',
  'incident-raised': 'incidents',
  'incident-resolved': 'incidents',
};
