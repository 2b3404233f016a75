import type { SqlParameters } from '../database.ts';
import { seesAllCases, type Viewer } from '../viewer/viewer.ts';

/**
 * The one permission predicate of reads. Every query over cases, and over what belongs to a case, joins it;
 * the rules are the table in this library's README.
 *
 * Each function returns a condition in parentheses for the row called `alias` and adds its values to
 * `parameters`. Only the parts that can be true for this viewer are written, so that a plan for an employee
 * starts from the few cases of that employee.
 */

/** @param alias a row of `process_instance`, or of any table with `tenant_id` and `root_key` that says `of` */
export function visibleCases(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const tenant = `${alias}.tenant_id = ${parameters.add(viewer.tenantId)}`;
  if (seesAllCases(viewer)) return `(${tenant})`;
  const takesPart = `${alias}.root_key IN (${casesTakenPartIn(viewer, parameters)})`;
  const follows = followed(viewer, alias, parameters);
  return `(${tenant} AND (${follows === undefined ? takesPart : `${takesPart} OR ${follows}`}))`;
}

/**
 * For rows of what belongs to a case and carries its `process_instance_key`: element instances, variables,
 * incidents, jobs, messages.
 */
export function visibleThroughCase(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const tenant = `${alias}.tenant_id = ${parameters.add(viewer.tenantId)}`;
  if (seesAllCases(viewer)) return `(${tenant})`;
  const visible = visibleCases(viewer, 'visible_case', parameters);
  return `(${tenant} AND EXISTS (SELECT 1 FROM process_instance visible_case
    WHERE visible_case.process_instance_key = ${alias}.process_instance_key AND ${visible}))`;
}

/** @param alias a row of `user_task` */
export function visibleTasks(viewer: Viewer, alias: string, parameters: SqlParameters): string {
  const tenant = `${alias}.tenant_id = ${parameters.add(viewer.tenantId)}`;
  if (seesAllCases(viewer)) return `(${tenant})`;
  const user = parameters.add(viewer.userId);
  const parts = [
    `${alias}.assignee = ${user}`,
    `${alias}.completed_by = ${user}`,
    `${alias}.candidate_users @> ARRAY[${user}]::text[]`,
  ];
  if (viewer.groups.length > 0)
    parts.push(`${alias}.candidate_groups && ${parameters.add(viewer.groups)}::text[]`);
  if (viewer.managedOffices.length > 0 || viewer.ownedProcesses.length > 0) {
    const follows = followed(viewer, 'visible_case', parameters);
    parts.push(`EXISTS (SELECT 1 FROM process_instance visible_case
      WHERE visible_case.process_instance_key = ${alias}.process_instance_key AND ${follows})`);
  }
  return `(${tenant} AND (${parts.join(' OR ')}))`;
}

/** Root keys of the cases the viewer started, did something in, or has an open task in. */
function casesTakenPartIn(viewer: Viewer, parameters: SqlParameters): string {
  const tenant = parameters.add(viewer.tenantId);
  const user = parameters.add(viewer.userId);
  const open = `SELECT task.root_key FROM user_task task WHERE task.tenant_id = ${tenant} AND task.ended_at IS NULL`;
  const parts = [
    `SELECT part.root_key FROM case_participant part WHERE part.tenant_id = ${tenant} AND part.user_id = ${user}`,
    `${open} AND task.assignee = ${user}`,
    `${open} AND task.candidate_users @> ARRAY[${user}]::text[]`,
  ];
  if (viewer.groups.length > 0) {
    parts.push(`${open} AND task.candidate_groups && ${parameters.add(viewer.groups)}::text[]`);
  }
  return parts.join(' UNION ALL ');
}

/** The case, or the one it was called from, is of an office the viewer manages or a process the viewer owns. */
function followed(viewer: Viewer, alias: string, parameters: SqlParameters): string | undefined {
  const own = ofOfficeOrProcess(viewer, alias, parameters);
  if (own === undefined) return undefined;
  const root = ofOfficeOrProcess(viewer, 'root_case', parameters);
  return `(${own} OR (${alias}.root_key <> ${alias}.process_instance_key AND EXISTS (
    SELECT 1 FROM process_instance root_case WHERE root_case.process_instance_key = ${alias}.root_key AND ${root})))`;
}

function ofOfficeOrProcess(viewer: Viewer, alias: string, parameters: SqlParameters): string | undefined {
  const parts: string[] = [];
  if (viewer.managedOffices.length > 0) {
    parts.push(`${alias}.office = ANY (${parameters.add(viewer.managedOffices)}::text[])`);
  }
  if (viewer.ownedProcesses.length > 0) {
    parts.push(`${alias}.process_id = ANY (${parameters.add(viewer.ownedProcesses)}::text[])`);
  }
  return parts.length === 0 ? undefined : `(${parts.join(' OR ')})`;
}
