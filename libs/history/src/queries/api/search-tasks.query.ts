import type { TaskSearch, TaskSearchResult } from '@iter/contract';
import {
  assignedTasks,
  claimableTasks,
  completedTasks,
  sqlParameters,
  type SqlParameters,
} from '@iter/identity';
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
  const where = [LISTS[search.list](reader.viewer, 't', parameters), ...filters(reader, search, parameters)];
  const [{ rows, page }, counts] = await Promise.all([
    queryPage<TaskRowColumns>(reader.database, {
      select: TASK_ROW_SELECT,
      from: TASK_ROW_FROM,
      where,
      sort: sorting(search),
      page: search.page,
      parameters,
      countsAlong: true,
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

/** Each list is a part of what the viewer sees, so the predicate of all tasks need not be asked too. */
const LISTS = { mine: assignedTasks, offices: claimableTasks, done: completedTasks } as const;

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
  const late = `t.due_at < ${parameters.add(new Date(now))}::timestamptz`;
  const count = (condition: string): string =>
    `SELECT count(*)::integer AS total, count(*) FILTER (WHERE ${late})::integer AS late FROM user_task t WHERE ${condition}`;
  const [counts] = await database.query<TaskSearchResult['counts']>(
    `SELECT mine.total AS mine, offices.total AS offices, mine.late AS "lateMine", offices.late AS "lateOffices"
       FROM (${count(assignedTasks(viewer, 't', parameters))}) mine,
            (${count(claimableTasks(viewer, 't', parameters))}) offices`,
    parameters.values,
  );
  return counts ?? { mine: 0, offices: 0, lateMine: 0, lateOffices: 0 };
}
