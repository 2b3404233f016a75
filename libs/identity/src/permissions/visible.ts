import type { SqlParameters } from '../database.ts';
import { seesAllCases, type Viewer } from '../viewer/viewer.ts';

/**
 * The one permission predicate of reads; the rules are the table in this library's README. Every query over
 * cases, and over what belongs to a case, joins it. Each function returns a condition in parentheses for the row
 * called `alias` and adds its values to `parameters`.
 *
 * It comes in two forms that say the same, because one plan cannot serve both: `visibleCases` and `visibleTasks`
 * begin with what the viewer sees and suit searches; `visibleCase` and `visibleTask` ask one row after the other
 * and suit reads that name the instance or the task. With 400,000 cases the wrong form costs a second.
 */

/** @param alias a row of `process_instance` */
export function visibleCases(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const tenant = ofTenant(viewer, alias, parameters);
  if (seesAllCases(viewer)) return `(${tenant})`;
  return `(${tenant} AND ${alias}.process_instance_key IN (${withCalled(seenCases(viewer, parameters))}))`;
}

/** The same for the roots of cases alone, which is what lists of cases show. */
export function visibleRootCases(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const root = `${ofTenant(viewer, alias, parameters)} AND ${alias}.root_key = ${alias}.process_instance_key`;
  if (seesAllCases(viewer)) return `(${root})`;
  return `(${root} AND ${alias}.process_instance_key IN (${seenCases(viewer, parameters).join(' UNION ALL ')}))`;
}

/** @param alias a row of `process_instance` that the query names by its key */
export function visibleCase(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const tenant = ofTenant(viewer, alias, parameters);
  if (seesAllCases(viewer)) return `(${tenant})`;
  const user = parameters.add(viewer.userId);
  const parts = [
    `EXISTS (SELECT 1 FROM case_participant part
      WHERE part.tenant_id = ${alias}.tenant_id AND part.user_id = ${user} AND part.root_key = ${alias}.root_key)`,
    `EXISTS (SELECT 1 FROM user_task task
      WHERE task.root_key = ${alias}.root_key AND ${anyOf(ownOpenTasks(viewer, 'task', parameters))})`,
    ...followed(viewer, alias, parameters),
  ];
  return `(${tenant} AND ${anyOf(parts)})`;
}

/** @param alias a row of `user_task` */
export function visibleTasks(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const tenant = ofTenant(viewer, alias, parameters);
  if (seesAllCases(viewer)) return `(${tenant})`;
  const keys = ownTasks(viewer, 'task', parameters).map(
    (own) => `SELECT task.process_instance_key, task.user_task_key FROM user_task task
      WHERE ${ofTenant(viewer, 'task', parameters)} AND ${own}`,
  );
  const followedCases = followedKeys(viewer, parameters);
  if (followedCases.length > 0) {
    keys.push(`SELECT task.process_instance_key, task.user_task_key FROM user_task task
      WHERE task.process_instance_key IN (${withCalled(followedCases)})`);
  }
  return `(${tenant} AND (${alias}.process_instance_key, ${alias}.user_task_key) IN (${keys.join(' UNION ALL ')}))`;
}

/** @param alias a row of `user_task` that the query names by its key */
export function visibleTask(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const tenant = ofTenant(viewer, alias, parameters);
  if (seesAllCases(viewer)) return `(${tenant})`;
  const parts = ownTasks(viewer, alias, parameters);
  const follows = followed(viewer, 'task_case', parameters);
  if (follows.length > 0) {
    parts.push(`EXISTS (SELECT 1 FROM process_instance task_case
      WHERE task_case.process_instance_key = ${alias}.process_instance_key AND ${anyOf(follows)})`);
  }
  return `(${tenant} AND ${anyOf(parts)})`;
}

/** Open tasks that the viewer has. A part of `visibleTasks`, and complete by itself. */
export function assignedTasks(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  return `(${ofTenant(viewer, alias, parameters)} AND ${assigned(viewer, alias, parameters)})`;
}

/** Open tasks that nobody has and the viewer may take. A part of `visibleTasks`, and complete by itself. */
export function claimableTasks(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const candidate = anyOf(candidateFor(viewer, alias, parameters));
  return `(${ofTenant(viewer, alias, parameters)} AND ${alias}.assignee IS NULL AND ${candidate})`;
}

/** Tasks that the viewer completed. A part of `visibleTasks`, and complete by itself. */
export function completedTasks(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  return `(${ofTenant(viewer, alias, parameters)} AND ${completed(viewer, alias, parameters)})`;
}

function ofTenant(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  return `${alias}.tenant_id = ${parameters.add(viewer.tenantId)}`;
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.map((condition) => `(${condition})`).join(' OR ')})`;
}

function assigned(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  return `${alias}.ended_at IS NULL AND ${alias}.assignee = ${parameters.add(viewer.userId)}`;
}

function completed(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  return `${alias}.completed_by = ${parameters.add(viewer.userId)}`;
}

/** The emptiness is asked for because the partial indexes are made with it. */
function candidateFor(viewer: Viewer, alias: string, parameters: SqlParameters): string[] {
  const user = parameters.add(viewer.userId);
  const asUser = `${alias}.ended_at IS NULL AND ${alias}.candidate_users <> '{}'
    AND ${alias}.candidate_users @> ARRAY[${user}]::text[]`;
  if (viewer.groups.length === 0) return [asUser];
  const asMember = `${alias}.ended_at IS NULL AND ${alias}.candidate_groups <> '{}'
    AND ${alias}.candidate_groups && ${parameters.add(viewer.groups)}::text[]`;
  return [asUser, asMember];
}

function ownOpenTasks(viewer: Viewer, alias: string, parameters: SqlParameters): string[] {
  return [assigned(viewer, alias, parameters), ...candidateFor(viewer, alias, parameters)];
}

/** Candidates see a task while it is open; afterwards who completed it does. */
function ownTasks(viewer: Viewer, alias: string, parameters: SqlParameters): string[] {
  return [...ownOpenTasks(viewer, alias, parameters), completed(viewer, alias, parameters)];
}

/** Selects of keys: roots of cases the viewer takes part in or has an open task in, and followed instances. */
function seenCases(viewer: Viewer, parameters: SqlParameters): string[] {
  const tenant = parameters.add(viewer.tenantId);
  const participations = `SELECT part.root_key FROM case_participant part
    WHERE part.tenant_id = ${tenant} AND part.user_id = ${parameters.add(viewer.userId)}`;
  const tasks = ownOpenTasks(viewer, 'task', parameters).map(
    (own) => `SELECT task.root_key FROM user_task task WHERE task.tenant_id = ${tenant} AND ${own}`,
  );
  return [participations, ...tasks, ...followedKeys(viewer, parameters)];
}

/** Selects of the keys of instances of offices that the viewer manages and of processes that the viewer owns. */
function followedKeys(viewer: Viewer, parameters: SqlParameters): string[] {
  return ofOfficeOrProcess(viewer, 'followed', parameters).map(
    (follows) => `SELECT followed.process_instance_key FROM process_instance followed
      WHERE followed.tenant_id = ${parameters.add(viewer.tenantId)} AND ${follows}`,
  );
}

/** What is seen of a case is seen of all that it called. */
function withCalled(selects: readonly string[]): string {
  return `WITH seen (key) AS (${selects.join(' UNION ALL ')})
    SELECT seen.key FROM seen
    UNION ALL
    SELECT called.process_instance_key FROM seen
      JOIN process_instance called ON called.root_key = seen.key AND called.root_key <> called.process_instance_key`;
}

/** The instance, or the root it was called from, is of an office or a process of the viewer. */
function followed(viewer: Viewer, alias: string, parameters: SqlParameters): string[] {
  const own = ofOfficeOrProcess(viewer, alias, parameters);
  if (own.length === 0) return [];
  const root = anyOf(ofOfficeOrProcess(viewer, 'root_case', parameters));
  return [
    ...own,
    `${alias}.root_key <> ${alias}.process_instance_key AND EXISTS (SELECT 1 FROM process_instance root_case
      WHERE root_case.process_instance_key = ${alias}.root_key AND ${root})`,
  ];
}

function ofOfficeOrProcess(viewer: Viewer, alias: string, parameters: SqlParameters): string[] {
  const parts: string[] = [];
  if (viewer.managedOffices.length > 0) {
    parts.push(
      `${alias}.office IS NOT NULL AND ${alias}.office = ANY (${parameters.add(viewer.managedOffices)}::text[])`,
    );
  }
  if (viewer.ownedProcesses.length > 0) {
    parts.push(`${alias}.process_id = ANY (${parameters.add(viewer.ownedProcesses)}::text[])`);
  }
  return parts;
}
