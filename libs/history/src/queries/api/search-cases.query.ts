import type { CaseSearch, CaseSearchResult } from '@iter/contract';
import {
  seesAllCases,
  sqlParameters,
  visibleCases,
  visibleRootCases,
  type SqlParameters,
} from '@iter/identity';
import { queryPage, type Sort, type SortColumn } from '../../search/page.ts';
import {
  CASE_HAS_INCIDENT,
  CASE_ROW_FROM,
  CASE_ROW_SELECT,
  CASE_TITLE,
  caseRows,
  type CaseRowColumns,
} from './case-rows.ts';
import { contains, escapeLike, wordsQuery } from './text.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

const KEY: SortColumn = { sql: 'c.process_instance_key', type: 'bigint' };
const SORT = {
  startedAt: { sql: 'c.started_at', type: 'timestamptz' },
  endedAt: { sql: 'c.ended_at', type: 'timestamptz', nullable: true },
  dueDate: { sql: 'c.due_at', type: 'timestamptz', nullable: true },
  businessId: { sql: 'c.business_id', type: 'text', nullable: true },
  processTitle: { sql: CASE_TITLE, type: 'text' },
} as const satisfies Record<string, SortColumn>;

const STATES = { active: 'ACTIVE', completed: 'COMPLETED', terminated: 'TERMINATED' } as const;

/** `POST /api/cases/search`. */
export async function searchCases(reader: WorkplaceReader, search: CaseSearch): Promise<CaseSearchResult> {
  const parameters = sqlParameters();
  const where = [
    (search.includeCalled ? visibleCases : visibleRootCases)(reader.viewer, 'c', parameters),
    ...filters(reader, search, parameters),
    ...(await textFilter(reader, search.text, parameters)),
  ];
  const [{ rows, page }, counts] = await Promise.all([
    queryPage<CaseRowColumns>(reader.database, {
      select: CASE_ROW_SELECT,
      from: CASE_ROW_FROM,
      where,
      sort: sorting(search),
      page: search.page,
      parameters,
      countsAlong: !seesAllCases(reader.viewer),
    }),
    countCases(reader),
  ]);
  return { items: await caseRows(reader, rows), page, counts };
}

/** Unless told, the newest first. */
function sorting({ sort }: CaseSearch): Sort[] {
  const first: Sort = sort
    ? { column: SORT[sort.field], order: sort.order }
    : { column: SORT.startedAt, order: 'DESC' };
  return [first, { column: KEY, order: first.order }];
}

function filters({ now }: WorkplaceReader, search: CaseSearch, parameters: SqlParameters): string[] {
  const conditions: string[] = [];
  if (search.state !== undefined) conditions.push(`c.state = '${STATES[search.state]}'`);
  if (search.processId !== undefined) conditions.push(`c.process_id = ${parameters.add(search.processId)}`);
  if (search.office !== undefined) conditions.push(`c.office = ${parameters.add(search.office)}`);
  if (search.late !== undefined) {
    const late = isLate(now, parameters);
    conditions.push(search.late ? late : `(${late}) IS NOT TRUE`);
  }
  if (search.incident !== undefined) conditions.push(`${search.incident ? '' : 'NOT '}${CASE_HAS_INCIDENT}`);
  return conditions;
}

function isLate(now: number, parameters: SqlParameters): string {
  return `(c.state = 'ACTIVE' AND c.due_at < ${parameters.add(new Date(now))}::timestamptz)`;
}

/**
 * In the case number (from its beginning, or its last part), in the words of the case's texts, and in title and
 * code of the process. The first three are looked up by their indexes; processes are few and found beforehand,
 * so that a search that matches none of them does not read every case.
 */
async function textFilter(
  reader: WorkplaceReader,
  text: string | undefined,
  parameters: SqlParameters,
): Promise<string[]> {
  const wanted = text?.trim().replaceAll('\0', '');
  if (!wanted) return [];
  const tenant = parameters.add(reader.viewer.tenantId);
  const keys = [
    `SELECT n.process_instance_key FROM process_instance n
      WHERE n.tenant_id = ${tenant} AND n.business_id IS NOT NULL
        AND lower(n.business_id) LIKE ${parameters.add(`${escapeLike(wanted.toLowerCase())}%`)}`,
    `SELECT n.process_instance_key FROM process_instance n
      WHERE n.tenant_id = ${tenant} AND n.business_id IS NOT NULL
        AND split_part(n.business_id, '/', 3) = ${parameters.add(wanted)}`,
  ];
  const words = wordsQuery(wanted);
  if (words !== undefined) {
    keys.push(`SELECT v.process_instance_key FROM variable v
      WHERE v.tenant_id = ${tenant} AND v.search_text IS NOT NULL
        AND to_tsvector('simple', v.search_text) @@ to_tsquery('simple', ${parameters.add(words)})`);
  }
  const processes = await processesNamed(reader, wanted);
  const named = processes.length === 0 ? undefined : parameters.add(processes);
  // Who sees all reads the newest cases until a page is full; for others all of the process's keys are met with theirs.
  const either =
    named !== undefined && seesAllCases(reader.viewer) ? ` OR c.process_id = ANY (${named}::text[])` : '';
  if (named !== undefined && either === '') {
    keys.push(`SELECT n.process_instance_key FROM process_instance n
      WHERE n.tenant_id = ${tenant} AND n.process_id = ANY (${named}::text[])`);
  }
  return [`(c.process_instance_key IN (${keys.join(' UNION ALL ')})${either})`];
}

async function processesNamed({ database, viewer }: WorkplaceReader, text: string): Promise<string[]> {
  const parameters = sqlParameters();
  const rows = await database.query<{ process_id: string }>(
    `SELECT process_id FROM process_fact
      WHERE tenant_id = ${parameters.add(viewer.tenantId)}
        AND (${contains('title', text, parameters)} OR lower(code) LIKE ${parameters.add(`${escapeLike(text.toLowerCase())}%`)})`,
    parameters.values,
  );
  return rows.map((row) => row.process_id);
}

/** Beyond this number a count says no more than "very many", and costs. */
const COUNTED = 10_000;

/** What the viewer has in view at all, whatever the filter. */
async function countCases({ database, viewer, now }: WorkplaceReader): Promise<CaseSearchResult['counts']> {
  const parameters = sqlParameters();
  const late = isLate(now, parameters);
  const cases = `process_instance c WHERE c.state = 'ACTIVE' AND ${visibleRootCases(viewer, 'c', parameters)}`;
  const halted = 'SELECT i.root_key FROM incident i WHERE i.resolved_at IS NULL';
  const counted = (condition: string): string =>
    `(SELECT count(*)::integer FROM (SELECT 1 FROM ${cases} AND ${condition} LIMIT ${COUNTED}) counted)`;
  const [counts] = await database.query<CaseSearchResult['counts']>(
    seesAllCases(viewer)
      ? `SELECT ${counted('TRUE')} AS active, ${counted(late)} AS late,
                ${counted(`c.root_key IN (${halted})`)} AS incidents`
      : `SELECT count(*)::integer AS active, count(*) FILTER (WHERE ${late})::integer AS late,
                count(*) FILTER (WHERE c.root_key IN (${halted}))::integer AS incidents
           FROM ${cases}`,
    parameters.values,
  );
  return counts ?? { active: 0, late: 0, incidents: 0 };
}
