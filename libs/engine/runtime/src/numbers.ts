import { encodeKey, LOCAL_NUMBERS } from '@iter/engine-core';
import type { InstanceStore } from './ports/instance-store.ts';

const BLOCK = 1000;
/** Blocks are fetched before the last is used up: a turn that needs a number cannot wait for one. */
const LOW = 300;

/** Something a synchronous turn needs is not there yet: fetch it, and run the command again. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
  readonly fetch: () => Promise<void>;

  constructor(what: string, fetch: () => Promise<void>) {
    super(`Expected ${what} at hand, but it must be fetched`);
    this.fetch = fetch;
  }
}

/** Instance numbers from blocks that only this node has. Numbers of a block that is not used up are lost. */
export class Numbers {
  readonly #store: Pick<InstanceStore, 'takeNumbers'>;
  #next = 0;
  #end = 0;
  #following: { first: number } | undefined;
  #fetching: Promise<void> | undefined;

  constructor(store: Pick<InstanceStore, 'takeNumbers'>) {
    this.#store = store;
  }

  /** @throws MissingError when the block is used up; its `fetch` brings the next one */
  draw(): number {
    if (this.#next === this.#end) {
      if (!this.#following) throw new MissingError('an instance number', () => this.ready());
      this.#next = this.#following.first;
      this.#end = this.#next + BLOCK;
      this.#following = undefined;
    }
    if (this.#end - this.#next < LOW && !this.#following) void this.#fetch().catch(() => undefined);
    const number = this.#next;
    this.#next += 1;
    return number;
  }

  /** A key that belongs to no instance, such as a definition's. */
  async key(): Promise<string> {
    await this.ready();
    return encodeKey({ instance: this.draw(), local: 0 });
  }

  /** Resolves when a number can be drawn. */
  async ready(): Promise<void> {
    if (this.#next === this.#end && !this.#following) await this.#fetch();
  }

  #fetch(): Promise<void> {
    this.#fetching ??= this.#store
      .takeNumbers(BLOCK)
      .then((first) => {
        this.#following = { first };
      })
      .finally(() => {
        this.#fetching = undefined;
      });
    return this.#fetching;
  }
}

/** Keys of outbox rows: all local numbers of one instance number after the other. */
export class EffectKeys {
  readonly #numbers: Pick<Numbers, 'draw'>;
  #instance = 0;
  #local = LOCAL_NUMBERS;

  constructor(numbers: Pick<Numbers, 'draw'>) {
    this.#numbers = numbers;
  }

  /** @throws MissingError when a number must be fetched first */
  next(): string {
    if (this.#local === LOCAL_NUMBERS) {
      this.#instance = this.#numbers.draw();
      this.#local = 0;
    }
    const key = encodeKey({ instance: this.#instance, local: this.#local });
    this.#local += 1;
    return key;
  }
}
