/** What decides who may see and steer a case. `null` where the process has no office. */
export interface CaseFacts {
  readonly tenantId: string;
  readonly processId: string;
  readonly office: string | null;
  /** Of the case that this one was called from, however deep; the same as its own for the case itself. */
  readonly rootProcessId: string;
  readonly rootOffice: string | null;
}

/** What decides who may do what with a task that is open. */
export interface TaskFacts extends CaseFacts {
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
}

/** What decides who may start, draw and publish a process. */
export interface ProcessFacts {
  readonly tenantId: string;
  readonly processId: string;
  /** Code in the taxonomy. */
  readonly code: string | null;
  /** Groups (`role` or `role@office`) that may start it; empty: everybody who holds a role in an office. */
  readonly starterGroups: readonly string[];
}
