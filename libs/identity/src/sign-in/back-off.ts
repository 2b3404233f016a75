/** Failures that cost nothing: people mistype. */
const FREE_FAILURES = 5;
const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 900;

/** Seconds for which a name is locked after so many failures in a row: 0, then doubling up to 15 minutes. */
export function lockSeconds(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(failures - FREE_FAILURES, 30), LONGEST_WAIT_SECONDS);
}

/** A row of failures is forgotten after a day without one. */
export const FAILURES_FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;
