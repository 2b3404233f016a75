import type { TenantClock } from '../engine.ts';
import type { Announcements, ClockStore, RealTime, TenantTimes } from '../ports/schedule.ts';

/**
 * The only `now` of turns, due timers, lists and reports: each tenant's clock, real, shifted or standing still.
 * Every node keeps all of them and hears when one is set.
 */
export class TenantClocks {
  readonly #store: ClockStore;
  readonly #realTime: RealTime;
  readonly #listeners = new Set<() => void>();
  #clocks: ReadonlyMap<string, TenantClock> = new Map();

  constructor(store: ClockStore, realTime: RealTime, announcements: Announcements) {
    this.#store = store;
    this.#realTime = realTime;
    const again = (): void => void this.reload().catch(() => undefined);
    announcements.onClock(again);
    announcements.onGap(again);
  }

  async reload(): Promise<void> {
    this.#clocks = await this.#store.all();
    for (const listener of this.#listeners) listener();
  }

  /** Called whenever a clock may have changed. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  of(tenantId: string): TenantClock {
    return this.#clocks.get(tenantId) ?? { mode: 'real' };
  }

  now(tenantId: string): number {
    const clock = this.of(tenantId);
    if (clock.mode === 'pinned') return clock.at;
    return this.#realTime() + (clock.mode === 'offset' ? clock.offsetMs : 0);
  }

  times(): TenantTimes {
    return new Map([...this.#clocks.keys()].map((tenantId) => [tenantId, this.now(tenantId)]));
  }

  /** When a tenant's clock shows `at`, in real time; undefined: never, as its clock stands still before it. */
  realTimeOf(tenantId: string, at: number): number | undefined {
    const clock = this.of(tenantId);
    if (clock.mode === 'pinned') return at <= clock.at ? this.#realTime() : undefined;
    return at - (clock.mode === 'offset' ? clock.offsetMs : 0);
  }

  async set(tenantId: string, clock: TenantClock): Promise<void> {
    await this.#store.set(tenantId, clock);
    await this.reload();
  }
}
