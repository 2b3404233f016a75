import type { EngineEvent, EventOf, Key, Wait } from '@iter/engine-core';
import { globalKey } from '../global-key.ts';
import type { InstanceFacts } from '../ports/instance-store.ts';
import type { ProjectedTurn } from '../projection.ts';
import type { Row, RowChange } from '../rows.ts';
import {
  aliasTable,
  jobTable,
  messageTable,
  signalTable,
  startLockTable,
  timerTable,
  variableTable,
} from './engine-tables.ts';
import { searchValue } from './search-value.ts';

/** Waits that somebody looks for from outside, and the table of each. */
const WAIT_TABLES = {
  timer: timerTable.name,
  job: jobTable.name,
  message: messageTable.name,
  signal: signalTable.name,
} as const;

/** A turn with what only the engine's own rows need to know of it. */
export interface EngineTurn extends ProjectedTurn {
  /** Jobs whose incident was resolved and that may be taken again. */
  readonly freedJobs: readonly Key[];
  /** What the instance was before its migration. */
  readonly former: InstanceFacts | undefined;
}

/** Rows the engine itself works on: what is waited for, and variables. */
export function projectEngine(turn: EngineTurn): readonly RowChange[] {
  const rows: RowChange[] = [];
  for (const event of turn.events) projectEvent(turn, event, rows);
  for (const key of turn.freedJobs) rows.push(jobUpdate(turn, key, { ready_at: turn.realTime }));
  if (turn.former && turn.former.processId !== turn.facts.processId) rows.push(...unlockStart(turn.former));
  return rows;
}

function projectEvent(turn: ProjectedTurn, event: EngineEvent, rows: RowChange[]): void {
  switch (event.type) {
    case 'variables-set':
      return void rows.push(...variableRows(turn, event));
    case 'wait-opened':
      return openWait(turn, event.wait, rows);
    case 'wait-closed':
      return closeWait(turn, event.key, rows);
    case 'timer-repeated':
      return void rows.push({
        table: timerTable.name,
        op: 'update',
        key: { key: globalKey(turn.state, event.key) },
        values: { due_at: event.dueAt, leased_until: null },
      });
    case 'job-updated':
      return updateJob(turn, event, rows);
    case 'number-drawn':
      return void rows.push({
        table: aliasTable.name,
        op: 'insert',
        key: { number: event.number },
        values: { instance: turn.facts.instance },
      });
    case 'wait-migrated':
      return void rows.push(...migratedMessage(turn, event.key));
    case 'instance-suspended':
      return void rows.push(...haltedRows(turn, NEVER));
    case 'instance-resumed':
      return void rows.push(...haltedRows(turn, null));
    case 'instance-ended':
      return void rows.push(...unlockStart(turn.facts));
    default:
      return undefined;
  }
}

function variableRows(turn: ProjectedTurn, event: EventOf<'variables-set'>): RowChange[] {
  const { state, facts } = turn;
  return event.variables.map((variable) => {
    const search = searchValue(variable.value);
    return {
      table: variableTable.name,
      op: 'upsert',
      key: {
        process_instance_key: { instance: facts.instance, local: 0 },
        scope_key: globalKey(state, event.scopeKey),
        name: variable.name,
      },
      values: {
        variable_key: globalKey(state, variable.key),
        tenant_id: facts.tenantId,
        value: variable.value,
        type: search.type,
        search_text: search.text,
        search_number: search.number,
      },
    };
  });
}

function openWait(turn: ProjectedTurn, wait: Wait, rows: RowChange[]): void {
  if (!isOutside(wait)) return;
  const { instance, tenantId } = turn.facts;
  rows.push({
    table: WAIT_TABLES[wait.kind],
    op: 'insert',
    key: { key: globalKey(turn.state, wait.key) },
    values: { instance, tenant_id: tenantId, ...waitColumns(turn, wait) },
  });
}

type OutsideWait = Extract<Wait, { kind: keyof typeof WAIT_TABLES }>;
function isOutside(wait: Wait): wait is OutsideWait {
  return wait.kind in WAIT_TABLES;
}

function waitColumns(turn: ProjectedTurn, wait: OutsideWait): Row {
  switch (wait.kind) {
    case 'timer':
      return { due_at: wait.dueAt, leased_until: turn.state.status === 'suspended' ? NEVER : null };
    case 'job':
      return {
        type: wait.jobType,
        retries: wait.retries,
        ready_at: wait.retries > 0 && turn.state.status !== 'suspended' ? turn.realTime : NEVER,
        worker: null,
        deadline: null,
      };
    case 'message':
      return {
        process_id: turn.facts.processId,
        name: wait.name,
        correlation_key: wait.correlationKey,
      };
    case 'signal':
      return { name: wait.name };
  }
}

function closeWait(turn: ProjectedTurn, key: Key, rows: RowChange[]): void {
  const wait = turn.closedWaits.get(key);
  if (!wait || !isOutside(wait)) return;
  rows.push({ table: WAIT_TABLES[wait.kind], op: 'delete', key: { key: globalKey(turn.state, key) } });
}

/** A job that failed is free again: at once, when its pause is over, or when its incident is resolved. */
function updateJob(turn: ProjectedTurn, event: EventOf<'job-updated'>, rows: RowChange[]): void {
  const { retries, worker, retryAt } = event.changes;
  if (retries === undefined) return;
  const pause = retryAt ? Math.max(0, retryAt - turn.at) : 0;
  const released = {
    ready_at: retries > 0 ? turn.realTime + pause : NEVER,
    worker: null,
    deadline: null,
  };
  rows.push(jobUpdate(turn, event.key, { retries, ...(worker === null ? released : {}) }));
}

function jobUpdate(turn: ProjectedTurn, key: Key, values: Row): RowChange {
  return { table: jobTable.name, op: 'update', key: { key: globalKey(turn.state, key) }, values };
}

/** The next message of its key may start another one (INS-7). */
function unlockStart({ tenantId, processId, startedByKey }: InstanceFacts): RowChange[] {
  if (startedByKey === null) return [];
  const key = { tenant_id: tenantId, process_id: processId, correlation_key: startedByKey };
  return [{ table: startLockTable.name, op: 'delete', key }];
}

/** While the instance is suspended its timers and jobs are nobody's; jobs that may go on are freed apart. */
function haltedRows(turn: ProjectedTurn, leased_until: number | null): RowChange[] {
  const halts = leased_until !== null;
  const rows: RowChange[] = [];
  for (const wait of turn.state.waits.values()) {
    const key = { key: globalKey(turn.state, wait.key) };
    if (wait.kind === 'timer')
      rows.push({ table: timerTable.name, op: 'update', key, values: { leased_until } });
    if (wait.kind === 'job' && halts)
      rows.push(jobUpdate(turn, wait.key, { ready_at: NEVER, worker: null, deadline: null }));
  }
  return rows;
}

/** A message goes to the oldest subscription of a process, which may be another one now. */
function migratedMessage(turn: ProjectedTurn, local: Key): RowChange[] {
  if (turn.state.waits.get(local)?.kind !== 'message') return [];
  const key = { key: globalKey(turn.state, local) };
  return [{ table: messageTable.name, op: 'update', key, values: { process_id: turn.facts.processId } }];
}

/** Of a job without retries until somebody gives it some, and of all that a suspended instance waits for. */
const NEVER = Infinity;
