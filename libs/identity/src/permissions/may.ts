import type { ErrorCode } from '@iter/contract';
import { officesOf, ownsProcess, seesAllCases, type Viewer } from '../viewer/viewer.ts';
import type { CaseFacts, ProcessFacts, TaskFacts } from './facts.ts';

/** Why something is not allowed, as the answer will say it; null where it is. */
export type Refusal = Extract<
  ErrorCode,
  | 'FORBIDDEN'
  | 'TASK_NOT_YOURS'
  | 'TASK_ALREADY_ASSIGNED'
  | 'NOT_CANDIDATE'
  | 'PROCESS_NOT_YOURS'
  | 'OFFICE_NOT_YOURS'
> | null;

/** Somebody a task may be given to. */
export interface Assignee {
  readonly userId: string;
  readonly groups: readonly string[];
}

export function isCandidate(person: Assignee, task: TaskFacts): boolean {
  return (
    task.candidateUsers.includes(person.userId) ||
    task.candidateGroups.some((group) => person.groups.includes(group))
  );
}

/** The assignee; while there is none, any candidate. */
export function refusalToCompleteTask(viewer: Viewer, task: TaskFacts): Refusal {
  if (isForeign(viewer, task)) return 'TASK_NOT_YOURS';
  if (viewer.abilities.includes('machine-client')) return null;
  if (task.assignee !== null) return task.assignee === viewer.userId ? null : 'TASK_NOT_YOURS';
  return isCandidate(viewer, task) ? null : 'TASK_NOT_YOURS';
}

/**
 * Claiming, giving to somebody else and (`to` null) releasing. A candidate claims what nobody has; the
 * assignee releases it or hands it to another candidate; whoever steers the case gives it to anybody.
 */
export function refusalToAssignTask(viewer: Viewer, task: TaskFacts, to: Assignee | null): Refusal {
  if (isForeign(viewer, task)) return 'TASK_NOT_YOURS';
  if (refusalToSteerCase(viewer, task) === null) return null;
  const isMine = task.assignee === viewer.userId;
  if (to === null) return isMine ? null : 'TASK_NOT_YOURS';
  if (to.userId === viewer.userId) {
    if (isMine) return null;
    if (!isCandidate(viewer, task)) return 'TASK_NOT_YOURS';
    return task.assignee === null ? null : 'TASK_ALREADY_ASSIGNED';
  }
  if (!isMine) return 'TASK_NOT_YOURS';
  return isCandidate(to, task) ? null : 'NOT_CANDIDATE';
}

/** Candidates, dates and priority of a task are changed by whoever steers its case. */
export function refusalToUpdateTask(viewer: Viewer, task: TaskFacts): Refusal {
  return refusalToSteerCase(viewer, task);
}

/**
 * Canceling, resolving an incident, changing variables. The manager of the case's office, a director, the
 * owner of the process; of the case itself or of the one it was called from.
 */
export function refusalToSteerCase(viewer: Viewer, facts: CaseFacts): Refusal {
  if (isForeign(viewer, facts)) return 'FORBIDDEN';
  if (seesAllCases(viewer)) return null;
  const offices = [facts.office, facts.rootOffice];
  if (offices.some((office) => office !== null && viewer.managedOffices.includes(office))) return null;
  if ([facts.processId, facts.rootProcessId].some((id) => viewer.ownedProcesses.includes(id))) return null;
  return viewer.abilities.includes('manager') ? 'OFFICE_NOT_YOURS' : 'FORBIDDEN';
}

/**
 * Offices for which the viewer may start the process: those in which a starting role is held. `null`: any
 * office (a machine client).
 */
export function officesToStartFor(viewer: Viewer, process: ProcessFacts): readonly string[] | null {
  if (isForeign(viewer, process)) return [];
  if (viewer.abilities.includes('machine-client')) return null;
  if (process.starterGroups.length === 0 || ownsProcess(viewer.owns, process)) return officesOf(viewer);
  const starting = viewer.holdings.filter(
    ({ role, office }) =>
      process.starterGroups.includes(role) || process.starterGroups.includes(`${role}@${office}`),
  );
  return [...new Set(starting.map(({ office }) => office))];
}

/** @param office the office the case is to be run by; absent where the caller does not say */
export function refusalToStart(viewer: Viewer, process: ProcessFacts, office?: string): Refusal {
  const offices = officesToStartFor(viewer, process);
  if (offices === null) return null;
  if (offices.length === 0) return 'FORBIDDEN';
  return office === undefined || offices.includes(office) ? null : 'OFFICE_NOT_YOURS';
}

/** Drawing, publishing and withdrawing drafts of a process, a new one included. */
export function refusalToEditProcess(
  viewer: Viewer,
  process: Pick<ProcessFacts, 'tenantId' | 'processId' | 'code'>,
): Refusal {
  if (isForeign(viewer, process)) return 'PROCESS_NOT_YOURS';
  if (viewer.abilities.includes('machine-client')) return null;
  return viewer.abilities.includes('process-owner') && ownsProcess(viewer.owns, process)
    ? null
    : 'PROCESS_NOT_YOURS';
}

/** Activating, completing and failing jobs: programs, and who owns all processes. */
export function refusalToWorkJobs(viewer: Viewer): Refusal {
  return viewer.abilities.includes('machine-client') || viewer.owns.includes('*') ? null : 'FORBIDDEN';
}

/** Messages and signals reach cases that the sender need not see: an arrival is registered by an office. */
export function refusalToPublish(viewer: Viewer): Refusal {
  return viewer.abilities.includes('machine-client') || viewer.holdings.length > 0 ? null : 'FORBIDDEN';
}

export function refusalToAdminister(viewer: Viewer): Refusal {
  return viewer.abilities.includes('administrator') ? null : 'FORBIDDEN';
}

function isForeign(viewer: Viewer, thing: { readonly tenantId: string }): boolean {
  return thing.tenantId !== viewer.tenantId;
}
