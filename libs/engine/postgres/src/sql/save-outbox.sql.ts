import type { NumberedTurn } from './save-instances.sql.ts';
import { ofWinners, quoted, selected, unnest, type Column, type Statement } from './statement.ts';

/** Stores what the turns send, and removes what they answered. */
export function saveOutbox(statement: Statement, turns: readonly NumberedTurn[]): void {
  const sent = turns.flatMap((turn) => turn.effects.map((effect) => ({ turn, effect })));
  if (sent.length > 0) {
    const columns: Column[] = [
      { name: 'key', type: 'key', values: sent.map(({ effect }) => effect.key) },
      { name: 'tenant_id', type: 'text', values: sent.map(({ turn }) => turn.facts.tenantId) },
      { name: 'target', type: 'bigint', values: sent.map(({ effect }) => effect.target) },
      { name: 'payload', type: 'text', values: sent.map(({ effect }) => effect.payload) },
      { name: 'actor', type: 'text', values: sent.map(({ turn }) => JSON.stringify(turn.actor)) },
    ];
    const numbers: Column = { name: 'n', type: 'integer', values: sent.map(({ turn }) => turn.n) };
    statement.parts.push(
      `sent AS (
        INSERT INTO "outbox" (${quoted(columns)})
        SELECT ${selected('v', columns)} FROM ${unnest(statement, 'v', [...columns, numbers])}
        WHERE ${ofWinners('v')})`,
    );
  }
  const answered = turns.filter((turn) => turn.consumes !== null);
  if (answered.length === 0) return;
  const source = unnest(statement, 'v', [
    { name: 'key', type: 'key', values: answered.map((turn) => turn.consumes) },
    { name: 'n', type: 'integer', values: answered.map((turn) => turn.n) },
  ]);
  statement.parts.push(
    `answered AS (DELETE FROM "outbox" o USING ${source} WHERE o.key = v.key AND ${ofWinners('v')})`,
  );
}
