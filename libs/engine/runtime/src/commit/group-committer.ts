import {
  CommitUnknownError,
  StoreUnavailableError,
  type CommitPlan,
  type CounterKey,
  type CounterRequest,
  type InstanceStore,
  type TurnWrite,
} from '../ports/instance-store.ts';
import { sleep } from '../sleep.ts';

/** A turn that wants to be committed. */
export interface CommitItem {
  /** Counts a case: the number is known only inside the transaction. */
  readonly counter: CounterKey | undefined;
  /** The turn, made with the case's number where it is counted; undefined: it is not to be stored after all. */
  write(number: number | undefined): TurnWrite | undefined;
}
/**
 * - `committed` stored, once; `turn` is the one of possibly several attempts that is
 * - `lost` its version was stale, or what it answers was gone: nothing is stored
 * - `void` it did not want to be stored
 */
export type Verdict =
  { readonly is: 'committed'; readonly turn: TurnWrite } | { readonly is: 'lost' } | { readonly is: 'void' };

export interface GroupCommitterOptions {
  /** Turns of one transaction. */
  readonly maxBatch: number;
  /** Independent committers; an instance always belongs to the same. */
  readonly lanes: number;
  /** How long a store that cannot be reached is tried, in milliseconds. */
  readonly patienceMs: number;
  /** The name of a batch: a key nobody else has. */
  readonly batchKey: () => Promise<string>;
}

interface Pending {
  readonly item: CommitItem;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
  /** Attempts whose fate was unknown when last asked: a server process may still finish them. */
  readonly suspects: { readonly batch: string; readonly turn: TurnWrite }[];
}

const TRIES_ALONE = 5;

/**
 * Commits what is queued together, without a timer: a lone turn waits for nobody, and while one transaction is
 * under way the next one gathers.
 *
 * A batch is `gathering → committing → answered`. If the database refuses it, each turn is tried alone, so that
 * a bad one harms only itself. If the connection is lost meanwhile, the history tells whether the batch is
 * stored; what is not is committed again, guarded by the same version, so that of the two attempts one wins.
 */
export class GroupCommitter {
  readonly #store: InstanceStore;
  readonly #options: GroupCommitterOptions;
  readonly #lanes: { readonly queue: Pending[]; running: boolean }[];

  constructor(store: InstanceStore, options: GroupCommitterOptions) {
    this.#store = store;
    this.#options = options;
    this.#lanes = Array.from({ length: options.lanes }, () => ({ queue: [], running: false }));
  }

  /** Turns that wait for their transaction. */
  get length(): number {
    return this.#lanes.reduce((sum, lane) => sum + lane.queue.length, 0);
  }

  /** @throws StoreUnavailableError, or what the database says of this very turn */
  commit(instance: number, item: CommitItem): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      const number = instance % this.#lanes.length;
      const lane = this.#lanes[number];
      if (!lane) throw new Error(`Expected a lane ${number}`);
      lane.queue.push({ item, resolve, reject, suspects: [] });
      if (lane.running) return;
      lane.running = true;
      // Whatever else arrived with the same wake-up of this process joins the batch.
      setImmediate(() => void this.#drain(number));
    });
  }

  async #drain(number: number): Promise<void> {
    const lane = this.#lanes[number];
    if (!lane) return;
    while (lane.queue.length > 0) {
      const batch = lane.queue.splice(0, this.#options.maxBatch);
      await this.#commitBatch(batch, number).catch((error: unknown) => {
        for (const pending of batch) pending.reject(error);
      });
    }
    lane.running = false;
  }

  async #commitBatch(batch: readonly Pending[], lane: number): Promise<void> {
    try {
      await this.#attempt(batch, lane);
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      for (const pending of batch) await this.#commitAlone(pending, lane);
    }
  }

  async #commitAlone(pending: Pending, lane: number): Promise<void> {
    for (let tries = 1; ; tries += 1)
      try {
        return await this.#attempt([pending], lane);
      } catch (error) {
        // Deadlocks and their like pass; a turn the database will never take is refused soon enough.
        if (tries === TRIES_ALONE || error instanceof StoreUnavailableError) return pending.reject(error);
        await sleep(tries * 5);
      }
  }

  /** One transaction, tried again while nothing could be sent; throws where the database refused it. */
  async #attempt(batch: readonly Pending[], lane: number): Promise<void> {
    const deadline = Date.now() + this.#options.patienceMs;
    for (let tries = 1; ; tries += 1) {
      const attempt = new Attempt(await this.#options.batchKey(), batch);
      try {
        const { committed } = await this.#store.commit(attempt.plan, lane);
        return await this.#answer(attempt, committed);
      } catch (error) {
        if (error instanceof CommitUnknownError) return await this.#clearUp(attempt, lane, deadline);
        if (!(error instanceof StoreUnavailableError) || Date.now() > deadline) throw error;
        await sleep(Math.min(50 * tries, 1000));
      }
    }
  }

  async #answer(attempt: Attempt, committed: ReadonlySet<number>): Promise<void> {
    for (const { pending, turn, place } of attempt.entries()) {
      if (!turn) pending.resolve({ is: 'void' });
      else if (committed.has(place)) pending.resolve({ is: 'committed', turn });
      else await this.#answerLoser(pending);
    }
  }

  /** A turn that lost may have lost to an attempt of its own whose answer never came. */
  async #answerLoser(pending: Pending): Promise<void> {
    for (const suspect of pending.suspects)
      if (await this.#isStored(suspect.batch, suspect.turn))
        return pending.resolve({ is: 'committed', turn: suspect.turn });
    pending.resolve({ is: 'lost' });
  }

  async #isStored(batch: string, turn: TurnWrite): Promise<boolean> {
    return (await this.#store.committedBy(batch, [nameOf(turn)])).has(turn.facts.instance);
  }

  /** Asks the history for a batch whose answer never came, then commits again what it has not stored. */
  async #clearUp(attempt: Attempt, lane: number, deadline: number): Promise<void> {
    const turns = attempt.entries().flatMap(({ turn }) => turn ?? []);
    const stored = await this.#whatIsStored(attempt.batch, turns, deadline);
    const left: Pending[] = [];
    for (const { pending, turn } of attempt.entries()) {
      if (!turn) pending.resolve({ is: 'void' });
      else if (stored.has(turn.facts.instance)) pending.resolve({ is: 'committed', turn });
      else {
        pending.suspects.push({ batch: attempt.batch, turn });
        left.push(pending);
      }
    }
    for (const pending of left) await this.#commitAlone(pending, lane);
  }

  async #whatIsStored(
    batch: string,
    turns: readonly TurnWrite[],
    deadline: number,
  ): Promise<ReadonlySet<number>> {
    for (let tries = 1; ; tries += 1)
      try {
        return await this.#store.committedBy(batch, turns.map(nameOf));
      } catch (error) {
        if (Date.now() > deadline) throw new StoreUnavailableError(String(error));
        await sleep(Math.min(50 * tries, 1000));
      }
  }
}

function nameOf(turn: TurnWrite): { month: string; instance: number; turn: number } {
  return { month: turn.facts.month, instance: turn.facts.instance, turn: turn.expectedVersion + 1 };
}

/** One try of a batch: its plan, and the turns that came of it. */
class Attempt {
  readonly batch: string;
  readonly plan: CommitPlan;
  readonly #pending: readonly Pending[];
  #turns: readonly (TurnWrite | undefined)[] = [];

  constructor(batch: string, pending: readonly Pending[]) {
    this.batch = batch;
    this.#pending = pending;
    const counters = counterRequests(pending);
    this.plan = { batch, counters, write: (counted) => this.#write(counters, counted) };
  }

  /** Each pending turn with its place in the store's batch. */
  entries(): { readonly pending: Pending; readonly turn: TurnWrite | undefined; readonly place: number }[] {
    let place = -1;
    return this.#pending.map((pending, index) => {
      const turn = this.#turns[index];
      if (turn) place += 1;
      return { pending, turn, place };
    });
  }

  #write(counters: readonly CounterRequest[], counted: readonly number[]): ReturnType<CommitPlan['write']> {
    const places = new Map(counters.map((counter, index) => [counterId(counter), index]));
    const used = counters.map(() => 0);
    this.#turns = this.#pending.map(({ item }) => {
      if (!item.counter) return item.write(undefined);
      const place = places.get(counterId(item.counter)) ?? 0;
      const turn = item.write((counted[place] ?? 0) + (used[place] ?? 0) + 1);
      if (turn) used[place] = (used[place] ?? 0) + 1;
      return turn;
    });
    return { turns: this.#turns.filter((turn) => turn !== undefined), used };
  }
}

function counterRequests(pending: readonly Pending[]): CounterRequest[] {
  const requests = new Map<string, CounterRequest>();
  for (const { item } of pending) {
    if (!item.counter) continue;
    const id = counterId(item.counter);
    requests.set(id, { ...item.counter, count: (requests.get(id)?.count ?? 0) + 1 });
  }
  return [...requests.values()];
}

function counterId(counter: CounterKey): string {
  return JSON.stringify([counter.tenantId, counter.office, counter.year]);
}
