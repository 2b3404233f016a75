/**
 * One lane per instance: its commands run one after the other, each when the one before is committed, while
 * other instances go on. A lane is there only while something is in it.
 */
export class InstanceLanes {
  readonly #lanes = new Map<number, (() => Promise<void>)[]>();
  #waiting = 0;

  /** Commands that are queued or running. */
  get length(): number {
    return this.#waiting;
  }

  /** Runs `work` when the lane is free. */
  run<T>(instance: number, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const entry = () =>
        work()
          .finally(() => (this.#waiting -= 1))
          .then(resolve, reject);
      this.#waiting += 1;
      const lane = this.#lanes.get(instance);
      if (lane) {
        lane.push(entry);
        return;
      }
      this.#lanes.set(instance, [entry]);
      void this.#drain(instance);
    });
  }

  async #drain(instance: number): Promise<void> {
    const lane = this.#lanes.get(instance);
    while (lane && lane.length > 0) {
      await lane[0]?.();
      lane.shift();
    }
    this.#lanes.delete(instance);
  }
}
