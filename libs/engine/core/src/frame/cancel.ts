import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { withdraw } from './catches.ts';
import { terminate } from './terminate.ts';

/**
 * Terminates all else inside a transaction, then compensates what had completed in it, then leaves by its cancel
 * boundary event (TRX-2 to TRX-5). In a multi-instance it covers the body, with the records of all (TRX-8).
 */
export function cancelTransaction(turn: Turn, transaction: ElementInstance): void {
  const around = turn.state.elements.get(transaction.scopeKey);
  const whole = around && turn.nodeOf(around).kind === 'multi-instance-body' ? around : transaction;
  const boundary = turn
    .nodeOf(whole)
    .catches.find(({ role, trigger }) => role === 'boundary' && trigger.on === 'cancel');
  withdraw(turn, whole, 'event-sub-process');
  turn.dropQueued(whole.key);
  if (whole !== transaction) handUpRecords(turn, whole);
  const trigger = { nodeId: boundary?.node.id ?? whole.nodeId, variables: {} };
  turn.emit({ type: 'scope-interrupted', key: whole.key, trigger, phase: 'waiting' });
  for (const child of turn.children(whole.key)) terminate(turn, child.key);
  turn.schedule({ do: 'settle', key: whole.key });
}

function handUpRecords(turn: Turn, body: ElementInstance): void {
  const inner = new Set(turn.children(body.key).map(({ key }) => key));
  const records = [...turn.state.compensations.values()].filter(({ scopeKey }) => inner.has(scopeKey));
  if (records.length > 0) turn.emit({ type: 'compensations-dropped', keys: records.map(({ key }) => key) });
  for (const record of records)
    turn.emit({ type: 'compensation-registered', record: { ...record, scopeKey: body.key } });
}
