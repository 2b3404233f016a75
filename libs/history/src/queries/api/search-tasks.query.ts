import type { TaskSearch, TaskSearchResult } from '@iter/contract';
import { sqlParameters, visibleTasks, type SqlParameters, type Viewer } from '@iter/identity';
import { queryPage, type Sort, type SortColumn } from '../../search/page.ts';
import { startOfDay } from './lateness.ts';
import { PROCESS_TITLE, TASK_ROW_FROM, TASK_ROW_SELECT, taskRows, type TaskRowColumns } from './task-rows.ts';
import { contains } from './text.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

const KEY: SortColumn = { sql: 't.user_task_key', type: 'bigint' };
const SORT = {
  dueDate: { sql: 't.due_at', type: 'timestamptz', nullable: true },
  createdAt: { sql: 't.created_at', type: 'timestamptz' },
  completedAt: { sql: 't.ended_at', type: 'timestamptz', nullable: true },
  name: { sql: 'coalesce(t.name, t.element_id)', type: 'text' },
  processTitle: { sql: PROCESS_TITLE, type: 'text' },
  businessId: { sql: 'root.business_id', type: 'text', nullable: true },
  priority: { sql: 't.priority', type: 'integer' },
} as const satisfies Record<string, SortColumn>;

/** `POST /api/tasks/search`: a person's lists of tasks. */
export async function searchTasks(reader: WorkplaceReader, search: TaskSearch): Promise<TaskSearchResult> {
  const parameters = sqlParameters();
  const where = [
    visibleTasks(reader.viewer, 't', parameters),
    ...inList(reader.viewer, search.list, parameters),
    ...filters(reader, search, parameters),
  ];
  const [{ rows, page }, counts] = await Promise.all([
    queryPage<TaskRowColumns>(reader.database, {
      select: TASK_ROW_SELECT,
      from: TASK_ROW_FROM,
      where,
      sort: sorting(search),
      page: search.page,
      parameters,
    }),
    countTasks(reader),
  ]);
  return { items: await taskRows(reader, rows), page, counts };
}

/** Unless told, the most pressing first, and of what is done the latest. */
function sorting({ list, sort }: TaskSearch): Sort[] {
  const byDefault: Sort =
    list === 'done' ? { column: SORT.completedAt, order: 'DESC' } : { column: SORT.dueDate, order: 'ASC' };
  const first = sort ? { column: SORT[sort.field], order: sort.order } : byDefault;
  return [first, { column: KEY, order: first.order }];
}

function inList(viewer: Viewer, list: TaskSearch['list'], parameters: SqlParameters): string[] {
  const user = parameters.add(viewer.userId);
  if (list === 'done') return [`t.completed_by = ${user}`];
  if (list === 'mine') return ['t.ended_at IS NULL', `t.assignee = ${user}`];
  return ['t.ended_at IS NULL', 't.assignee IS NULL', isCandidate(viewer, parameters)];
}

function isCandidate(viewer: Viewer, parameters: SqlParameters): string {
  const user = `t.candidate_users @> ARRAY[${parameters.add(viewer.userId)}]::text[]`;
  return `(t.candidate_groups && ${parameters.add(viewer.groups)}::text[] OR ${user})`;
}

function filters({ now }: WorkplaceReader, search: TaskSearch, parameters: SqlParameters): string[] {
  const conditions: string[] = [];
  const instant = (at: number): string => `${parameters.add(new Date(at))}::timestamptz`;
  if (search.processId !== undefined) {
    const processId = parameters.add(search.processId);
    conditions.push(`(root.process_id = ${processId} OR t.process_id = ${processId})`);
  }
  if (search.office !== undefined) {
    conditions.push(`coalesce(c.office, root.office) = ${parameters.add(search.office)}`);
  }
  if (search.due === 'late') conditions.push(`t.due_at < ${instant(now)}`);
  if (search.due === 'today' || search.due === 'week') {
    const days = search.due === 'today' ? 1 : 7;
    conditions.push(
      `t.due_at >= ${instant(startOfDay(now))} AND t.due_at < ${instant(startOfDay(now, days))}`,
    );
  }
  if (search.due === 'none') conditions.push('t.due_at IS NULL');
  const text = search.text?.trim();
  if (text) {
    const columns = ['coalesce(t.name, t.element_id)', PROCESS_TITLE, 'fact.code', 'root.business_id'];
    conditions.push(`(${columns.map((column) => contains(column, text, parameters)).join(' OR ')})`);
  }
  return conditions;
}

async function countTasks({ database, viewer, now }: WorkplaceReader): Promise<TaskSearchResult['counts']> {
  const parameters = sqlParameters();
  const mine = `t.assignee = ${parameters.add(viewer.userId)}`;
  const offices = `(t.assignee IS NULL AND ${isCandidate(viewer, parameters)})`;
  const late = `t.due_at < ${parameters.add(new Date(now))}::timestamptz`;
  const [counts] = await database.query<TaskSearchResult['counts']>(
    `SELECT count(*) FILTER (WHERE ${mine})::integer AS mine, count(*) FILTER (WHERE ${offices})::integer AS offices,
            count(*) FILTER (WHERE ${mine} AND ${late})::integer AS "lateMine",
            count(*) FILTER (WHERE ${offices} AND ${late})::integer AS "lateOffices"
       FROM user_task t
      WHERE ${visibleTasks(viewer, 't', parameters)} AND t.ended_at IS NULL AND (${mine} OR ${offices})`,
    parameters.values,
  );
  return counts ?? { mine: 0, offices: 0, lateMine: 0, lateOffices: 0 };
}
