import type { InstanceState, Key, Wait } from '@iter/engine-core';
import type { InstanceFacts } from '../ports/instance-store.ts';

/** A live instance: its state after the last committed turn. Owned by the lane of the instance. */
export interface LiveInstance {
  /** Changed by a migration only. */
  facts: InstanceFacts;
  readonly state: InstanceState;
  version: number;
  /** The open waits as they last were; `wait-closed` names only the key. */
  readonly waits: Map<Key, Wait>;
  /** Incident → the job that stands still by it; `incident-resolved` names only the incident. */
  readonly haltedJobs: Map<Key, Key>;
  /** Length of the state as it is stored, plus its variables; the measure of memory. */
  bytes: number;
}

/**
 * The states of instances that were active lately, up to a number of stored bytes. Optimistic: another node may
 * have gone on with an instance, and the version guard of the commit finds out.
 */
export class StateCache {
  readonly #instances = new Map<number, LiveInstance>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get size(): number {
    return this.#instances.size;
  }

  /** The instance, taken out: whoever runs a turn on it puts it back when that is committed. */
  take(instance: number): LiveInstance | undefined {
    const live = this.#instances.get(instance);
    if (live) this.#remove(instance, live);
    return live;
  }

  /** Reads without taking; for what needs no turn. */
  peek(instance: number): LiveInstance | undefined {
    return this.#instances.get(instance);
  }

  put(live: LiveInstance): void {
    const { instance } = live.facts;
    const former = this.#instances.get(instance);
    if (former) this.#remove(instance, former);
    this.#instances.set(instance, live);
    this.#bytes += live.bytes;
    for (const [oldest, candidate] of this.#instances) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#remove(oldest, candidate);
    }
  }

  drop(instance: number): void {
    const live = this.#instances.get(instance);
    if (live) this.#remove(instance, live);
  }

  #remove(instance: number, live: LiveInstance): void {
    this.#instances.delete(instance);
    this.#bytes -= live.bytes;
  }
}
