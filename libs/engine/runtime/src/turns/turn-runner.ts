import { encodeKey, type InstanceState, type Key, type Rejection } from '@iter/engine-core';
import type { TenantClocks } from '../clock/tenant-clocks.ts';
import type { GroupCommitter } from '../commit/group-committer.ts';
import type { CompiledDefinition, DefinitionCache } from '../definitions/definition-cache.ts';
import type { Actor } from '../engine.ts';
import type { MakeEnv } from '../env/turn-env.ts';
import { localKey } from '../global-key.ts';
import { MissingError } from '../numbers.ts';
import type { InstanceStore, TurnWrite } from '../ports/instance-store.ts';
import type { KeyPair } from '../rows.ts';
import { makeFirstTurn, type StartTask } from './first-turn.ts';
import { InstanceLanes } from './instance-lanes.ts';
import type { InstanceLoader } from './instance-loader.ts';
import { runCommand, type MakeCommand, type Ran } from './run-command.ts';
import { decodeState } from './state-codec.ts';
import type { LiveInstance, StateCache } from './state-cache.ts';
import type { RunTurn, TurnWriter } from './turn-writer.ts';

/** A command to an instance that is there. */
export interface TurnTask {
  /** Any key of the instance; the command gets it as the instance counts it. */
  readonly key: KeyPair;
  /** Whose instance it must be; undefined for what the engine itself does. */
  readonly tenantId: string | undefined;
  readonly actor: Actor;
  readonly reason?: string | undefined;
  readonly command: MakeCommand;
  /** The outbox row the turn answers. */
  readonly consumes: string | null;
}
/** `gone`: what the turn was to answer had been done already. */
export type TurnResult =
  | { readonly is: 'done'; readonly turn: RunTurn }
  | { readonly is: 'rejected'; readonly rejection: Rejection; readonly suspended?: boolean }
  | { readonly is: 'gone' };

export interface TurnRunnerParts {
  readonly store: InstanceStore;
  readonly loader: InstanceLoader;
  readonly cache: StateCache;
  readonly committer: GroupCommitter;
  readonly definitions: DefinitionCache;
  readonly clocks: TenantClocks;
  readonly env: MakeEnv;
  readonly writer: TurnWriter;
  /** Called after each commit, in the order of each instance's turns. */
  readonly committed: (turn: RunTurn) => void;
}

/**
 * Runs commands: one lane per instance, the state from the cache or the store, one synchronous turn, then the
 * commit. A turn that loses is run again on the state that won. A turn that throws (a bug) throws its state away.
 */
export class TurnRunner {
  readonly #parts: TurnRunnerParts;
  readonly #lanes = new InstanceLanes();
  /** Which turn a write was made of; of several attempts the committer tells the one that is stored. */
  readonly #turns = new WeakMap<TurnWrite, RunTurn>();

  constructor(parts: TurnRunnerParts) {
    this.#parts = parts;
  }

  /** Commands that are queued or running. */
  get length(): number {
    return this.#lanes.length;
  }

  async run(task: TurnTask): Promise<TurnResult> {
    const { instance } = task.key;
    const result = await this.#lanes.run(instance, () => this.#runInLane(instance, task));
    if (result !== 'absent') return result;
    const owner = await this.#parts.store.ownerOf(instance);
    if (owner === instance) return notFound(task.key);
    const again = await this.#lanes.run(owner, () => this.#runInLane(owner, task));
    return again === 'absent' ? notFound(task.key) : again;
  }

  start(task: StartTask): Promise<TurnResult> {
    return this.#lanes.run(task.facts.instance, () => this.#startInLane(task));
  }

  /**
   * Looks at an instance between its turns.
   * @param fresh false: the state may be behind what another node has committed
   */
  read<T>(instance: number, fresh: boolean, look: (live: LiveInstance) => T): Promise<T | undefined> {
    return this.#lanes.run(instance, async () => {
      if (fresh) this.#parts.cache.drop(instance);
      const live = this.#parts.cache.take(instance) ?? (await this.#load(instance));
      if (!live) return undefined;
      this.#parts.cache.put(live);
      return look(live);
    });
  }

  async #runInLane(instance: number, task: TurnTask): Promise<TurnResult | 'absent'> {
    for (;;) {
      const cached = this.#parts.cache.take(instance);
      const live = cached ?? (await this.#load(instance));
      if (!live) return 'absent';
      const result = await this.#tryTurn(live, task, cached !== undefined);
      if (result !== 'again') return result;
    }
  }

  /** `again`: the state was behind, or something had to be fetched. */
  async #tryTurn(live: LiveInstance, task: TurnTask, cached: boolean): Promise<TurnResult | 'again'> {
    const { facts, state } = live;
    const key = localKey(state, task.key);
    if (key === undefined || (task.tenantId !== undefined && facts.tenantId !== task.tenantId)) {
      this.#parts.cache.put(live);
      return notFound(task.key);
    }
    const definition = await this.#definitionOf(live);
    const at = this.#parts.clocks.now(facts.tenantId);
    const made = await fetching((): RunTurn | Rejection => {
      const ran = runCommand(task.command, key, { live, definition, at }, this.#parts.env);
      return 'code' in ran ? ran : this.#write(live, ran, task, at);
    });
    if (made === 'again') return 'again';
    return 'code' in made ? this.#reject(live, made, cached) : this.#commit(live, made, task.consumes);
  }

  #write(live: LiveInstance, ran: Ran, { actor, reason, consumes }: TurnTask, at: number): RunTurn {
    const { outcome, ...of } = ran;
    return this.#parts.writer.make({ live, ...of, actor, reason, consumes, at }, outcome);
  }

  /** What a cached state refuses may be possible on the state that another node has committed. */
  async #reject(live: LiveInstance, rejection: Rejection, cached: boolean): Promise<TurnResult | 'again'> {
    const { instance } = live.facts;
    if (cached && (await this.#storedVersion(instance)) !== live.version) return 'again';
    this.#parts.cache.put(live);
    return { is: 'rejected', rejection, suspended: live.state.status === 'suspended' };
  }

  async #commit(live: LiveInstance, turn: RunTurn, consumes: string | null): Promise<TurnResult | 'again'> {
    const { instance } = live.facts;
    const verdict = await this.#parts.committer.commit(instance, {
      counter: undefined,
      write: () => turn.write,
    });
    if (verdict.is === 'committed') return this.#done(turn);
    if (consumes === null) return 'again';
    // Lost with the version unchanged: what the turn was to answer is gone.
    const stored = await this.#storedVersion(instance);
    return stored === turn.write.expectedVersion ? { is: 'gone' } : 'again';
  }

  #done(turn: RunTurn): TurnResult {
    const { live, write } = turn;
    live.version = write.expectedVersion + 1;
    if (write.status === 'active' || write.status === 'suspended') this.#parts.cache.put(live);
    this.#parts.committed(turn);
    return { is: 'done', turn };
  }

  async #startInLane(task: StartTask): Promise<TurnResult> {
    for (;;) {
      const attempt: { rejection?: Rejection; missing?: MissingError } = {};
      const verdict = await this.#parts.committer.commit(task.facts.instance, {
        counter: task.counted?.counter,
        write: (number) => this.#writeFirst(task, number, attempt),
      });
      if (verdict.is === 'committed') {
        const turn = this.#turns.get(verdict.turn);
        if (!turn) throw new Error(`Expected the turn that was written, but it is unknown`);
        return this.#done(turn);
      }
      // The number is this start's own, so another attempt of the same start has made the instance.
      if (verdict.is === 'lost') return { is: 'gone' };
      if (attempt.rejection) return { is: 'rejected', rejection: attempt.rejection };
      await attempt.missing?.fetch();
    }
  }

  #writeFirst(
    task: StartTask,
    number: number | undefined,
    attempt: { rejection?: Rejection; missing?: MissingError },
  ): TurnWrite | undefined {
    try {
      const made = makeFirstTurn(task, number, this.#parts);
      if ('code' in made) {
        attempt.rejection = made;
        return undefined;
      }
      this.#turns.set(made.write, made);
      return made.write;
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      attempt.missing = error;
      return undefined;
    }
  }

  async #storedVersion(instance: number): Promise<number | undefined> {
    return (await this.#parts.store.versions([instance])).get(instance);
  }

  async #load(instance: number): Promise<LiveInstance | undefined> {
    const stored = await this.#parts.loader.load(instance);
    if (!stored) return undefined;
    const state = decodeState(stored);
    const values = stored.variables.reduce((sum, variable) => sum + variable.value.length, 0);
    return {
      facts: stored.facts,
      state,
      version: stored.version,
      waits: new Map(state.waits),
      haltedJobs: haltedJobsOf(state),
      bytes: stored.state.byteLength + values,
    };
  }

  async #definitionOf(live: LiveInstance): Promise<CompiledDefinition> {
    const { definitionKey } = live.state;
    const { definitions } = this.#parts;
    const known =
      definitions.get(definitionKey) ?? (await definitions.load(live.facts.tenantId, definitionKey));
    if (!known)
      throw new Error(
        `Expected definition ${definitionKey} of instance ${live.facts.instance} to be stored, but it is not`,
      );
    return known;
  }
}

function haltedJobsOf({ incidents }: InstanceState): Map<Key, Key> {
  return new Map(
    [...incidents.values()].flatMap(({ key, jobKey }) =>
      jobKey === undefined ? [] : [[key, jobKey] as const],
    ),
  );
}

function notFound(key: KeyPair): TurnResult {
  const message = `Expected key ${encodeKey(key)} to be of a running instance, but there is none`;
  return { is: 'rejected', rejection: { code: 'NOT_FOUND', message } };
}

/** Runs a turn; where something synchronous code needs is not at hand, fetches it and asks to run again. */
async function fetching<T>(run: () => T): Promise<T | 'again'> {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    await error.fetch();
    return 'again';
  }
}
