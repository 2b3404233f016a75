import type { InstanceStore, StoredInstance } from '../ports/instance-store.ts';

/** Instances that are asked for with the same wake-up are read in one query. */
export class InstanceLoader {
  readonly #store: Pick<InstanceStore, 'load'>;
  #wanted = new Map<number, ((found: Promise<StoredInstance | undefined>) => void)[]>();

  constructor(store: Pick<InstanceStore, 'load'>) {
    this.#store = store;
  }

  load(instance: number): Promise<StoredInstance | undefined> {
    return new Promise((resolve) => {
      if (this.#wanted.size === 0) setImmediate(() => this.#read());
      const askers = this.#wanted.get(instance);
      if (askers) askers.push(resolve);
      else this.#wanted.set(instance, [resolve]);
    });
  }

  #read(): void {
    const wanted = this.#wanted;
    this.#wanted = new Map();
    const read = this.#store
      .load([...wanted.keys()])
      .then((found) => new Map(found.map((stored) => [stored.facts.instance, stored])));
    for (const [instance, askers] of wanted)
      for (const resolve of askers) resolve(read.then((found) => found.get(instance)));
  }
}
