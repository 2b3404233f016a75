/** Rings at about the wanted time on some node; may ring early, twice or, when its store is lost, not at all. */
export interface Alarm {
  /** Epoch milliseconds, real time. */
  set(at: number): Promise<void>;
  onRing(listener: () => void): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface BackgroundOrder {
  readonly queue: string;
  /** A second order of the same id while the first is there is the same order. */
  readonly id: string;
  readonly data: string;
  readonly delayMs?: number;
}
/** Work for the background, at least once, on any node. */
export interface Dispatch {
  enqueue(orders: readonly BackgroundOrder[]): Promise<void>;
  /** A handler that rejects gets the same order again, later. To be called before `start`. */
  work(queue: string, concurrency: number, handler: (data: string) => Promise<void>): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}
