import { isKept, type Key, type Outcome, type Wait } from '@iter/engine-core';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import { payloadOf, targetOf } from '../effects/payload.ts';
import type { Actor } from '../engine.ts';
import type { StoredEffect } from '../ports/effects.ts';
import type { InstanceFacts, TurnWrite } from '../ports/instance-store.ts';
import type { RealTime } from '../ports/schedule.ts';
import type { Projection } from '../projection.ts';
import type { TableSpec } from '../rows.ts';
import { foldRows } from '../tables/fold-rows.ts';
import { ENGINE_TABLES } from '../tables/engine-tables.ts';
import { projectEngine, type EngineTurn } from '../tables/engine.projection.ts';
import { encodeState } from './state-codec.ts';
import type { LiveInstance } from './state-cache.ts';

/** An accepted turn: what is written of it, and what is told after the commit. */
export interface RunTurn {
  readonly live: LiveInstance;
  readonly write: TurnWrite;
  readonly projected: EngineTurn;
  readonly effects: readonly StoredEffect[];
}

export interface TurnWriterOptions {
  readonly projections: readonly Projection[];
  readonly realTime: RealTime;
  /** A key for a row of the outbox. */
  readonly effectKey: () => string;
}
export interface TurnInput {
  readonly live: LiveInstance;
  readonly definition: CompiledDefinition;
  /** Type of the command that ran. */
  readonly command: string;
  readonly actor: Actor;
  readonly reason?: string | undefined;
  /** What the instance was before its migration. */
  readonly former?: InstanceFacts;
  readonly consumes: string | null;
  readonly at: number;
}
type Accepted = Extract<Outcome, { accepted: true }>;

/** Turns the outcome of `advance` into rows. */
export class TurnWriter {
  readonly #options: TurnWriterOptions;
  readonly #tables: ReadonlyMap<string, TableSpec>;

  constructor(options: TurnWriterOptions) {
    this.#options = options;
    const tables = [...ENGINE_TABLES, ...options.projections.flatMap((projection) => projection.tables)];
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  /** @throws MissingError when keys for effects must be fetched */
  make(input: TurnInput, outcome: Accepted): RunTurn {
    const { live, definition, at, actor, reason, command } = input;
    const projected: EngineTurn = {
      facts: live.facts,
      graph: definition.graph,
      turn: live.version + 1,
      at,
      realTime: this.#options.realTime(),
      actor,
      reason,
      command,
      events: outcome.events,
      state: live.state,
      closedWaits: followWaits(live, outcome),
      freedJobs: [...followIncidents(live, outcome), ...resumedJobs(live, outcome)],
      former: input.former,
    };
    const effects = outcome.effects.map((effect) => ({
      key: this.#options.effectKey(),
      tenantId: live.facts.tenantId,
      target: targetOf(effect),
      payload: JSON.stringify(payloadOf(effect, live.facts, live.state.definitionKey)),
      actor,
    }));
    return { live, projected, effects, write: this.#write(input, projected, effects) };
  }

  #write(input: TurnInput, projected: EngineTurn, effects: readonly StoredEffect[]): TurnWrite {
    const { live, definition, at, actor, reason, consumes, command } = input;
    const { status } = live.state;
    const state = encodeState(live.state);
    live.bytes = state.byteLength;
    const kept = projected.events.filter((event) => isKept(event, definition.graph.historyLevel));
    const readModels = this.#options.projections.flatMap((projection) => projection.project(projected));
    const rows = [...projectEngine(projected), ...readModels];
    return {
      facts: live.facts,
      expectedVersion: live.version,
      state,
      status: status === 'new' ? 'active' : status,
      at,
      actor,
      reason: reason ?? null,
      command,
      redefined: input.former !== undefined,
      history: JSON.stringify(kept),
      rows: foldRows(rows, this.#tables),
      effects,
      consumes,
    };
  }
}

/** Keeps the record of open waits up to date; returns those that were closed. */
function followWaits({ waits, state }: LiveInstance, outcome: Accepted): ReadonlyMap<Key, Wait> {
  const closed = new Map<Key, Wait>();
  for (const event of outcome.events) {
    if (event.type === 'wait-opened') waits.set(event.wait.key, event.wait);
    if (event.type !== 'wait-closed') continue;
    const wait = waits.get(event.key);
    if (wait) closed.set(event.key, wait);
    waits.delete(event.key);
  }
  for (const key of outcome.touched.waits) {
    const wait = state.waits.get(key);
    if (wait) waits.set(key, wait);
  }
  return closed;
}

/** Keeps the record of jobs that stand still; returns those that may go on. */
function followIncidents({ haltedJobs, state }: LiveInstance, outcome: Accepted): readonly Key[] {
  const freed: Key[] = [];
  for (const event of outcome.events) {
    if (event.type === 'incident-raised' && event.incident.jobKey !== undefined)
      haltedJobs.set(event.incident.key, event.incident.jobKey);
    if (event.type !== 'incident-resolved') continue;
    const job = haltedJobs.get(event.key);
    haltedJobs.delete(event.key);
    if (job !== undefined && state.waits.has(job)) freed.push(job);
  }
  return freed;
}

/** Jobs of an instance that was suspended are free again. */
function resumedJobs({ state }: LiveInstance, { events }: Accepted): readonly Key[] {
  if (!events.some(({ type }) => type === 'instance-resumed')) return [];
  const opened = new Set(events.map((event) => (event.type === 'wait-opened' ? event.wait.key : undefined)));
  return [...state.waits.values()].flatMap((wait) =>
    wait.kind === 'job' && wait.retries > 0 && !opened.has(wait.key) ? [wait.key] : [],
  );
}
