import type { UserTaskResult, UserTaskSearch } from '@iter/contract';
import { seesAllCases, sqlParameters, visibleTask, visibleTasks } from '@iter/identity';
import { namedInstance } from '../../search/named-instance.ts';
import { queryPage } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import type { SearchResult } from './search-process-instances.query.ts';
import {
  TASK_FORM,
  TASK_FROM,
  TASK_KEY,
  TASK_SELECT,
  TASK_SORT,
  taskConditions,
  taskResult,
  type TaskColumns,
} from './user-task.sql.ts';

/** `POST /v2/user-tasks/search`. */
export async function searchUserTasks(
  { database, viewer }: Reader,
  search: UserTaskSearch,
): Promise<SearchResult<UserTaskResult>> {
  const parameters = sqlParameters();
  const { filter } = search;
  const keys = [filter?.processInstanceKey, filter?.elementInstanceKey, filter?.userTaskKey];
  const named = namedInstance(keys, 't.process_instance_key', parameters);
  const visible = named.length > 0 ? visibleTask : visibleTasks;
  const { rows, page } = await queryPage<TaskColumns>(database, {
    select: TASK_SELECT,
    from: TASK_FROM,
    joins: TASK_FORM,
    where: [visible(viewer, 't', parameters), ...named, ...taskConditions(filter, parameters)],
    sort: sortBy(TASK_SORT, search.sort, TASK_KEY),
    page: search.page,
    parameters,
    countsAlong: !seesAllCases(viewer),
  });
  return { items: rows.map(taskResult), page };
}

/** `GET /v2/user-tasks/{userTaskKey}`; undefined where it is unknown or unseen. */
export async function getUserTask(reader: Reader, userTaskKey: string): Promise<UserTaskResult | undefined> {
  const { items } = await searchUserTasks(reader, { filter: { userTaskKey }, page: { limit: 1 } });
  return items[0];
}
