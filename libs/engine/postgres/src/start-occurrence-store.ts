import type { StartOccurrence, StartOccurrenceStore, StoredEffect } from '@iter/engine-runtime';
import type pg from 'pg';
import { insertOutbox } from './outbox-store.ts';
import * as sql from './sql/start-occurrences.sql.ts';
import { inTransaction } from './transaction.ts';

/** What parallel multiple start events wait for, on PostgreSQL (INS-12). */
export class PostgresStartOccurrenceStore implements StartOccurrenceStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  keep(
    occurrence: StartOccurrence,
    needed: number,
    consumes: string | null,
    start: (variables: readonly string[]) => StoredEffect,
  ): Promise<StoredEffect | undefined> {
    const { tenantId, definitionKey, processId, elementId, correlationKey } = occurrence;
    const event = [definitionKey, elementId, correlationKey];
    return inTransaction(this.#pool, async (client) => {
      if (consumes !== null && (await client.query(sql.TAKE_BRINGER, [consumes])).rowCount === 0)
        return undefined;
      await client.query(sql.LOCK_EVENT, event);
      const { definition, variables } = occurrence;
      await client.query(sql.KEEP, [
        tenantId,
        definitionKey,
        processId,
        elementId,
        definition,
        correlationKey,
        variables,
      ]);
      const { rows } = await client.query<{ seq: string; variables: string }>(sql.OLDEST, event);
      if (rows.length < needed) {
        await client.query(sql.FREE_KEY, [tenantId, processId, correlationKey]);
        return undefined;
      }
      await client.query(sql.REMOVE, [rows.map(({ seq }) => seq)]);
      const effect = start(rows.map((row) => row.variables));
      await insertOutbox(client, [effect]);
      return effect;
    });
  }
}
