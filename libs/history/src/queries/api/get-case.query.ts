import type { CaseDetail } from '@iter/contract';
import { refusalToSteerCase, sqlParameters, visibleCase } from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import { findCaseFacts } from '../facts.query.ts';
import { searchVariables } from '../v2/variables.query.ts';
import { CASE_ROW_FROM, CASE_ROW_SELECT, CASE_TITLE, caseRows, type CaseRowColumns } from './case-rows.ts';
import { caseIncidents } from './case-incidents.query.ts';
import { caseOperations } from './case-operations.query.ts';
import { caseSteps, findCaseSteps, usersIn } from './case-steps.query.ts';
import { loadLabels } from './labels.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

/** `GET /api/cases/{processInstanceKey}`: the page of a case; undefined where it is unknown or unseen. */
export async function getCase(
  reader: WorkplaceReader,
  processInstanceKey: string,
): Promise<CaseDetail | undefined> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(processInstanceKey));
  const [row] = await reader.database.query<CaseRowColumns>(
    `SELECT ${CASE_ROW_SELECT} FROM ${CASE_ROW_FROM}
      WHERE c.process_instance_key = ${key}::bigint AND ${visibleCase(reader.viewer, 'c', parameters)}`,
    parameters.values,
  );
  const facts = row && (await findCaseFacts(reader, processInstanceKey));
  if (!row || !facts) return undefined;
  const [[shown], parent, calls, steps, variables, incidents, operations] = await Promise.all([
    caseRows(reader, [row]),
    findParent(reader, row.parent_key),
    findCalls(reader, row),
    findCaseSteps(reader, processInstanceKey),
    searchVariables(reader, {
      filter: { scopeKey: processInstanceKey },
      sort: [{ field: 'name', order: 'ASC' }],
      page: { limit: 1000 },
    }),
    caseIncidents(reader, processInstanceKey),
    caseOperations(reader, processInstanceKey),
  ]);
  if (!shown) return undefined;
  const steers = facts.isActive && refusalToSteerCase(reader.viewer, facts) === null;
  return {
    case: shown,
    parent,
    calls,
    steps: caseSteps(steps, await loadLabels(reader, usersIn(steps)), reader.now),
    variables: variables.items,
    incidents,
    operations,
    abilities: {
      cancel: steers,
      suspend: steers && !shown.suspended,
      resume: steers && shown.suspended,
      resolve: steers && !shown.suspended,
      editVariables: steers,
    },
  };
}

/** The owner of a shared process sees its cases, and not always those that called them. */
async function findParent(
  { database, viewer }: WorkplaceReader,
  parentKey: string | null,
): Promise<CaseDetail['parent']> {
  if (parentKey === null) return null;
  const parameters = sqlParameters();
  const [row] = await database.query<NonNullable<CaseDetail['parent']>>(
    `SELECT c.process_instance_key AS "processInstanceKey", ${CASE_TITLE} AS "processTitle"
       FROM ${CASE_ROW_FROM}
      WHERE c.process_instance_key = ${parameters.add(parentKey)}::bigint AND ${visibleCase(viewer, 'c', parameters)}`,
    parameters.values,
  );
  return row ?? null;
}

function findCalls({ database }: WorkplaceReader, row: CaseRowColumns): Promise<CaseDetail['calls']> {
  return database.query<CaseDetail['calls'][number]>(
    `SELECT c.process_instance_key AS "processInstanceKey", ${CASE_TITLE} AS "processTitle",
            e.element_id AS "elementId", c.state
       FROM ${CASE_ROW_FROM}
       JOIN element_instance e ON e.process_instance_key = c.parent_key AND e.called_key = c.process_instance_key
      WHERE c.parent_key = $1::bigint
      ORDER BY c.process_instance_key`,
    [row.process_instance_key],
  );
}
