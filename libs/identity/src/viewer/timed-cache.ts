export interface TimedCache<Value> {
  /** The value of a key; callers that come while it is being loaded share one load. */
  get(key: string, load: () => Promise<Value>, keep?: (value: Value) => boolean): Promise<Value>;
  drop(key: string): void;
  clear(): void;
}

interface Entry<Value> {
  readonly value: Promise<Value>;
  readonly until: number;
}

/** Keeps loaded values for a while, at most `capacity` of them; the oldest goes first. */
export function createTimedCache<Value>(options: {
  readonly lifetimeMs: number;
  readonly capacity: number;
  readonly now: () => number;
}): TimedCache<Value> {
  const entries = new Map<string, Entry<Value>>();
  const dropIfSame = (key: string, entry: Entry<Value>): void => {
    if (entries.get(key) === entry) entries.delete(key);
  };
  return {
    get(key, load, keep = () => true) {
      const known = entries.get(key);
      if (known && known.until > options.now()) return known.value;
      entries.delete(key);
      const entry: Entry<Value> = { value: load(), until: options.now() + options.lifetimeMs };
      entries.set(key, entry);
      entry.value.then(
        (value) => {
          if (!keep(value)) dropIfSame(key, entry);
        },
        () => dropIfSame(key, entry),
      );
      for (const oldest of entries.keys()) {
        if (entries.size <= options.capacity) break;
        entries.delete(oldest);
      }
      return entry.value;
    },
    drop: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
