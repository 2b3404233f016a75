/** A clock that moves only when told. */
export interface FakeClock {
  /** Epoch milliseconds. Usable wherever a function of the present is asked for. */
  readonly now: () => number;
  set(at: number | string): void;
  /** Forward by so many milliseconds, or backward. */
  advance(milliseconds: number): void;
}

/** @param start epoch milliseconds or an ISO 8601 date-time with its offset */
export function fakeClock(start: number | string = '2027-01-15T09:00:00+01:00'): FakeClock {
  let at = instant(start);
  return {
    now: () => at,
    set(next) {
      at = instant(next);
    },
    advance(milliseconds) {
      at += milliseconds;
    },
  };
}

function instant(value: number | string): number {
  const at = typeof value === 'number' ? value : Date.parse(value);
  if (!Number.isFinite(at)) throw new Error(`Expected an instant, but got '${value}'`);
  return at;
}
