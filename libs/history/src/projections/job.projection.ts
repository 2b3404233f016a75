import type { JobAnswer, JobChanges, JobPurpose, JobWait, WaitEnd } from '@iter/engine-core';
import type { ColumnValue, ProjectedTurn, Projection, Row, RowChange } from '@iter/engine-runtime';
import { instanceKey, keyIn, owned, react } from './change.ts';
import { jobTable } from './tables.ts';

const KINDS: Readonly<Record<JobPurpose['of'], string>> = {
  task: 'BPMN_ELEMENT',
  'ad-hoc': 'AD_HOC_SUB_PROCESS',
  'execution-listener': 'EXECUTION_LISTENER',
  'task-listener': 'TASK_LISTENER',
};
const ENDS: Readonly<Record<WaitEnd, string>> = {
  completed: 'COMPLETED',
  canceled: 'CANCELED',
  failed: 'ERROR_THROWN',
};

/** One row for each job, with what its last worker did. */
export const jobProjection: Projection = {
  tables: [jobTable],
  project: (turn) =>
    react(turn, {
      'wait-opened': ({ wait }) =>
        wait.kind === 'job' ? change(turn, 'insert', wait.key, openedRow(turn, wait)) : undefined,
      'wait-migrated': ({ key, elementId }) =>
        turn.state.waits.get(key)?.kind === 'job'
          ? change(turn, 'update', key, {
              process_definition_key: turn.facts.definitionKey,
              element_id: elementId,
              state: 'MIGRATED',
              updated_at: turn.at,
            })
          : undefined,
      'job-updated': ({ key, changes }) =>
        change(turn, 'update', key, { ...changedColumns(changes), updated_at: turn.at }),
      'wait-closed': (event) =>
        turn.closedWaits.get(event.key)?.kind === 'job'
          ? change(turn, 'update', event.key, {
              state: ENDS[event.reason],
              ended_at: turn.at,
              updated_at: turn.at,
              ...answerColumns(event.answer),
            })
          : undefined,
    }),
};

function change(turn: ProjectedTurn, op: 'insert' | 'update', local: number, values: Row): RowChange {
  const key = { process_instance_key: instanceKey(turn.facts.instance), job_key: keyIn(turn, local) };
  return { table: jobTable.name, op, key, values };
}

function openedRow(turn: ProjectedTurn, wait: JobWait): Row {
  const { purpose } = wait;
  return {
    ...owned(turn),
    element_instance_key: keyIn(turn, wait.owner),
    element_id: wait.elementId,
    type: wait.jobType,
    kind: KINDS[purpose.of],
    listener_event: 'on' in purpose ? purpose.on.toUpperCase() : null,
    state: 'CREATED',
    retries: wait.retries,
    worker: wait.worker ?? null,
    deadline: wait.deadline ?? null,
    error_message: wait.errorMessage ?? null,
    error_code: null,
    denied: null,
    denied_reason: null,
    headers: JSON.stringify(wait.headers),
    created_at: turn.at,
    updated_at: turn.at,
    ended_at: null,
  };
}

function answerColumns({ errorCode, errorMessage, denied, deniedReason }: JobAnswer = {}): Row {
  return {
    ...(errorCode !== undefined && { error_code: errorCode, error_message: errorMessage ?? null }),
    ...(denied !== undefined && { denied, denied_reason: deniedReason ?? null }),
  };
}

function changedColumns(changes: JobChanges): Row {
  const columns: Record<string, ColumnValue> = { state: stateAfter(changes) };
  if (changes.retries !== undefined) columns['retries'] = changes.retries;
  if (changes.worker !== undefined) columns['worker'] = changes.worker;
  if (changes.deadline !== undefined) columns['deadline'] = changes.deadline;
  if (changes.errorMessage !== undefined) columns['error_message'] = changes.errorMessage;
  return columns;
}

/** A failure says why; a change of retries alone was somebody's decision; otherwise a worker took it. */
function stateAfter({ errorMessage, retries }: JobChanges): string {
  if (typeof errorMessage === 'string') return 'FAILED';
  return retries === undefined ? 'CREATED' : 'RETRIES_UPDATED';
}
