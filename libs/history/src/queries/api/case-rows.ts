import type { CaseRow, ProcessInstanceState } from '@iter/contract';
import { iso, isoOrNull } from '../rows.ts';
import { currentSteps } from './current-steps.query.ts';
import { loadLabels } from './labels.ts';
import { latenessOf } from './lateness.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

export const CASE_ROW_FROM = `process_instance c
  JOIN process_definition d ON d.definition_key = c.process_definition_key
  LEFT JOIN process_fact fact ON fact.tenant_id = c.tenant_id AND fact.process_id = c.process_id`;

export const CASE_TITLE = 'coalesce(fact.title, d.name, c.process_id)';

/** For the root of a case also what is wrong in the cases it called. */
export const CASE_HAS_INCIDENT = `EXISTS (SELECT 1 FROM incident i
  WHERE i.root_key = c.root_key AND i.resolved_at IS NULL
    AND (i.process_instance_key = c.process_instance_key OR c.root_key = c.process_instance_key))`;

export const CASE_ROW_SELECT = `c.process_instance_key, c.root_key, c.parent_key, c.business_id, c.process_id,
  ${CASE_TITLE} AS process_title, fact.code AS process_code, c.process_definition_key, c.version, c.state, c.suspended,
  ${CASE_HAS_INCIDENT} AS has_incident, c.office, c.started_at, c.started_by, c.ended_at, c.due_at, c.outcome`;

export interface CaseRowColumns {
  readonly process_instance_key: string;
  readonly root_key: string;
  readonly parent_key: string | null;
  readonly business_id: string | null;
  readonly process_id: string;
  readonly process_title: string;
  readonly process_code: string | null;
  readonly process_definition_key: string;
  readonly version: number;
  readonly state: ProcessInstanceState;
  readonly suspended: boolean;
  readonly has_incident: boolean;
  readonly office: string | null;
  readonly started_at: Date;
  readonly started_by: string | null;
  readonly ended_at: Date | null;
  readonly due_at: Date | null;
  readonly outcome: string | null;
}

/** The rows of a list of cases, with what is being done in each now. */
export async function caseRows(reader: WorkplaceReader, rows: readonly CaseRowColumns[]): Promise<CaseRow[]> {
  if (rows.length === 0) return [];
  const steps = await currentSteps(
    reader,
    rows.filter((row) => row.state === 'ACTIVE').map((row) => row.process_instance_key),
  );
  const users = [
    ...rows.map((row) => row.started_by),
    ...[...steps.values()].flat().map((step) => step.assignee),
  ];
  const labels = await loadLabels(reader, users);
  return rows.map((row) => ({
    processInstanceKey: row.process_instance_key,
    businessId: row.business_id,
    processId: row.process_id,
    processTitle: row.process_title,
    processCode: row.process_code,
    processDefinitionKey: row.process_definition_key,
    version: row.version,
    state: row.state,
    suspended: row.suspended,
    hasIncident: row.has_incident,
    office: row.office,
    officeLabel: row.office === null ? null : labels.office(row.office),
    startedAt: iso(row.started_at),
    startedBy: labels.personOrNull(row.started_by),
    endedAt: isoOrNull(row.ended_at),
    dueDate: isoOrNull(row.due_at),
    lateness: latenessOf(row.due_at, row.ended_at, reader.now),
    outcome: row.outcome,
    currentSteps: (steps.get(row.process_instance_key) ?? []).map(({ elementId, name, assignee }) => ({
      elementId,
      name,
      who: labels.personOrNull(assignee),
    })),
  }));
}
