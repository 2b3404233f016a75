import {
  sqlParameters,
  visibleCase,
  visibleTask,
  type CaseFacts,
  type Database,
  type ProcessFacts,
  type TaskFacts,
} from '@iter/identity';
import type { UserTaskState } from '@iter/contract';
import { keyParameter } from '../search/filter.ts';
import type { Reader } from './reader.ts';
import { instanceKeyOf } from './rows.ts';

/**
 * What a command has to know before it is allowed. Not filtered by the predicate, so that the answer can tell
 * what is gone (404) from what is somebody else's (403); `visible` says what the predicate says.
 */
export interface KnownCase extends CaseFacts {
  readonly processInstanceKey: string;
  readonly rootKey: string;
  readonly isActive: boolean;
  readonly visible: boolean;
}
export interface KnownTask extends TaskFacts {
  readonly userTaskKey: string;
  readonly elementId: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly rootKey: string;
  readonly state: UserTaskState;
  readonly isOpen: boolean;
  readonly visible: boolean;
}

const CASE_COLUMNS = `c.tenant_id AS "tenantId", c.process_id AS "processId", c.office,
  root.process_id AS "rootProcessId", root.office AS "rootOffice",
  c.process_instance_key AS "processInstanceKey", c.root_key AS "rootKey"`;

/** @param key of a process instance, or of anything in one: an element instance, a job, an incident */
export async function findCaseFacts(
  { database, viewer }: Reader,
  key: string,
): Promise<KnownCase | undefined> {
  const parameters = sqlParameters();
  const placeholder = parameters.add(keyParameter(key));
  const [row] = await database.query<KnownCase>(
    `SELECT ${CASE_COLUMNS}, c.state = 'ACTIVE' AS "isActive", ${visibleCase(viewer, 'c', parameters)} AS visible
       FROM process_instance c JOIN process_instance root ON root.process_instance_key = c.root_key
      WHERE c.tenant_id = ${parameters.add(viewer.tenantId)} AND c.process_instance_key = ${instanceKeyOf(placeholder)}`,
    parameters.values,
  );
  return row;
}

export async function findTaskFacts(
  { database, viewer }: Reader,
  userTaskKey: string,
): Promise<KnownTask | undefined> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(userTaskKey));
  const [row] = await database.query<KnownTask>(
    `SELECT ${CASE_COLUMNS}, t.user_task_key AS "userTaskKey", t.element_id AS "elementId",
            t.process_definition_key AS "processDefinitionKey", t.state, t.ended_at IS NULL AS "isOpen",
            t.assignee, t.candidate_groups AS "candidateGroups", t.candidate_users AS "candidateUsers",
            ${visibleTask(viewer, 't', parameters)} AS visible
       FROM user_task t
       JOIN process_instance c ON c.process_instance_key = t.process_instance_key
       JOIN process_instance root ON root.process_instance_key = t.root_key
      WHERE t.tenant_id = ${parameters.add(viewer.tenantId)}
        AND t.process_instance_key = ${instanceKeyOf(key)} AND t.user_task_key = ${key}::bigint`,
    parameters.values,
  );
  return row;
}

export interface KnownProcess extends ProcessFacts {
  readonly title: string;
  readonly processDefinitionKey: string;
  readonly version: number;
}

/** The latest version of a process and what is known of it; undefined where none was deployed. */
export async function findProcessFacts(
  database: Database,
  tenantId: string,
  processId: string,
): Promise<KnownProcess | undefined> {
  const [row] = await database.query<KnownProcess>(
    `SELECT d.tenant_id AS "tenantId", d.process_id AS "processId", fact.code,
            coalesce(fact.starter_groups, '{}') AS "starterGroups", coalesce(fact.title, d.name, d.process_id) AS title,
            d.definition_key AS "processDefinitionKey", d.version
       FROM process_definition d
       LEFT JOIN process_fact fact ON fact.tenant_id = d.tenant_id AND fact.process_id = d.process_id
      WHERE d.tenant_id = $1 AND d.process_id = $2
      ORDER BY d.version DESC LIMIT 1`,
    [tenantId, processId],
  );
  return row;
}
