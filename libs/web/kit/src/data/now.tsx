import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

/** The product's clock: the tenant's, which may be offset or pinned, never the browser's alone. */
export type Clock = () => Date;

const ClockContext = createContext<Clock>(() => new Date());

export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

const EVERY_MS = 60_000;

/** The current moment, renewed every minute so that "scade oggi" becomes "in ritardo" by itself. */
export function useNow(): Date {
  const clock = useContext(ClockContext);
  const [read, setRead] = useState(() => ({ clock, now: clock() }));
  useEffect(() => {
    const timer = setInterval(() => setRead({ clock, now: clock() }), EVERY_MS);
    return () => clearInterval(timer);
  }, [clock]);
  // A clock that has been moved counts at once.
  return read.clock === clock ? read.now : clock();
}
