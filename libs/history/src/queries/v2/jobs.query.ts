import type { JobKind, JobListenerEventType, JobResult, JobSearch, JobState } from '@iter/contract';
import { seesAllCases, sqlParameters, visibleCase, visibleCases } from '@iter/identity';
import { filterConditions, type FilterColumn } from '../../search/filter.ts';
import { namedInstance } from '../../search/named-instance.ts';
import { queryPage, type SortColumn } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import { iso, isoOrNull } from '../rows.ts';
import type { SearchResult } from './search-process-instances.query.ts';

/** Taking a job is no turn of its instance: who has it, and until when, is known where jobs are handed out. */
const FROM = `job j
  JOIN process_instance c ON c.process_instance_key = j.process_instance_key
  LEFT JOIN open_job o ON o.key = j.job_key`;
const WORKER = `coalesce(o.worker, j.worker, '')`;
const DEADLINE = 'coalesce(o.deadline, j.deadline)';
const RETRIES = 'coalesce(o.retries, j.retries)';
const LISTENER = `coalesce(j.listener_event, 'UNSPECIFIED')`;
const FAILED_WITH_RETRIES = `(j.state = 'FAILED' AND ${RETRIES} > 0)`;

interface JobRow {
  readonly headers: Record<string, string>;
  readonly deadline: Date | null;
  readonly element_id: string;
  readonly element_instance_key: string;
  readonly ended_at: Date | null;
  readonly error_message: string | null;
  readonly error_code: string | null;
  readonly denied: boolean | null;
  readonly denied_reason: string | null;
  readonly failed_with_retries: boolean;
  readonly job_key: string;
  readonly kind: JobKind;
  readonly listener_event: JobListenerEventType;
  readonly process_id: string;
  readonly process_definition_key: string;
  readonly process_instance_key: string;
  readonly root_key: string;
  readonly retries: number;
  readonly state: JobState;
  readonly tenant_id: string;
  readonly type: string;
  readonly worker: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const SORT = {
  deadline: { sql: DEADLINE, type: 'timestamptz', nullable: true },
  deniedReason: { sql: 'j.denied_reason', type: 'text', nullable: true },
  elementId: { sql: 'j.element_id', type: 'text' },
  elementInstanceKey: { sql: 'j.element_instance_key', type: 'bigint' },
  endTime: { sql: 'j.ended_at', type: 'timestamptz', nullable: true },
  errorCode: { sql: 'j.error_code', type: 'text', nullable: true },
  errorMessage: { sql: 'j.error_message', type: 'text', nullable: true },
  hasFailedWithRetriesLeft: { sql: FAILED_WITH_RETRIES, type: 'boolean' },
  isDenied: { sql: 'j.denied', type: 'boolean', nullable: true },
  jobKey: { sql: 'j.job_key', type: 'bigint' },
  kind: { sql: 'j.kind', type: 'text' },
  listenerEventType: { sql: LISTENER, type: 'text' },
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  processDefinitionKey: { sql: 'j.process_definition_key', type: 'bigint' },
  processInstanceKey: { sql: 'j.process_instance_key', type: 'bigint' },
  retries: { sql: RETRIES, type: 'integer' },
  state: { sql: 'j.state', type: 'text' },
  tenantId: { sql: 'j.tenant_id', type: 'text' },
  type: { sql: 'j.type', type: 'text' },
  worker: { sql: WORKER, type: 'text' },
} as const satisfies Record<string, SortColumn>;

const FILTER = {
  deadline: { sql: DEADLINE, type: 'timestamp' },
  deniedReason: { sql: 'j.denied_reason', type: 'text' },
  elementId: { sql: 'j.element_id', type: 'text' },
  elementInstanceKey: { sql: 'j.element_instance_key', type: 'key' },
  endTime: { sql: 'j.ended_at', type: 'timestamp' },
  errorCode: { sql: 'j.error_code', type: 'text' },
  errorMessage: { sql: 'j.error_message', type: 'text' },
  hasFailedWithRetriesLeft: { sql: FAILED_WITH_RETRIES, type: 'boolean' },
  isDenied: { sql: 'j.denied', type: 'boolean' },
  jobKey: { sql: 'j.job_key', type: 'key' },
  kind: { sql: 'j.kind', type: 'text' },
  listenerEventType: { sql: LISTENER, type: 'text' },
  processDefinitionId: { sql: 'c.process_id', type: 'text' },
  processDefinitionKey: { sql: 'j.process_definition_key', type: 'key' },
  processInstanceKey: { sql: 'j.process_instance_key', type: 'key' },
  retries: { sql: RETRIES, type: 'integer' },
  state: { sql: 'j.state', type: 'text' },
  tenantId: { sql: 'j.tenant_id', type: 'text' },
  type: { sql: 'j.type', type: 'text' },
  worker: { sql: WORKER, type: 'text' },
  creationTime: { sql: 'j.created_at', type: 'timestamp' },
  lastUpdateTime: { sql: 'j.updated_at', type: 'timestamp' },
} as const satisfies Record<string, FilterColumn>;

/** `POST /v2/jobs/search`. */
export async function searchJobs(
  { database, viewer }: Reader,
  search: JobSearch,
): Promise<SearchResult<JobResult>> {
  const parameters = sqlParameters();
  const { filter } = search;
  const keys = [filter?.processInstanceKey, filter?.elementInstanceKey, filter?.jobKey];
  const named = namedInstance(keys, 'j.process_instance_key', parameters);
  const visible = named.length > 0 ? visibleCase : visibleCases;
  const { rows, page } = await queryPage<JobRow>(database, {
    select: `j.headers, ${DEADLINE} AS deadline, j.element_id, j.element_instance_key, j.ended_at, j.error_message,
      j.error_code, j.denied, j.denied_reason,
      ${FAILED_WITH_RETRIES} AS failed_with_retries, j.job_key, j.kind, ${LISTENER} AS listener_event, c.process_id,
      j.process_definition_key, j.process_instance_key, c.root_key, ${RETRIES} AS retries, j.state, j.tenant_id,
      j.type, ${WORKER} AS worker, j.created_at, j.updated_at`,
    from: FROM,
    where: [visible(viewer, 'c', parameters), ...named, ...filterConditions(filter, FILTER, parameters)],
    sort: sortBy(SORT, search.sort, [SORT.processInstanceKey, SORT.jobKey]),
    page: search.page,
    parameters,
    countsAlong: !seesAllCases(viewer),
  });
  return { items: rows.map(jobResult), page };
}

function jobResult(row: JobRow): JobResult {
  return {
    customHeaders: row.headers,
    deadline: isoOrNull(row.deadline),
    deniedReason: row.denied_reason,
    elementId: row.element_id,
    elementInstanceKey: row.element_instance_key,
    endTime: isoOrNull(row.ended_at),
    errorCode: row.error_code,
    errorMessage: row.error_message,
    hasFailedWithRetriesLeft: row.failed_with_retries,
    isDenied: row.denied,
    jobKey: row.job_key,
    kind: row.kind,
    listenerEventType: row.listener_event,
    processDefinitionId: row.process_id,
    processDefinitionKey: row.process_definition_key,
    processInstanceKey: row.process_instance_key,
    rootProcessInstanceKey: row.root_key,
    retries: row.retries,
    state: row.state,
    tenantId: row.tenant_id,
    type: row.type,
    worker: row.worker,
    creationTime: iso(row.created_at),
    lastUpdateTime: iso(row.updated_at),
  };
}
