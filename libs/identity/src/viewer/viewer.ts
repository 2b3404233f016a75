import type { Ability } from '../abilities.ts';

/** A role held in an office. */
export interface Holding {
  readonly role: string;
  readonly office: string;
}

/**
 * Who asks, and all that decides what they may see and do. Made anew for each request (or nearly so), never
 * kept in a session: a role that ends today ends today.
 */
export interface Viewer {
  readonly tenantId: string;
  readonly userId: string;
  /** Candidate groups: for each holding `role` and `role@office`. */
  readonly groups: readonly string[];
  readonly holdings: readonly Holding[];
  /** Offices whose cases the viewer follows and steers as a manager. */
  readonly managedOffices: readonly string[];
  /** Process ids, codes of the taxonomy, or `*`, as the viewer's roles own them. */
  readonly owns: readonly string[];
  /** `owns` resolved to the ids of processes that exist; without those that only `*` stands for. */
  readonly ownedProcesses: readonly string[];
  readonly abilities: readonly Ability[];
}

/** Cases of all offices are this viewer's to follow. */
export function seesAllCases(viewer: Viewer): boolean {
  return (
    viewer.abilities.includes('director') ||
    viewer.abilities.includes('machine-client') ||
    viewer.owns.includes('*')
  );
}

/** The offices in which the viewer holds any role, each once, in the order of the holdings. */
export function officesOf(viewer: Viewer): readonly string[] {
  return [...new Set(viewer.holdings.map(({ office }) => office))];
}

/** A pattern is a process id, `*`, or a code that stands for itself and all that is below it. */
export function ownsProcess(
  patterns: readonly string[],
  process: { readonly processId: string; readonly code: string | null },
): boolean {
  return patterns.some(
    (pattern) =>
      pattern === '*' ||
      pattern === process.processId ||
      (process.code !== null && (process.code === pattern || process.code.startsWith(`${pattern}.`))),
  );
}
