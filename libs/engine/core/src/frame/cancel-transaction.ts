import { scopesFrom } from '../state/indexes.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { interruptScope } from './interrupt.ts';

/**
 * Terminates all else inside the nearest transaction, then compensates what had completed in it, then leaves by its
 * cancel boundary event (CAN-1, TRX-2 to TRX-5). In a multi-instance it covers the body, with the records of all
 * (TRX-8). @returns whether there was one.
 */
export function cancelTransaction(turn: Turn, from: ElementInstance): boolean {
  const scopes = scopesFrom(turn.state, from.scopeKey);
  const transaction = scopes.find((scope) => turn.nodeOf(scope).kind === 'transaction');
  if (!transaction) return false;
  const around = turn.scopeOf(transaction);
  const body = around && turn.nodeOf(around).kind === 'multi-instance-body' ? around : undefined;
  if (body) handUpRecords(turn, body);
  const whole = body ?? transaction;
  const boundary = turn
    .nodeOf(whole)
    .catches.find(({ role, trigger }) => role === 'boundary' && trigger.on === 'cancel');
  interruptScope(turn, whole, { nodeId: boundary?.node.id ?? whole.nodeId, variables: {} });
  return true;
}

function handUpRecords(turn: Turn, { key: scopeKey }: ElementInstance): void {
  const inner = new Set(turn.children(scopeKey).map(({ key }) => key));
  const records = [...turn.state.compensations.values()].filter((record) => inner.has(record.scopeKey));
  if (records.length > 0) turn.emit({ type: 'compensations-dropped', keys: records.map(({ key }) => key) });
  for (const record of records)
    turn.emit({ type: 'compensation-registered', record: { ...record, scopeKey } });
}
